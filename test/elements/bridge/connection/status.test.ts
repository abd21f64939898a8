import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import { type BridgeListener, BridgeRequestEvent, type BridgeStatus } from '../../../../src/events/bridge-status.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ManualHost } from '../../../support/manual-host.js';
import { rejection } from '../../../support/rejection.js';

/** What an element inside is told about its bridge: the states, in order, and how to stop listening. */
function follow(asker: Element): { states: string[]; status: BridgeStatus | null; stop: () => void } {
  const followed = { states: [] as string[], status: null as BridgeStatus | null, stop: (): void => undefined };
  const listener: BridgeListener = (status, unsubscribe) => {
    followed.states.push(status.state);
    followed.status = status;
    followed.stop = unsubscribe;
  };
  asker.dispatchEvent(new BridgeRequestEvent(asker, listener));
  return followed;
}

const bridgeWith = (host: ManualHost | null): KfBridge =>
  fixtureSync<KfBridge>(html`<kf-bridge timeout="30" .host=${host}><div></div></kf-bridge>`);
const inside = (bridge: KfBridge): Element => bridge.querySelector('div') as Element;

describe('an element that asks for the status of its bridge', () => {
  it('is told at once, and again when the bridge is ready', async () => {
    const bridge = bridgeWith(new ManualHost());
    const { states } = follow(inside(bridge));
    expect(states).to.deep.equal(['connecting']);
    await bridge.ready;
    expect(states).to.deep.equal(['connecting', 'connecting', 'ready']);
  });

  it('is told also when somebody else who is told throws', async () => {
    const { error } = console;
    console.error = () => undefined;
    try {
      const bridge = bridgeWith(new ManualHost());
      const refuse = (): never => {
        throw new Error('no');
      };
      inside(bridge).dispatchEvent(new BridgeRequestEvent(inside(bridge), refuse));
      const { states } = follow(inside(bridge));
      await bridge.ready;
      expect(states.pop()).to.equal('ready');
    } finally {
      console.error = error;
    }
  });

  it('finds the context, before anyone presses send', async () => {
    const bridge = bridgeWith(new ManualHost({ entry: 'single_chat_tools', platform: 'mac' }));
    await bridge.ready;
    expect(follow(inside(bridge)).status?.context).to.include({ entry: 'single_chat_tools', platform: 'mac' });
  });

  it('finds the reason where there is no client', async () => {
    const bridge = bridgeWith(null);
    const followed = follow(inside(bridge));
    await rejection(bridge.ready);
    expect(followed.states.slice(-1)[0]).to.equal('absent');
    expect(followed.status?.error).to.include({ code: 'host-absent' });
  });

  it('hears of the new customer before the page does', async () => {
    const client = simulateWeCom({ customerId: 'wm1' });
    const bridge = bridgeWith(null);
    await bridge.ready;
    const followed = follow(inside(bridge));
    const heard: (string | undefined)[] = [];
    bridge.addEventListener('kf-ready', () =>
      heard.push(followed.states.slice(-1)[0], followed.status?.context?.customerId),
    );
    client.set({ customerId: 'wm2' });
    await bridge.reconnect();
    client.restore();
    expect(heard).to.deep.equal(['ready', 'wm2']);
  });

  it('hears no more when it has stopped listening', async () => {
    const bridge = bridgeWith(new ManualHost());
    const { states, stop } = follow(inside(bridge));
    (() => stop)()();
    await bridge.ready;
    expect(states).to.have.length(1);
  });

  it('may press a button of its own that connects again', async () => {
    const bridge = bridgeWith(null);
    await rejection(bridge.ready);
    const { status } = follow(inside(bridge));
    bridge.host = new ManualHost();
    expect(await status?.reconnect()).to.include({ channel: 'manual' });
  });

  it('is answered from inside a shadow root', () => {
    const inner = document.createElement('p');
    inside(bridgeWith(null)).attachShadow({ mode: 'open' }).append(inner);
    expect(follow(inner).states).to.deep.equal(['connecting']);
  });
});

describe('a question for the status', () => {
  it('is answered by the innermost bridge only', () => {
    const outer = fixtureSync<KfBridge>(html`
      <kf-bridge>
        <kf-bridge><div></div></kf-bridge>
      </kf-bridge>
    `);
    const followed = follow(inside(outer));
    expect(followed.states).to.have.length(1);
    expect(followed.status).to.equal(outer.querySelector('kf-bridge'));
  });

  it('is answered by the bridge for the page where no other is around', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge scope="page"></kf-bridge>`);
    const outside = fixtureSync<Element>(html`<div></div>`);
    expect(follow(outside).status).to.equal(bridge);
    bridge.remove();
    await aTimeout(0);
    expect(follow(outside).status).to.equal(null);
  });

  it('about something else passes by', () => {
    const bridge = bridgeWith(null);
    const request = new BridgeRequestEvent(inside(bridge), () => expect.fail('answered'));
    Object.defineProperty(request, 'context', { value: 'theme' });
    let passed = false;
    document.addEventListener('context-request', () => (passed = true), { once: true });
    inside(bridge).dispatchEvent(request);
    expect(passed).to.be.true;
  });

  it('that wants no more than the answer of now gets one', async () => {
    const bridge = bridgeWith(new ManualHost());
    const states: string[] = [];
    const request = new BridgeRequestEvent(inside(bridge), ({ state }) => states.push(state));
    Object.defineProperty(request, 'subscribe', { value: false });
    inside(bridge).dispatchEvent(request);
    await bridge.ready;
    expect(states).to.deep.equal(['connecting']);
  });

  it('without anything to call is no question', () => {
    const bridge = bridgeWith(null);
    const request = new BridgeRequestEvent(inside(bridge), undefined as never);
    expect(() => inside(bridge).dispatchEvent(request)).not.to.throw();
  });
});

describe('the status in a client that blocks', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('says why', async () => {
    client.failNext('getContext', { err_msg: 'getContext:fail_no permission' });
    const bridge = bridgeWith(null);
    const followed = follow(inside(bridge));
    await rejection(bridge.ready);
    expect(followed.states.slice(-1)[0]).to.equal('blocked');
    expect(followed.status?.error).to.include({ code: 'no-permission' });
    expect(followed.status?.context).to.equal(null);
  });
});
