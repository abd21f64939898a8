import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const bridge = (): KfBridge => fixtureSync<KfBridge>(html`<kf-bridge timeout="80"></kf-bridge>`);
const stateOf = (element: KfBridge): (string | null)[] => [element.state, element.getAttribute('state')];

describe('a bridge whose client answers', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('is connecting at first, without a context', () => {
    const element = bridge();
    expect(stateOf(element)).to.deep.equal(['connecting', 'connecting']);
    expect(element.context).to.equal(null);
  });

  it('is ready before its promise says so', async () => {
    const element = bridge();
    const seen = await element.ready.then(() => stateOf(element));
    expect(seen).to.deep.equal(['ready', 'ready']);
  });

  it('is ready before its event says so', async () => {
    const element = bridge();
    const seen: unknown[] = [];
    element.addEventListener('kf-ready', ({ detail }) => seen.push(...stateOf(element), detail));
    await element.ready;
    expect(seen).to.deep.equal(['ready', 'ready', element.context]);
  });

  it('says so once, and everybody around hears it', async () => {
    const outside = record(document, ['kf-ready', 'kf-blocked']);
    const element = bridge();
    await element.ready;
    expect(outside.map(({ type, target }) => [type, target])).to.deep.equal([['kf-ready', element]]);
  });
});

describe('a bridge whose client refuses to say where it is', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('is blocked before its promise rejects', async () => {
    client.failNext('getContext', { err_msg: 'getContext:fail_no permission' });
    const element = bridge();
    await rejection(element.ready, 'no-permission');
    expect(stateOf(element)).to.deep.equal(['blocked', 'blocked']);
  });

  it('is blocked before its event says so, and why', async () => {
    client.failNext('getContext', { err_msg: 'getContext:fail_no permission' });
    const element = bridge();
    const seen: unknown[] = [];
    document.addEventListener('kf-blocked', ({ detail }) => seen.push(...stateOf(element), detail.error.code), {
      once: true,
    });
    await rejection(element.ready);
    expect(seen).to.deep.equal(['blocked', 'blocked', 'no-permission']);
  });

  it('is blocked when the signature is wrong', async () => {
    const text = 'getContext:fail_invalid signature more info at /devtool/query?e=40093';
    client.failNext('getContext', { err_msg: text });
    const error = await rejection(bridge().ready, 'invalid-signature');
    expect(error.raw).to.include({ err_msg: text });
  });

  it('is blocked when the client never answers', async () => {
    client.failNext('getContext', 'never');
    const element = bridge();
    await rejection(element.ready, 'no-context');
    expect(stateOf(element)).to.deep.equal(['blocked', 'blocked']);
  });

  it('is blocked when the answer names no entry', async () => {
    client.failNext('getContext', { err_msg: 'getContext:ok' });
    await rejection(bridge().ready, 'no-context');
  });

  it('sends nothing then, and says the same reason', async () => {
    client.failNext('getContext', 'never');
    await rejection(bridge().send(text()), 'no-context');
    expect(client.sent).to.deep.equal([]);
  });

  it('is ready again after a successful reconnect()', async () => {
    client.failNext('getContext', 'never');
    const element = bridge();
    await rejection(element.ready);
    const context = element.reconnect();
    expect(stateOf(element)).to.deep.equal(['connecting', 'connecting']);
    expect(await context).to.equal(element.context);
    expect(stateOf(element)).to.deep.equal(['ready', 'ready']);
  });
});

describe('a bridge without a client', () => {
  it('is absent, and its promise says why', async () => {
    const element = bridge();
    const error = await rejection(element.ready, 'host-absent');
    expect(error.outcome).to.equal('not-sent');
    expect(stateOf(element)).to.deep.equal(['absent', 'absent']);
    expect(element.context).to.equal(null);
  });

  it('says so with kf-blocked, too', async () => {
    const element = bridge();
    const { detail } = await oneEvent<CustomEvent<{ error: unknown }>>(element, 'kf-blocked');
    expect(detail.error).to.include({ code: 'host-absent' });
    expect(stateOf(element)).to.deep.equal(['absent', 'absent']);
  });

  it('keeps a send waiting until then, and no longer', async () => {
    await rejection(bridge().send(text()), 'host-absent');
  });

  it('waits ten seconds by default', () => {
    expect(fixtureSync<KfBridge>(html`<kf-bridge></kf-bridge>`).timeout).to.equal(10_000);
  });
});

describe('a client in which one msgtype is not allowed', () => {
  it('does not block the bridge', async () => {
    const client = simulateWeCom({ entry: 'single_chat_tools' });
    const element = bridge();
    expect(await element.ready).to.include({ entry: 'single_chat_tools' });
    expect(element.state).to.equal('ready');
    client.restore();
  });
});
