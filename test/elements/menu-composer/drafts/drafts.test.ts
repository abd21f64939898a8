import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { composer, ComposerPage, loneComposer } from '../../../support/composer-page.js';
import { dropDrafts, storedDrafts } from '../../../support/drafts.js';
import { eventually } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu } from '../../../support/messages.js';

const { HEAD } = ComposerPage;
const KEY = 'drafts.test';
const start = menu(click('满意', '1'));

/** The panel, as the page builds it each time. */
const panel = (value: unknown = start, key = KEY, host?: ManualHost): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer draft-key=${key} .value=${value}></kf-menu-composer>`, host && { timeout: 60, host });
const headOf = ({ element }: ComposerPage): string | undefined => element.value.head_content;
const stored = (): Promise<unknown> => eventually('a draft', () => storedDrafts(KEY).length);

/** Writes something in a panel that then goes away. */
async function leave(text: string, value: unknown = start): Promise<void> {
  const view = await panel(value);
  await view.type(HEAD, text);
  view.bridge.remove();
}

describe('a draft', () => {
  let client: SimulatedClient;
  beforeEach(() => {
    dropDrafts(KEY);
    client = simulateWeCom({ customerId: 'wmA' });
  });
  afterEach(() => client.restore());

  it('is stored while the user writes, under the key and the customer', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    await stored();
    expect(storedDrafts(KEY)[0]).to.match(/^wecom-kf-elements:draft:1:\["drafts\.test",/);
    const texts = storedDrafts(KEY).map(key => key + localStorage.getItem(key)); // other tests store, too
    expect(texts.join()).not.to.include('wmA');
  });

  it('is stored at once when the page is hidden', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    window.dispatchEvent(new Event('pagehide'));
    expect(storedDrafts(KEY).length).to.equal(1);
  });

  it('comes back in a rebuilt panel, which says so and fires nothing', async () => {
    await leave('您好');
    const events: Event[] = [];
    const note = (event: Event): void => void events.push(event);
    for (const type of ['input', 'change']) document.addEventListener(type, note);
    const view = await panel();
    for (const type of ['input', 'change']) document.removeEventListener(type, note);
    expect(view.element.value).to.deep.equal({ ...start.msgmenu, head_content: '您好' });
    expect(view.textbox(HEAD).value).to.equal('您好');
    expect(view.offered).to.match(/^接着 \d\d:\d\d 没发出的内容$/);
    expect(view.announced).to.equal(view.offered);
    expect(events.length).to.equal(0);
  });

  it('comes back after the attribute and after the child, too', async () => {
    const json = JSON.stringify(start);
    const attribute = html`<kf-menu-composer draft-key=${KEY} value=${json}></kf-menu-composer>`;
    const first = await composer(attribute);
    await first.type(HEAD, '一');
    first.bridge.remove();
    const child = html`<kf-menu-composer draft-key=${KEY}><script type="application/json"></script></kf-menu-composer>`;
    expect(headOf(await composer(attribute))).to.equal('一');
    const view = await composer(child);
    view.element.querySelector('script')?.append(json);
    view.element.append(document.createElement('i'));
    await eventually('the draft', () => headOf(view) === '一');
  });

  it('has its variables unfilled and its place in the chat afterwards', async () => {
    const view = await panel();
    view.element.enterChat = true;
    await view.type(HEAD, 'a{{b');
    view.bridge.remove();
    const { message } = (await panel()).element;
    expect(message.msgmenu.head_content).to.equal('a{{b');
    expect(message.enterChat).to.be.true;
  });

  it('goes for what the page gave with 用页面原来的内容, until that is undone', async () => {
    await leave('您好');
    const view = await panel();
    const events = record(view.element, ['input', 'change']);
    await view.click('用页面原来的内容');
    expect(view.element.value).to.deep.equal(start.msgmenu);
    expect(storedDrafts(KEY)).to.deep.equal([]);
    expect(view.offered).to.equal('');
    expect(view.root.activeElement?.id).to.equal('head_content');
    expect(events.length).to.equal(2);
    await view.click('撤销');
    expect(headOf(view)).to.equal('您好');
    await stored();
  });

  it('is no longer mentioned once the user goes on writing', async () => {
    await leave('您好');
    const view = await panel();
    await view.type(HEAD, '!');
    expect(view.offered).to.equal('');
  });

  it('is gone when everything is undone', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    await stored();
    await view.click('撤销');
    await eventually('no draft', () => !storedDrafts(KEY).length);
  });

  it('is gone with the send, not with a rehearsal', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    view.bridge.dryRun = true;
    await view.element.send();
    expect(storedDrafts(KEY).length).to.equal(1);
    view.bridge.dryRun = false;
    await view.element.send();
    expect(storedDrafts(KEY)).to.deep.equal([]);
    view.bridge.remove();
    expect((await panel()).element.value).to.deep.equal(start.msgmenu);
  });

  it('is gone when the user has seen the message in the chat', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    client.failNext('sendChatMessage', {});
    await view.click('发送');
    await view.says(/^不确定发出没有/);
    expect(storedDrafts(KEY).length).to.equal(1);
    await view.click('已经有了');
    expect(storedDrafts(KEY)).to.deep.equal([]);
    view.bridge.remove();
    expect((await panel()).element.value).to.deep.equal(start.msgmenu);
  });

  it('takes its place in the chat afterwards along when it is taken back', async () => {
    const first = await panel();
    first.element.enterChat = true;
    await first.type(HEAD, '您好');
    first.bridge.remove();
    const view = await panel();
    expect(view.element.enterChat).to.be.true;
    await view.click('撤销');
    expect(view.element.enterChat).to.be.false;
    await view.click('重做');
    expect(view.element.enterChat).to.be.true;
  });

  it('is gone with an answer that comes late, unless it was written on', async () => {
    for (const more of ['', '!']) {
      const host = new ManualHost({ customerId: 'wmA' });
      const view = await panel(start, KEY, host);
      const late = record(view.element, ['kf-late']);
      await view.type(HEAD, '您好');
      await view.element.send().catch(() => undefined);
      if (more) await view.type(HEAD, more);
      window.dispatchEvent(new Event('pagehide'));
      expect(storedDrafts(KEY).length).to.equal(1);
      host.answer();
      await eventually('the late answer', () => late.length);
      view.bridge.remove();
      expect(storedDrafts(KEY).length, more).to.equal(more.length);
    }
  });

  it('says that it may be out, when the panel went before the answer came', async () => {
    client.failNext('sendChatMessage', 'never');
    const view = await panel();
    await view.type(HEAD, '您好');
    const response = view.element.send();
    await eventually('the native call', () => callsOf(client));
    view.bridge.remove();
    await response.catch(() => undefined);
    const again = await panel();
    expect(headOf(again)).to.equal('您好');
    expect(again.offered).to.match(/^\d\d:\d\d 的内容，不确定发出没有$/);
    await again.type(HEAD, '!');
    again.bridge.remove();
    expect((await panel()).offered).to.match(/^接着/);
  });

  describe('of another start', () => {
    it('is not put in, but offered', async () => {
      await leave('您好');
      const view = await panel(menu(click('别的', '1')));
      expect(view.items).to.deep.equal(['别的']);
      expect(view.offered).to.match(/^\d\d:\d\d 还有没发出的内容$/);
      await view.click('用那份');
      expect(view.element.value).to.deep.equal({ ...start.msgmenu, head_content: '您好' });
      await view.click('撤销');
      expect(view.items).to.deep.equal(['别的']);
    });

    it('is put in when the page gives its own start a moment later', async () => {
      await leave('您好');
      const view = await composer(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
      expect(headOf(view)).to.equal(undefined);
      view.element.value = start;
      expect(view.element.value).to.deep.equal(start.msgmenu);
      await view.settled();
      expect(headOf(view)).to.equal('您好');
    });

    it('survives what is written without an answer to the offer', async () => {
      await leave('您好');
      const other = menu(click('别的', '1'));
      await leave('再见', other);
      expect(storedDrafts(KEY).length).to.equal(2);
      expect(headOf(await panel(other))).to.equal('再见');
    });
  });

  it('gives way to what the page sets after it was put in, and is offered', async () => {
    await leave('您好');
    const view = await panel();
    view.element.value = start;
    await view.settled();
    expect(view.element.value).to.deep.equal(start.msgmenu);
    expect(view.offered).to.match(/还有没发出的内容$/);
    await view.click('用那份');
    expect(headOf(view)).to.equal('您好');
  });

  it('is another one for another key', async () => {
    await leave('您好');
    const view = await panel(start, `${KEY}.other`);
    expect(headOf(view)).to.equal(undefined);
    expect(view.offered).to.equal('');
  });

  it('is kept without a bridge, too', async () => {
    const lone = () => loneComposer(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
    const view = await lone();
    await view.type(HEAD, '您好');
    view.element.remove();
    expect(headOf(await lone())).to.equal('您好');
  });

  it('is not asked for without a key', async () => {
    const view = await composer();
    await view.type(HEAD, '没有草稿的话');
    view.bridge.remove();
    expect(
      Object.keys(localStorage)
        .map(key => localStorage.getItem(key))
        .join(),
    ).not.to.include('没有草稿的话');
  });
});
