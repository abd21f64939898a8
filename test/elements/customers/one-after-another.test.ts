import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { simulateWeCom } from '../../../src/simulator/index.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { clearPage } from '../../support/page.js';
import { both, goes, Outcome, panel, pressCard } from '../presses/page-asking.js';

beforeEach(asOnNewPage);

describe('a desk that goes from customer to customer: send, open the next one, await bridge.reconnect(), send', () => {
  it('a quick client (all within 100 ms): it goes to B', async () => {
    const { element, bridge, card } = await both(`loop${A}`);
    const outcome = new Outcome();
    const all = async (): Promise<void> => {
      await card.send();
      chat.customerId = B;
      stopClock(40); // the client opens the chat, and says who it is
      await bridge.reconnect();
      outcome.of(element.send());
    };
    void all();
    await chat.reached(1);
    chat.answer();
    await eventually('asked', () => outcome.text);
    await goes(outcome, 1);
  });

  it('the same with the greeting at kf-ready, as the page opens the next conversation at kf-sent: it goes to B', async () => {
    const { element, bridge, card } = await both(`next${A}`);
    const outcome = new Outcome();
    bridge.addEventListener('kf-ready', () => outcome.of(element.send()));
    card.addEventListener('kf-sent', () => {
      chat.customerId = B;
      stopClock(40);
      void bridge.reconnect();
    });
    await pressCard(card);
    await chat.reached(1);
    chat.answer();
    await eventually('asked', () => outcome.text);
    await goes(outcome, 1);
  });
});

describe('the same by the real clock, with the simulator as it is', () => {
  it('three customers, one after the other: each gets the menu', async () => {
    clearPage();
    const client = simulateWeCom({ customerId: A });
    const bridge = fixtureSync<KfBridge>(
      html`<kf-bridge><kf-menu-composer .value=${given.msgmenu}></kf-menu-composer></kf-bridge>`,
    );
    const composer: KfMenuComposer = bridge.querySelector('kf-menu-composer')!;
    await bridge.ready;
    const results: string[] = [];
    for (const customerId of [A, B, `C${A}`]) {
      client.set({ customerId });
      await bridge.reconnect();
      results.push(
        await composer.send().then(
          ({ outcome }) => outcome,
          ({ code }: { code: string }) => code,
        ),
      );
    }
    client.restore();
    expect(results).to.deep.equal(['sent', 'sent', 'sent']);
  });
});

describe('the same, with a panel made anew for each customer, bridge and all', () => {
  it('send, make the next panel, await bridge.ready, send (a quick client): it goes to B', async () => {
    const make = chat.rebuilding();
    const first = make();
    await first.bridge.ready;
    stopClock(5000);
    const outcome = new Outcome();
    const all = async (): Promise<void> => {
      await first.element.send();
      chat.customerId = B;
      stopClock(40);
      const { bridge, element } = make();
      await bridge.ready;
      outcome.of(element.send());
    };
    void all();
    await chat.reached(1);
    chat.answer();
    await eventually('asked', () => outcome.text);
    await goes(outcome, 1);
  });
});

describe('two changes within two tasks (a bridge that found A right before): the window of the first one ends that of the second', () => {
  it('the page greets in the next task (setTimeout) after kf-ready: it goes to B', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    bridge.addEventListener('kf-ready', () => void setTimeout(() => outcome.of(element.send())));
    await chat.open(bridge, B);
    await eventually('asked', () => outcome.text);
    await goes(outcome);
  });
});
