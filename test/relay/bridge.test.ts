import { expect } from '@open-wc/testing';
import type { KfError } from '../../src/core/index.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { record, typesOf } from '../support/ask.js';
import { menu, text, view } from '../support/messages.js';
import { Toolbar, type ToolbarOptions } from './toolbar.js';

describe('a bridge in the web-view of a mini program', () => {
  let toolbar: Toolbar;
  let bridge: KfBridge;
  const open = async (options?: ToolbarOptions): Promise<void> => {
    toolbar = await Toolbar.open(options);
    bridge = await toolbar.bridge();
  };
  afterEach(() => toolbar.close());

  /** The error of a send; one of another page is no `Error` of this one. */
  const problem = (sending: Promise<unknown>): Promise<KfError> =>
    sending.then(
      () => expect.fail('it was sent'),
      (reason: unknown) => reason as KfError,
    );

  it('knows what the mini program knows', async () => {
    await open({ client: { customerId: 'wmLi' } });
    expect(bridge.context).to.deep.equal({
      channel: 'relay',
      entry: 'single_kf_tools',
      platform: 'ios',
      version: '4.1.6',
      customerId: 'wmLi',
    });
    expect(toolbar.address).not.to.include('#');
  });

  it('sends a message', async () => {
    await open();
    const events = record(bridge);
    const receipt = bridge.send(text());
    await toolbar.asksAgent();
    toolbar.program.tap('send');
    expect(await receipt).to.include({ outcome: 'sent', channel: 'relay' });
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
    expect(toolbar.sent).to.deep.equal([text()]);
  });

  it('sends through a relay that the page made itself', async () => {
    toolbar = await Toolbar.open();
    bridge = await toolbar.bridge({ host: await toolbar.host() });
    const receipt = bridge.send(text());
    await toolbar.asksAgent();
    toolbar.program.tap('send');
    expect(await receipt).to.include({ outcome: 'sent', channel: 'relay' });
  });

  it('sends what waits one after the other, also after a cancel', async () => {
    await open();
    const [first, second] = [bridge.send(text('一')), bridge.send(text('二'))];
    await toolbar.asksAgent();
    expect(toolbar.program.stack).to.have.length(2);
    toolbar.program.tap('cancel');
    expect(await problem(first)).to.include({ code: 'cancelled', outcome: 'not-sent' });
    await toolbar.asksAgent();
    toolbar.program.tap('send');
    await second;
    expect(toolbar.sent).to.deep.equal([text('二')]);
  });

  it('refuses a message that is too large before it leaves the page', async () => {
    await open();
    const error = await problem(bridge.send(menu(view(`https://a.cn/${'x'.repeat(800)}`))));
    expect(error).to.include({ code: 'too-large', outcome: 'not-sent' });
    expect(error.details).to.include({ limit: 1024 }).and.to.have.property('actual').above(1024);
    expect(toolbar.asked).to.deep.equal([]);
  });

  it('says that nothing was sent when the relay page does not open', async () => {
    await open({ navigateTo: { err_msg: 'invokeMiniProgramAPI:fail page not found' } });
    const error = await problem(bridge.send(text()));
    expect(error).to.include({ code: 'host-absent', outcome: 'not-sent' });
    expect(error.raw).to.deep.equal({ errMsg: 'invokeMiniProgramAPI:fail page not found' });
  });

  it('says that nothing was sent when another customer is in the chat', async () => {
    await open();
    toolbar.client.set({ customerId: 'wmAnother' });
    const error = await problem(bridge.send(text()));
    expect(error.outcome).to.equal('not-sent');
    expect(error.raw).to.deep.equal({ err_msg: 'sendChatMessage:fail customer changed' });
    expect(toolbar.sent).to.deep.equal([]);
  });

  it('stops a menu outside a customer-service chat, as the mini program told it', async () => {
    await open({ client: { entry: 'single_chat_tools' } });
    expect(await problem(bridge.send(menu(view())))).to.include({ code: 'wrong-entry', outcome: 'not-sent' });
    expect(toolbar.asked).to.deep.equal([]);
  });

  it('does not know whether a message is out when the agent takes too long', async () => {
    await open();
    bridge.timeout = 500;
    const events = record(bridge);
    const error = problem(bridge.send(text()));
    await toolbar.asksAgent();
    expect(await error).to.include({ code: 'timeout', outcome: 'unknown' });
    toolbar.program.tap('send');
    await toolbar.isBack();
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
  });
});
