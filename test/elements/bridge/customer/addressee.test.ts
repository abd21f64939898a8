import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ask } from '../../../support/ask.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

/** Both ways to ask: an element's, and the page's own. */
const WAYS: [name: string, send: (bridge: KfBridge) => Promise<unknown>][] = [
  ['an element', bridge => ask(bridge.firstElementChild as Element, text())],
  ['the page', bridge => bridge.send(text())],
];

for (const [who, send] of WAYS)
  describe(`a send that ${who} asks for`, () => {
    let client: SimulatedClient;
    let bridge: KfBridge;
    beforeEach(async () => {
      client = simulateWeCom({ customerId: 'wmA' });
      bridge = await inTouch(html`<kf-bridge timeout="2000"><div></div></kf-bridge>`);
    });
    afterEach(() => client.restore());

    const putBack = (): void => document.body.querySelector('[data-place]')?.append(bridge);
    const takeOut = async (): Promise<void> => {
      (bridge.parentElement as Element).setAttribute('data-place', '');
      bridge.remove();
      await aTimeout(0);
    };

    it('while the bridge connects again is for the customer of before: it stops when there is another one', async () => {
      client.set({ customerId: 'wmB' });
      const again = bridge.reconnect();
      expect(bridge.context).to.equal(null);
      await rejection(send(bridge), 'customer-changed');
      await again;
      expect(callsOf(client)).to.equal(0);
    });

    it('while the bridge connects again goes to the same customer', async () => {
      void bridge.reconnect();
      expect(await send(bridge)).to.include({ outcome: 'sent' });
    });

    it('stops when the customer can not be read after a reconnect', async () => {
      client.set({ customerId: null });
      void bridge.reconnect();
      await rejection(send(bridge), 'customer-changed');
      expect(callsOf(client)).to.equal(0);
    });

    it('in a chat without a known customer stops when the next one is not known either', async () => {
      client.set({ customerId: null });
      await bridge.reconnect();
      void bridge.reconnect();
      await rejection(send(bridge), 'customer-changed');
      expect(callsOf(client)).to.equal(0);
    });

    it('when the bridge is back in the page is for the customer of before', async () => {
      await takeOut();
      client.set({ customerId: 'wmB' });
      putBack();
      await rejection(send(bridge), 'customer-changed');
      expect(callsOf(client)).to.equal(0);
    });

    it('when the bridge is back with the same customer goes out', async () => {
      await takeOut();
      putBack();
      expect(await send(bridge)).to.include({ outcome: 'sent' });
    });

    it('while the bridge connects for the first time is for whom it finds', async () => {
      const first = fixtureSync<KfBridge>(html`<kf-bridge timeout="2000"><div></div></kf-bridge>`);
      expect(await send(first)).to.include({ outcome: 'sent' });
    });

    it('goes on through a connection that was made meanwhile, to the same customer', async () => {
      bridge.beforeSend = async message => {
        bridge.beforeSend = null;
        await bridge.reconnect();
        return message;
      };
      expect(await send(bridge)).to.include({ outcome: 'sent' });
      expect(client.sent).to.have.length(1);
    });
  });

describe('an element that had another customer on screen when it was pressed', () => {
  it('sends nothing', async () => {
    const host = new ManualHost({ customerId: 'wmA' });
    const bridge = await inTouch(html`<kf-bridge .host=${host}><div></div></kf-bridge>`);
    const { addressee } = bridge;
    host.customerId = 'wmB';
    await bridge.reconnect();
    await rejection(ask(bridge.firstElementChild as Element, text(), { addressee }), 'customer-changed');
    expect(host.sends).to.deep.equal([]);
  });
});

describe('the addressee of a bridge', () => {
  it('changes before anything tells that the bridge is ready', async () => {
    const host = new ManualHost({ customerId: 'wmA' });
    const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    const before = bridge.addressee;
    host.customerId = 'wmB';
    const seen: string[] = [];
    bridge.addEventListener('kf-ready', () => seen.push(bridge.addressee));
    const observer = new MutationObserver(() => seen.push(bridge.addressee));
    observer.observe(bridge, { attributes: true });
    const again = bridge.reconnect().then(() => seen.push(bridge.addressee));
    expect(bridge.addressee).to.equal(before);
    await again;
    observer.disconnect();
    const after = seen.filter(addressee => addressee !== before);
    expect(after.length).to.be.at.least(2);
    expect(new Set(after).size).to.equal(1);
  });

  it('is the same for the same customer, in another bridge, too', async () => {
    const one = await inTouch(html`<kf-bridge .host=${new ManualHost({ customerId: 'wmA' })}></kf-bridge>`);
    const two = await inTouch(html`<kf-bridge .host=${new ManualHost({ customerId: 'wmA' })}></kf-bridge>`);
    expect(one.addressee).to.equal(two.addressee);
  });
});

describe('clocks that jump', () => {
  const { now } = Date;
  afterEach(() => (Date.now = now));

  for (const [story, by] of [
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ] as const)
    it(`${story} while the bridge connects change nothing`, async () => {
      const client = simulateWeCom({ latency: 30 });
      const bridge = fixtureSync<KfBridge>(html`<kf-bridge timeout="2000"></kf-bridge>`);
      await aTimeout(5);
      Date.now = () => now() + by;
      expect(await bridge.ready).to.include({ entry: 'single_kf_tools' });
      client.restore();
    });
});
