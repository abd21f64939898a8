import { aTimeout, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../../src/kf-product-list.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import type { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { centreOf, eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { nth } from '../../product-list/list-page.js';
import { told } from '../page-asking.js';

beforeEach(asOnNewPage);

/** A button of the page's, and how it is pressed. */
function button(onClick: () => unknown): () => Promise<void> {
  const made = fixtureSync<HTMLButtonElement>(html`<button style="position: fixed; top: 0; left: 0">发送</button>`);
  made.addEventListener('click', () => void onClick());
  return () => sendMouse({ type: 'click', position: centreOf(made) });
}

/** What a page does before it sends. */
const FIRST: Record<string, () => Promise<unknown>> = {
  'asks its user in a dialog ($confirm)': () => aTimeout(0),
  'asks its server': () => aTimeout(80),
  'waits whether there is another press (debounce)': () => aTimeout(200),
};

/** A panel with a composer and a list beside it, whose customer has been there for long. */
async function panel(): Promise<ComposerPage> {
  const view = await chat.panel(
    html`<kf-menu-composer .value=${given}></kf-menu-composer
      ><kf-product-list .products=${[nth(1, { productId: `pressed${A}` })]}></kf-product-list>`,
  );
  stopClock(5000);
  return view;
}

/** A's product, which is sent by the page; the client takes its time. */
const sendProduct = ({ bridge }: ComposerPage): Promise<unknown> =>
  (bridge.querySelector('kf-product-list')!.send(`pressed${A}`) as Promise<unknown>).catch(() => undefined);

for (const [what, first] of Object.entries(FIRST))
  describe(`a page's button whose page ${what}`, () => {
    it("pressed as the chat has just become B's: nothing goes to B", async () => {
      const { element, bridge } = await panel();
      let isOver = false;
      const pressIt = button(async () => {
        await first();
        await element.send().catch(() => undefined);
        isOver = true;
      });
      await chat.open(bridge, B);
      await pressIt();
      while (!isOver) await aTimeout(10);
      await sendBehind(0, chat, bridge);
    });

    it("pressed in A's chat, and B's is there by then: nothing goes to B", async () => {
      const { element, bridge } = await panel();
      let go = (): void => undefined;
      const opened = new Promise<void>(resolve => (go = resolve));
      let isOver = false;
      const pressIt = button(async () => {
        await Promise.all([first(), opened]);
        await element.send().catch(() => undefined);
        isOver = true;
      });
      await pressIt();
      await chat.open(bridge, B);
      await aTimeout(20); // what is done at once as the chat is B's, is for B
      go();
      while (!isOver) await aTimeout(10);
      await sendBehind(0, chat, bridge);
    });

    it("pressed in B's chat half a second after A's product has come out there: it goes to B", async () => {
      const view = await panel();
      const { element, bridge } = view;
      const pressIt = button(async () => {
        await first();
        await element.send();
      });
      void sendProduct(view);
      await chat.reached(1);
      await chat.open(bridge, B);
      stopClock(5000);
      chat.answer();
      await aTimeout(0);
      stopClock(600);
      await pressIt();
      await chat.reached(2);
    });
  });

describe("a desk of several bridges, whose own button opens B's chat, tells them one after the other, and greets there", () => {
  it('goes to B', async () => {
    const { element, bridge } = await panel();
    const { bridge: second } = await chat.panel();
    const pressIt = button(async () => {
      chat.customerId = B;
      stopClock(1);
      await bridge.reconnect();
      await aTimeout(30);
      await second.reconnect();
      await element.send();
    });
    await pressIt();
    await chat.reached(1);
  });
});

describe("a page's own control that is no button (<div @click>, <uni-button>), pressed as the chat has just become B's; the page asks its server first", () => {
  it('nothing goes to B', async () => {
    const { element, bridge } = await panel();
    const made = fixtureSync<HTMLElement>(
      html`<div style="position: fixed; top: 0; left: 0; cursor: pointer"><span>发送问候</span></div>`,
    );
    let isOver = false;
    made.addEventListener('click', () => {
      void aTimeout(80).then(async () => {
        await element.send().catch(() => undefined);
        isOver = true;
      });
    });
    await chat.open(bridge, B);
    await sendMouse({ type: 'click', position: centreOf(made) });
    await eventually('it is over', () => isOver);
    await sendBehind(0, chat, bridge);
  });
});

describe("an element that was out of the page as the chat became B's (<keep-alive>); long after that the page's button shows it, and asks its server", () => {
  for (const first of [0, 80])
    it(`it goes to B (${first} ms)`, async () => {
      const { element, bridge } = await panel();
      element.remove();
      await chat.open(bridge, B);
      stopClock(5000);
      const pressIt = button(async () => {
        stopClock(1);
        bridge.append(element);
        await element.updateComplete;
        if (first) await aTimeout(first);
        await element.send();
      });
      await pressIt();
      await chat.reached(1);
    });
});

describe("a panel that the page's button opens in B's chat by Enter, long after A's was closed; the page asks its server as it connects", () => {
  it('goes to B', async () => {
    const make = chat.rebuilding();
    const { bridge } = make();
    await bridge.ready;
    bridge.remove();
    await aTimeout(0);
    stopClock(5000);
    chat.customerId = B;
    const go = chat.slowly();
    const made = fixtureSync<HTMLButtonElement>(html`<button>发消息</button>`);
    let isAsked = false;
    made.addEventListener('click', () => {
      stopClock(1);
      const { element } = make();
      void aTimeout(80).then(() => {
        void element.send();
        isAsked = true;
      });
    });
    made.focus();
    await press('Enter');
    await eventually('it is asked for', () => isAsked);
    go();
    await chat.reached(1);
  });
});

describe("a desk whose own button opens B's chat and greets there (await bridge.reconnect(); composer.send())", () => {
  for (const isSlow of [false, true])
    it(`goes to B (${isSlow ? 'a slow client' : 'a client that answers at once'})`, async () => {
      const { element, bridge } = await panel();
      let go: (() => void) | undefined;
      const pressIt = button(async () => {
        chat.customerId = B;
        if (isSlow) go = chat.slowly();
        stopClock(1);
        await bridge.reconnect();
        await element.send();
      });
      await pressIt();
      go?.();
      await chat.reached(1);
    });
});

describe("a page's button, pressed right after the page has made its panel anew for B, bridge and all, which connects", () => {
  it('nothing goes to B', async () => {
    const make = chat.rebuilding();
    let current = make();
    await current.bridge.ready;
    const pressIt = button(() => current.element.send().catch(() => undefined));
    chat.customerId = B;
    const go = chat.slowly();
    stopClock(5000);
    current = make();
    await told();
    await pressIt();
    go();
    await current.bridge.ready;
    await sendBehind(0, chat, current.bridge);
  });
});

describe('a form that the page submits by itself as it hears that a product is out, and which sends its menu then', () => {
  for (const how of ['requestSubmit', 'click'] as const)
    it(`the product was A's, and B's chat is open by then: the menu does not go to B (${how})`, async () => {
      const view = await chat.panel(
        html`<form><kf-menu-composer .value=${given}></kf-menu-composer><button>提交</button></form
          ><kf-product-list .products=${[nth(1, { productId: `pressed${A}` })]}></kf-product-list>`,
      );
      const { element, bridge } = view;
      const form = element.closest('form')!;
      form.addEventListener('submit', event => {
        event.preventDefault();
        element.send().catch(() => undefined);
      });
      bridge.addEventListener('kf-sent', () =>
        how === 'click' ? form.querySelector('button')!.click() : form.requestSubmit(),
      );
      void sendProduct(view);
      await chat.reached(1);
      await chat.open(bridge, B);
      await aTimeout(20);
      stopClock(5000);
      chat.answer();
      await aTimeout(20);
      await sendBehind(1, chat, bridge);
    });
});
