import { expect } from '@open-wc/testing';
import { readReply, type Host } from '../../src/hosts/index.js';
import { eventually } from '../support/element-page.js';
import { click, menu, page, product, text, view } from '../support/messages.js';
import { Toolbar } from './toolbar.js';

describe('a message through the relay', () => {
  let toolbar: Toolbar;
  let host: Host;
  beforeEach(async () => {
    toolbar = await Toolbar.open();
    host = await toolbar.host();
  });
  afterEach(() => toolbar.close());

  for (const [what, message] of [
    ['a menu', menu(click('满意', '101'), view(), page())],
    ['a product', product()],
    ['a text with emoji and letters of every length', text('您好 é ß 𠮷 👩‍👩‍👧 =&?#%25 "\\')],
  ] as const)
    it(`takes ${what} to the customer when the agent agrees`, async () => {
      const reply = host.invoke('sendChatMessage', message);
      await toolbar.asksAgent();
      expect(toolbar.sent).to.deep.equal([]);
      toolbar.program.tap('send');
      expect(readReply('sendChatMessage', await reply)).to.equal(null);
      expect(toolbar.sent).to.deep.equal([message]);
      await toolbar.isBack();
    });

  for (const decodes of [0, 2])
    it(`arrives where the client percent-decodes a parameter ${decodes} times`, async () => {
      toolbar.program.decodes = decodes;
      const reply = host.invoke('sendChatMessage', text('100% 好?='));
      await toolbar.asksAgent();
      toolbar.program.tap('send');
      await reply;
      expect(toolbar.sent).to.deep.equal([text('100% 好?=')]);
    });

  it('is shown to the agent before it goes out', async () => {
    void host.invoke('sendChatMessage', menu(click('满意', '101'), view('https://a.cn/1', '自助查询')));
    await toolbar.asksAgent();
    expect(toolbar.program.top.data.lines).to.deep.equal([
      { text: '满意', note: '客户点了就回复这句话' },
      { text: '自助查询', note: 'https://a.cn/1' },
    ]);
  });

  it('shows the price of a product in yuan', async () => {
    void host.invoke('sendChatMessage', product({ sellingPrice: '1280' }));
    await toolbar.asksAgent();
    expect(toolbar.program.top.data.lines).to.deep.equal([{ text: '青城山茶', note: '¥12.80，名称' }]);
  });

  it('goes out once when the agent taps twice', async () => {
    const reply = host.invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    toolbar.program.tap('send');
    toolbar.program.tap('send');
    toolbar.program.tap('cancel');
    expect(readReply('sendChatMessage', await reply)).to.equal(null);
    expect(toolbar.sent).to.have.length(1);
    expect(toolbar.client.calls.filter(({ api }) => api === 'sendChatMessage')).to.have.length(1);
  });

  it('keeps apart from a second one', async () => {
    const first = host.invoke('sendChatMessage', text('一'));
    const second = host.invoke('sendChatMessage', text('二'));
    await eventually('two relay pages', () => toolbar.program.stack.length === 3);
    await toolbar.asksAgent();
    toolbar.program.tap('cancel');
    expect(readReply('sendChatMessage', await second)).to.include({ code: 'cancelled' });
    await eventually('the first relay page', () => toolbar.program.stack.length === 2);
    toolbar.program.tap('send');
    expect(readReply('sendChatMessage', await first)).to.equal(null);
    expect(toolbar.sent).to.deep.equal([text('一')]);
  });

  it('can follow another one', async () => {
    for (const content of ['一', '二']) {
      const reply = host.invoke('sendChatMessage', text(content));
      await toolbar.asksAgent();
      toolbar.program.tap('send');
      expect(readReply('sendChatMessage', await reply)).to.equal(null);
      await toolbar.isBack();
    }
    expect(toolbar.sent).to.deep.equal([text('一'), text('二')]);
  });

  it('is sent after a login when the session has expired', async () => {
    const reply = host.invoke('sendChatMessage', text());
    toolbar.client.failNext('checkSession', { err_msg: 'qy.checkSession:fail expired' });
    const logins = (): number => toolbar.client.calls.filter(({ api }) => api === 'login').length;
    await toolbar.asksAgent();
    expect(logins()).to.equal(1);
    toolbar.program.tap('send');
    expect(readReply('sendChatMessage', await reply)).to.equal(null);
    expect(logins()).to.equal(1);
    expect(toolbar.sent).to.have.length(1);
  });

  it('brings the reply back as the client gave it', async () => {
    const reply = host.invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    toolbar.client.failNext('sendChatMessage', { errMsg: 'qy__sendChatMessage:ok', err_code: 0, extra: ['二', '👋'] });
    toolbar.program.tap('send');
    expect(await reply).to.deep.equal({ errMsg: 'qy__sendChatMessage:ok', err_code: 0, extra: ['二', '👋'] });
  });

  it('settles though the client calls only complete', async () => {
    const reply = host.invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    toolbar.client.failNext('sendChatMessage', { err_msg: 'system:function_not_exist' });
    toolbar.program.tap('send');
    expect(readReply('sendChatMessage', await reply)).to.include({ code: 'refused' });
  });
});
