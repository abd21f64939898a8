import { install } from '@sinonjs/fake-timers';
import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import { WxQyHost, type Host } from '../../../../src/hosts/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { record, typesOf } from '../../../support/ask.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { FakeQy } from '../fake-qy.js';

let qy: FakeQy;
const bridgeOf = (host: Host): KfBridge =>
  fixtureSync<KfBridge>(html`<kf-bridge timeout="80" .host=${host}></kf-bridge>`);
const connected = async (): Promise<KfBridge> => {
  const bridge = bridgeOf(new WxQyHost(qy.object));
  await bridge.ready;
  qy.calls.length = 0;
  return bridge;
};
beforeEach(() => (qy = new FakeQy()));

describe('a bridge over wx.qy that connects', () => {
  const calls = async (): Promise<string[]> => {
    await bridgeOf(new WxQyHost(qy.object)).ready;
    return qy.calls;
  };

  it('asks for the session before anything else, and needs no login while it lives', async () => {
    expect(await calls()).to.deep.equal(['checkSession', 'getContext', 'getCurExternalContact']);
  });

  it('logs in once where the session has expired', async () => {
    qy.modes = { checkSession: 'fail' };
    expect(await calls()).to.deep.equal(['checkSession', 'login', 'getContext', 'getCurExternalContact']);
  });

  it('leaves a library alone that knows no checkSession', async () => {
    qy.modes = { checkSession: 'missing' };
    expect(await calls()).to.deep.equal(['getContext', 'getCurExternalContact']);
  });

  for (const [story, modes] of [
    ['is blocked when the login is refused', { checkSession: 'fail', login: 'fail' }],
    ['is blocked when the library has no login', { checkSession: 'fail', login: 'missing' }],
    ['is blocked when the session never answers', { checkSession: 'never' }],
    ['is blocked when the login never answers', { checkSession: 'fail', login: 'never' }],
  ] as [string, FakeQy['modes']][])
    it(`${story}, and asks nothing more`, async () => {
      qy.modes = modes;
      const bridge = bridgeOf(new WxQyHost(qy.object));
      expect(await rejection(bridge.ready)).to.include({ outcome: 'not-sent' });
      expect(bridge.state).to.equal('blocked');
      expect(qy.calls).not.to.include('getContext');
    });

  it('is ready after a reconnect() when the login works again', async () => {
    qy.modes = { checkSession: 'fail', login: 'fail' };
    const bridge = bridgeOf(new WxQyHost(qy.object));
    await rejection(bridge.ready, 'refused');
    qy.modes = {};
    expect(await bridge.reconnect()).to.include({ channel: 'wx.qy' });
  });
});

/** What each send asks the client. */
const EACH = ['checkSession', 'getCurExternalContact', 'sendChatMessage'];

describe('a send over wx.qy', () => {
  it('asks for the session before each native call', async () => {
    const bridge = await connected();
    await Promise.all([bridge.send(text('一')), bridge.send(text('二'))]);
    expect(qy.calls).to.deep.equal([...EACH, ...EACH]);
  });

  it('logs in once when the session has expired meanwhile, then goes on', async () => {
    const bridge = await connected();
    qy.modes = { checkSession: 'fail' };
    expect(await bridge.send(text())).to.include({ outcome: 'sent' });
    expect(qy.calls).to.deep.equal(['checkSession', 'login', ...EACH.slice(1)]);
  });

  it('is not made when the login is refused: one kf-error, and the reason', async () => {
    const bridge = await connected();
    const events = record(bridge);
    qy.modes = { checkSession: 'fail', login: 'fail' };
    const error = await rejection(bridge.send(text()), 'refused');
    expect(error).to.include({ outcome: 'not-sent' });
    expect(error.raw).to.deep.equal({ errMsg: 'qy__login:fail session expired' });
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail).to.deep.equal({ message: text(), error });
    expect(qy.calls).to.deep.equal(['checkSession', 'login']);
  });

  it('goes out after one that the login stopped', async () => {
    const bridge = await connected();
    qy.modes = { checkSession: 'fail', login: 'fail' };
    await rejection(bridge.send(text('一')));
    qy.modes = {};
    expect(await bridge.send(text('二'))).to.include({ outcome: 'sent' });
  });

  it('asks the page before the session', async () => {
    const bridge = await connected();
    bridge.beforeSend = () => false;
    await rejection(bridge.send(text()), 'stopped');
    expect(qy.calls).to.deep.equal([]);
  });
});

describe('a session that does not answer a send', () => {
  let bridge: KfBridge;
  let clock: ReturnType<typeof install>;
  beforeEach(async () => {
    bridge = await connected();
    qy.modes = { checkSession: 'never' };
    clock = install({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => clock.uninstall());

  it('stops it after a while: nothing was sent, and the next one goes', async () => {
    const first = rejection(bridge.send(text('一')), 'no-context');
    const second = bridge.send(text('二'));
    await clock.tickAsync(9000);
    qy.modes = {};
    expect(qy.calls).to.deep.equal(['checkSession']);
    await clock.tickAsync(1000);
    expect(await first).to.include({ outcome: 'not-sent' });
    expect(await second).to.include({ outcome: 'sent' });
    expect(qy.calls).to.deep.equal(['checkSession', ...EACH]);
  });

  it('gives way to the signal at once', async () => {
    const controller = new AbortController();
    const sending = bridge.send(text(), controller);
    await clock.tickAsync(10);
    controller.abort();
    expect(await rejection(sending, 'aborted')).to.include({ outcome: 'not-sent' });
    await clock.tickAsync(20_000);
    expect(qy.calls).to.deep.equal(['checkSession']);
  });

  it('gives way to the removal of the bridge: nothing is sent later', async () => {
    const sending = rejection(bridge.send(text()), 'host-absent');
    await clock.tickAsync(10);
    bridge.remove();
    await clock.tickAsync(20_000);
    await sending;
    expect(qy.calls).to.deep.equal(['checkSession']);
  });
});

describe("a session of the page's own host", () => {
  it('is not asked for where the host has none', async () => {
    const host = new ManualHost();
    const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    const sending = bridge.send(text());
    await host.reached(1);
    host.answer();
    expect(await sending).to.include({ channel: 'manual', outcome: 'sent' });
  });

  for (const [story, prepare] of [
    ['throws', () => JSON.parse('')],
    ['rejects', () => Promise.reject(new Error('no session'))],
    ['rejects without a reason', () => Promise.reject()],
  ] as [string, () => Promise<void>][])
    it(`stops the send when it ${story}`, async () => {
      const host: ManualHost & Pick<Host, 'prepare'> = new ManualHost();
      const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
      host.prepare = prepare;
      expect(await rejection(bridge.send(text()), 'no-context')).to.include({ outcome: 'not-sent' });
      expect(host.sends).to.deep.equal([]);
    });

  it('holds a send back while it is made, and a new connection to another customer stops it', async () => {
    const host: ManualHost & Pick<Host, 'prepare'> = new ManualHost();
    const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    let done!: () => void;
    host.prepare = () => new Promise(resolve => (done = resolve));
    const sending = rejection(bridge.send(text()), 'customer-changed');
    await aTimeout(0);
    delete host.prepare;
    host.customerId = 'wmAnother';
    await bridge.reconnect();
    done();
    await sending;
    expect(host.sends).to.deep.equal([]);
  });
});
