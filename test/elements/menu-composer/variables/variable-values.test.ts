import { expect, html } from '@open-wc/testing';
import type { MsgMenu } from '../../../../src/core/index.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record, typesOf } from '../../../support/ask.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';

const { HEAD } = ComposerPage;
const ORDER = '订单号';
const value: MsgMenu = { head_content: '订单 {{订单号}}', list: [{ type: 'click', click: { content: '满意' } }] };
const start = () => composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
const head = ({ element }: ComposerPage): unknown => element.message.msgmenu.head_content;

describe('what the user types for a variable', () => {
  let client: SimulatedClient;
  let view: ComposerPage;
  beforeEach(async () => {
    client = simulateWeCom({ customerId: 'wm1' });
    view = await start();
    await view.type(ORDER, '2026');
    expect(head(view)).to.equal('订单 2026');
  });
  afterEach(() => client.restore());

  it('stays while the text is edited, taken back and sent', async () => {
    await view.type(HEAD, '！');
    await view.click('撤销');
    expect(head(view)).to.equal('订单 2026');
    await view.retype(HEAD, '');
    await view.write('{{订单号}}');
    expect(head(view)).to.equal('2026');
    await view.click('发送');
    await view.says(/^已发送/);
    expect(head(view)).to.equal('2026');
    expect(view.textbox(ORDER).value).to.equal('2026');
  });

  it('makes another message: the page hears of it, and the value is as it was', async () => {
    await view.click('发送');
    await view.says(/^已发送/);
    const events = record(view.element, ['input', 'change']);
    await view.type(ORDER, '7');
    view.textbox(HEAD).focus();
    expect(typesOf(events)).to.deep.equal(['input', 'change']);
    expect(view.names('button')).to.include('发送');
    expect(view.element.value).to.deep.equal(value);
  });

  it('is done with Enter, which goes on to the next one without a value, and sends nothing', async () => {
    view.element.value = { head_content: '{{称呼}}，订单 {{单号}}', tail_content: '{{店名}}' };
    await view.settled();
    view.textbox('单号').focus();
    await view.write('1');
    await view.press('Enter');
    expect(view.focused).to.equal('店名');
    await view.write('2');
    await view.press('Enter');
    expect(view.focused).to.equal('称呼');
    await view.write('3');
    await view.press('Enter');
    expect(view.focused).to.equal('称呼');
    expect(view.element.message.msgmenu).to.include({ head_content: '3，订单 1', tail_content: '2' });
    expect(client.sent).to.deep.equal([]);
  });

  it('gives way to a value of the page, for good', async () => {
    view.element.variables = { 订单号: '' };
    expect(head(view)).to.equal('订单 2026');
    view.element.variables = { 订单号: '1111' };
    expect(head(view)).to.equal('订单 1111');
    view.element.variables = {};
    expect(head(view)).to.equal('订单 {{订单号}}');
  });

  it('is gone with its customer, at once', async () => {
    await view.bridge.reconnect();
    expect(head(view)).to.equal('订单 2026');
    client.set({ customerId: 'wm2' });
    await view.bridge.reconnect();
    expect(head(view)).to.equal('订单 {{订单号}}');
    await view.settled();
    expect(view.textbox(ORDER).value).to.equal('');
    await view.click('发送');
    expect(client.sent).to.deep.equal([]);
  });

  it('is gone when nobody can tell whether the customer is the same', async () => {
    client.set({ customerId: null });
    await view.bridge.reconnect();
    expect(head(view)).to.equal('订单 {{订单号}}');
  });

  it('goes to the next customer by 发给现在这位 as it was asked about, and is not there for the next message', async () => {
    view.bridge.checkCustomer = true;
    client.set({ customerId: 'wm2' });
    await view.click('发送');
    await view.says(/^客户换了，没有发送/);
    await view.click('发给现在这位');
    await view.says(/^「订单 2026」已发送/);
    expect(client.sent.length).to.equal(1);
    expect(head(view)).to.equal('订单 {{订单号}}');
  });

  it('is gone when the page sets another menu, and stays where it is the same one', async () => {
    const before = head(view);
    view.element.value = JSON.parse(JSON.stringify(value)) as typeof value; // a page that renders again
    expect(head(view)).to.equal(before);
    view.element.value = { head_content: '{{订单号}}' };
    expect(head(view)).to.equal('{{订单号}}');
  });

  it('stays when the page only gives the menu back that it heard of, as v-model does', async () => {
    for (const type of ['input', 'change'])
      view.element.addEventListener(type, () => {
        const heard = view.element.value;
        void Promise.resolve().then(() => (view.element.value = heard));
      });
    await view.press('End');
    await view.write('07');
    expect(head(view)).to.equal('订单 202607');
    await view.type(HEAD, '！');
    expect(head(view)).to.contain('202607');
    expect(view.textbox(ORDER).value).to.equal('202607');
  });

  it('is not disturbed while an input method is at work', async () => {
    const box = view.textbox(ORDER);
    const facts = { bubbles: true, composed: true };
    box.focus();
    box.dispatchEvent(new CompositionEvent('compositionstart', facts));
    let written = 0;
    const { set, get } = Object.getOwnPropertyDescriptor(
      HTMLInputElement.prototype,
      'value',
    ) as Required<PropertyDescriptor>;
    set.call(box, 'ni');
    Object.defineProperty(box, 'value', {
      get,
      set(text: string) {
        written++;
        set.call(box, text);
      },
    });
    box.dispatchEvent(new InputEvent('input', { ...facts, isComposing: true }));
    await view.settled();
    expect(written).to.equal(0);
    expect(head(view)).to.equal('订单 ni');
  });
});
