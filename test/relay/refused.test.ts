import { aTimeout, expect } from '@open-wc/testing';
import { readReply, type Host } from '../../src/hosts/index.js';
import { eventually } from '../support/element-page.js';
import { text } from '../support/messages.js';
import { RELAY_PAGE, Toolbar } from './toolbar.js';

type Outcome = { code: string; outcome: string };

describe('a relay that does not send', () => {
  let toolbar: Toolbar;
  let host: Host;
  beforeEach(async () => {
    toolbar = await Toolbar.open();
    host = await toolbar.host();
  });
  afterEach(() => toolbar.close());

  const send = (message: object = text()): Promise<unknown> => host.invoke('sendChatMessage', message);
  /** What the bridge makes of the reply. */
  const outcomeOf = async (reply: Promise<unknown>): Promise<Outcome> => {
    const error = readReply('sendChatMessage', await reply);
    return { code: error?.code ?? 'sent', outcome: error?.outcome ?? '' };
  };
  const nativeSends = (): number => toolbar.client.calls.filter(({ api }) => api === 'sendChatMessage').length;

  it('hands over the refusal of the client', async () => {
    const reply = send();
    await toolbar.asksAgent();
    toolbar.client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail unsupported msgtype' });
    toolbar.program.tap('send');
    expect(await outcomeOf(reply)).to.deep.equal({ code: 'unsupported-msgtype', outcome: 'not-sent' });
  });

  it('hands over the cancel in the client', async () => {
    const reply = send();
    await toolbar.asksAgent();
    toolbar.client.failNext('sendChatMessage', 'cancel');
    toolbar.program.tap('send');
    expect(await outcomeOf(reply)).to.deep.equal({ code: 'cancelled', outcome: 'not-sent' });
  });

  describe('without a native call', () => {
    afterEach(async () => {
      await toolbar.isBack();
      expect(nativeSends()).to.equal(0);
    });

    it('is cancelled by the agent', async () => {
      const reply = send();
      await toolbar.asksAgent();
      toolbar.program.tap('cancel');
      expect(await outcomeOf(reply)).to.deep.equal({ code: 'cancelled', outcome: 'not-sent' });
    });

    it('is cancelled by going back', async () => {
      const reply = send();
      await toolbar.asksAgent();
      toolbar.program.back();
      expect(await outcomeOf(reply)).to.deep.equal({ code: 'cancelled', outcome: 'not-sent' });
    });

    it('is cancelled by going back right after the tap', async () => {
      const reply = send();
      await toolbar.asksAgent();
      toolbar.program.tap('send');
      toolbar.program.back();
      expect(await outcomeOf(reply)).to.deep.equal({ code: 'cancelled', outcome: 'not-sent' });
      const checks = (): unknown[] =>
        toolbar.client.calls.filter(call => call.api === 'getCurExternalContact' && call.elapsed !== undefined);
      await eventually('the last check', () => checks().length === 3); // by the panel, on opening, after the tap
      await aTimeout(0);
    });

    it('finds itself outside a customer-service chat', async () => {
      toolbar.client.set({ entry: 'single_chat_tools' });
      expect(await outcomeOf(send())).to.deep.equal({ code: 'no-context', outcome: 'not-sent' });
    });

    it('has no permission to ask where it is', async () => {
      toolbar.client.failNext('getContext', { err_msg: 'qy.getContext:fail no permission' });
      expect(await outcomeOf(send())).to.deep.equal({ code: 'no-permission', outcome: 'not-sent' });
    });

    it('can neither use its session nor log in', async () => {
      toolbar.client.failNext('checkSession', { err_msg: 'qy.checkSession:fail' });
      toolbar.client.failNext('login', { err_msg: 'qy.login:fail user not in allow list' });
      expect(await outcomeOf(send())).to.deep.equal({ code: 'member-not-allowed', outcome: 'not-sent' });
      expect(toolbar.client.calls.filter(({ api }) => api === 'login')).to.have.length(1);
    });

    it('gets no answer to one of its questions', async () => {
      toolbar.client.failNext('getContext', 'never');
      const reply = send();
      await eventually('the question', () => toolbar.client.calls.filter(({ api }) => api === 'getContext').length > 1);
      toolbar.program.timers.pass(8000);
      expect(await reply).to.deep.equal({ err_msg: 'sendChatMessage:fail getContext getContext:fail no answer' });
    });

    it('gets a message that is not valid', async () => {
      expect(await outcomeOf(send({ msgtype: 'text', text: {} }))).to.include({ code: 'invalid-parameter' });
    });

    for (const customerId of ['wmAnother', null])
      it(`finds ${customerId ? 'another customer' : 'no customer'} than the H5 page was told`, async () => {
        toolbar.client.set({ customerId });
        const reply = await send();
        expect(reply).to.deep.equal({ err_msg: 'sendChatMessage:fail customer changed' });
      });

    it('finds another customer when the agent agrees at last', async () => {
      const reply = send();
      await toolbar.asksAgent();
      toolbar.client.set({ customerId: 'wmAnother' });
      toolbar.program.tap('send');
      expect(await reply).to.deep.equal({ err_msg: 'sendChatMessage:fail customer changed' });
    });
  });
});

