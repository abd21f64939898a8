import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import { KfSendEvent } from '../../../../src/events/kf-send.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { inTouch } from '../../../support/in-touch.js';
import { click, menu, text } from '../../../support/messages.js';

const invalid = menu(click(''));

describe('a promise of the bridge that nobody handles', () => {
  let client: SimulatedClient;
  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    unhandled.push(event.reason);
  };

  beforeEach(() => {
    client = simulateWeCom();
    window.addEventListener('unhandledrejection', note);
  });
  afterEach(() => {
    window.removeEventListener('unhandledrejection', note);
    unhandled.length = 0;
    client.restore();
  });

  /** Waits until `bridge` has told so many outcomes, and for the engine to notice. */
  const raisesNothing = async (bridge: KfBridge, act: () => void, outcome = 'kf-error'): Promise<void> => {
    const events = record(bridge, [outcome]);
    act();
    while (events.length === 0) await aTimeout(5);
    await aTimeout(20);
    expect(unhandled.map(String)).to.deep.equal([]);
  };

  const ready = (): Promise<KfBridge> => inTouch(html`<kf-bridge timeout="40"><div></div></kf-bridge>`);

  it('may be that of an invalid message', async () => {
    const bridge = await ready();
    await raisesNothing(bridge, () => void bridge.send(invalid));
  });

  it('may be that of a refusal', async () => {
    const bridge = await ready();
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
    await raisesNothing(bridge, () => void bridge.send(text()));
  });

  it('may be that of a timeout', async () => {
    const bridge = await ready();
    client.failNext('sendChatMessage', 'never');
    await raisesNothing(bridge, () => void bridge.send(text()));
  });

  it("may be that of the user's cancel", async () => {
    const bridge = await ready();
    client.failNext('sendChatMessage', 'cancel');
    await raisesNothing(bridge, () => void bridge.send(text()), 'kf-cancel');
  });

  it('may be that of an aborted send', async () => {
    const bridge = await ready();
    const controller = new AbortController();
    client.failNext('sendChatMessage', 'never');
    await raisesNothing(bridge, () => {
      void bridge.send(text(), controller);
      setTimeout(() => controller.abort(), 10);
    });
  });

  it('may be that of a page that says no', async () => {
    const bridge = await ready();
    bridge.beforeSend = () => Promise.reject(new Error('no'));
    await raisesNothing(bridge, () => void bridge.send(text()));
  });

  it('may be ready', async () => {
    client.failNext('getContext', 'never');
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge timeout="40"></kf-bridge>`);
    await raisesNothing(bridge, () => undefined, 'kf-blocked');
  });

  it('may be that of reconnect()', async () => {
    const bridge = await ready();
    client.failNext('getContext', { err_msg: 'getContext:fail' });
    await raisesNothing(bridge, () => void bridge.reconnect(), 'kf-blocked');
  });

  for (const [story, message] of [
    ['an element whose message is invalid', invalid],
    ['an element that is refused', text()],
  ] as [string, ChatMessage][])
    it(`may be that of ${story}`, async () => {
      const bridge = await ready();
      client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
      bridge.firstElementChild?.dispatchEvent(new KfSendEvent(message));
      await aTimeout(30);
      expect(unhandled.map(String)).to.deep.equal([]);
    });

  it('may be that of a bridge that leaves the page', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge channel="ww"></kf-bridge>`);
    void bridge.send(text());
    await aTimeout(0);
    bridge.remove();
    await aTimeout(30);
    expect(unhandled.map(String)).to.deep.equal([]);
  });
});
