import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, ComposerPage, loneComposer } from '../../../support/composer-page.js';
import { dropDrafts, slotOf, storedDrafts } from '../../../support/drafts.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu } from '../../../support/messages.js';

const { HEAD } = ComposerPage;
const KEY = 'draft-customers.test';
const start = menu(click('满意', '1'));

const panel = (): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer draft-key=${KEY} .value=${start}></kf-menu-composer>`);
const headOf = ({ element }: ComposerPage): string | undefined => element.value.head_content;

describe('a draft belongs to one customer', () => {
  let client: SimulatedClient;
  beforeEach(() => {
    dropDrafts(KEY);
    client = simulateWeCom({ customerId: 'wmA' });
  });
  afterEach(() => client.restore());

  const goTo = async (view: ComposerPage, customerId: string): Promise<void> => {
    client.set({ customerId });
    await view.bridge.reconnect();
    await view.settled();
  };

  it('another one does not see it', async () => {
    const first = await panel();
    await first.type(HEAD, '给 A');
    first.bridge.remove();
    client.set({ customerId: 'wmB' });
    const view = await panel();
    expect(view.element.value).to.deep.equal(start.msgmenu);
    expect(view.offered).to.equal('');
  });

  it('the text goes when the bridge finds another one, and comes back with the first', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goTo(view, 'wmB');
    expect(view.element.value).to.deep.equal(start.msgmenu);
    expect(view.button('撤销').disabled).to.be.true;
    await view.type(HEAD, '给 B');
    await goTo(view, 'wmA');
    expect(headOf(view)).to.equal('给 A');
    await goTo(view, 'wmB');
    expect(headOf(view)).to.equal('给 B');
  });

  it('the text stays when the bridge finds the same one', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goTo(view, 'wmA');
    expect(headOf(view)).to.equal('给 A');
    expect(view.offered).to.equal('');
  });

  it('what was asked about goes to the one who is there now by 发给现在这位, and the draft stays with its customer', async () => {
    const view = await panel();
    view.bridge.checkCustomer = true;
    await view.type(HEAD, '给谁');
    client.set({ customerId: 'wmB' });
    await view.click('发送');
    await view.says(/^客户换了/);
    await view.click('发给现在这位');
    await view.says(/^「给谁」已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu: { ...start.msgmenu, head_content: '给谁' } }]);
    expect(headOf(view)).to.equal(undefined);
    expect(storedDrafts(KEY).filter(key => key.startsWith(slotOf(KEY, 'wmA')))).to.have.length(1); // nobody sent it to A
  });

  it('what is typed before anyone knows whose it is, is theirs', async () => {
    const bridge = document.createElement('kf-bridge');
    bridge.lang = 'zh-CN';
    let tell: (context: unknown) => void = () => undefined;
    const late = new Promise<unknown>(resolve => (tell = resolve));
    bridge.host = {
      name: 'slow',
      invoke: (api: string) => (api === 'getContext' ? late : Promise.resolve({ err_msg: `${api}:ok`, userId: 'wmC' })),
    };
    const element = document.createElement('kf-menu-composer');
    element.draftKey = KEY;
    bridge.append(element);
    document.body.append(bridge);
    const view = new ComposerPage(element);
    await view.settled();
    await view.type(HEAD, '早');
    expect(storedDrafts(KEY)).to.deep.equal([]);
    tell({ err_msg: 'getContext:ok', entry: 'single_kf_tools' });
    await bridge.ready;
    await eventually('the draft', () => storedDrafts(KEY).some(key => key.startsWith(slotOf(KEY, 'wmC'))));
    expect(headOf(view)).to.equal('早');
    bridge.remove();
  });

  it('what is typed before there is a bridge is of whom it finds', async () => {
    const view = await loneComposer(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
    await view.type(HEAD, '早');
    await eventually('the draft', () => storedDrafts(KEY).join().includes(',null]'));
    const bridge = document.createElement('kf-bridge');
    bridge.scope = 'page';
    document.body.append(bridge);
    await eventually('its own draft', () => storedDrafts(KEY).some(key => key.startsWith(slotOf(KEY, 'wmA'))));
    bridge.remove();
    expect(headOf(view)).to.equal('早');
    expect(storedDrafts(KEY).length).to.equal(1);
  });

  it('the text of one key is never put under another, whoever was there meanwhile', async () => {
    const view = await panel();
    const setKey = async (key: string): Promise<void> => {
      view.element.draftKey = key;
      await view.settled();
    };
    await view.type(HEAD, '一');
    await setKey(`${KEY}2`);
    await view.type(HEAD, '二');
    await goTo(view, 'wmB');
    await setKey(KEY);
    await goTo(view, 'wmA');
    expect(headOf(view)).to.equal('一');
    await setKey(`${KEY}2`);
    expect(headOf(view)).to.equal('二');
    dropDrafts(`${KEY}2`);
  });

  it('the text of one key does not go along to another, where nobody can be read either', async () => {
    client.set({ customerId: '' });
    const view = await panel();
    await view.type(HEAD, '一');
    view.element.draftKey = `${KEY}2`;
    await view.settled();
    expect(headOf(view)).to.equal(undefined);
    view.element.draftKey = KEY;
    await view.settled();
    expect(headOf(view)).to.equal('一');
  });

  it('is not offered as another one when its customer is back', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goTo(view, 'wmB');
    await goTo(view, 'wmA');
    expect(headOf(view)).to.equal('给 A');
    expect(view.offered).to.equal('');
  });

  it('one whom nobody can read has none', async () => {
    client.set({ customerId: '' });
    const first = await panel();
    expect(first.bridge.context?.customerId).to.equal(undefined);
    await first.type(HEAD, '给谁');
    first.bridge.remove();
    expect(storedDrafts(KEY)).to.deep.equal([]);
    expect(headOf(await panel())).to.equal(undefined);
  });

  it('outside of chats, there is none to belong to', async () => {
    client.set({ customerId: '', entry: 'normal' });
    const first = await panel();
    await first.type(HEAD, '草稿');
    first.bridge.remove();
    expect(headOf(await panel())).to.equal('草稿');
  });
});