describe('a relay to a slow client', () => {
  it('still brings the answer that comes after the agent was told', async () => {
    const toolbar = await Toolbar.open();
    const reply = (await toolbar.host()).invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    toolbar.client.set({ latency: 50 });
    toolbar.program.tap('send');
    await eventually('the native call', () => toolbar.client.calls.some(({ api }) => api === 'sendChatMessage'));
    toolbar.program.timers.pass(10_000);
    expect(toolbar.says).to.match(/^企业微信还没有回应/);
    expect(readReply('sendChatMessage', await reply)).to.equal(null);
    await toolbar.isBack();
    toolbar.close();
  });
});

describe('a relay to a silent client', () => {
  let toolbar: Toolbar;
  let reply: Promise<unknown>;
  beforeEach(async () => {
    toolbar = await Toolbar.open();
    reply = (await toolbar.host()).invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    toolbar.client.failNext('sendChatMessage', 'never');
    toolbar.program.tap('send');
    await eventually('the native call', () => toolbar.client.calls.some(({ api }) => api === 'sendChatMessage'));
  });
  afterEach(() => toolbar.close());

  it('tells the agent where to look', () => {
    toolbar.program.timers.pass(10_000);
    expect(toolbar.program.top.data).to.include({
      phase: 'over',
      says: '企业微信还没有回应。请先看会话里有没有这条',
    });
  });

  it('does not say that nothing was sent when the agent leaves', async () => {
    toolbar.program.timers.pass(10_000);
    toolbar.program.tap('leave');
    expect(readReply('sendChatMessage', await reply)).to.include({ code: 'no-answer', outcome: 'unknown' });
  });
});

describe('a relay page that was opened by something else', () => {
  let toolbar: Toolbar;
  beforeEach(async () => (toolbar = await Toolbar.open()));
  afterEach(() => toolbar.close());

  for (const query of ['', '?kf=', '?kf=%%%', '?kf=eyJ', '?kf=bnVsbA', '?kf=IjEi', '?kf=e30'])
    it(`sends nothing and says so: ${query || 'no parameter'}`, () => {
      const before = toolbar.address;
      toolbar.program.decodes = 0;
      toolbar.program.navigateTo(RELAY_PAGE + query);
      expect(toolbar.program.top.data).to.include({ phase: 'over', says: '没有要发送的内容，请从工具栏里的页面发送' });
      toolbar.program.back();
      expect(toolbar.address).to.equal(before);
    });

  it('sends nothing where no H5 page waits below it', async () => {
    const { asked } = toolbar;
    void (await toolbar.host()).invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    toolbar.program.stack.length = 0;
    toolbar.program.navigateTo(asked[0] as string);
    expect(toolbar.program.top.data).to.deep.include({ phase: 'over', lines: [] });
  });
});
