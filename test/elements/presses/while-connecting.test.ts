import { expect } from '@open-wc/testing';
import type { Receipt } from '../../../src/events/send-record.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../src/kf-product-card.js';
import { record, typesOf } from '../../support/ask.js';
import { CardPage } from '../../support/card-page.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { clickOn, eventually, press } from '../../support/element-page.js';
import { tried } from '../../support/in-touch.js';
import { product, text } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';
import { asking, cardOf, composerOf, making, Outcome, pressCard, refused, told } from './page-asking.js';

describe('a press in a panel that the page has just made anew, bridge and all, while that connects', () => {
  /** The new panel, which connects when the test says so. */
  const rebuilt = async <T extends HTMLElement>(make: () => T, customerId = B) => {
    const build = making(make);
    await tried(build().bridge);
    chat.customerId = customerId;
    stopClock(5000);
    const go = chat.slowly();
    const { bridge, element } = build();
    return { bridge, fresh: element, place: bridge.parentElement!, go };
  };
  const rebuiltCard = async (productId: string, customerId = B) => {
    const panel = await rebuilt(() => cardOf(productId), customerId);
    const view = new CardPage(panel.fresh);
    await view.settled();
    return { ...panel, view };
  };

  it('on a card, after 50 ms: it is not for B, who is there then, and the card asks', async () => {
    const { view, bridge, fresh, go } = await rebuiltCard(`connecting${A}`);
    const events = record(fresh, ['kf-send', 'kf-error']);
    stopClock(50);
    view.button('发送').click();
    go();
    await view.buttonSays('发给现在这位');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail.error).to.include({ code: 'customer-changed', outcome: 'not-sent' });
    await sendBehind(0, chat, bridge);
  });

  it('in a composer: the same', async () => {
    const { fresh, bridge, go } = await rebuilt(composerOf);
    const view = new ComposerPage(fresh);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    go();
    await view.says(/^客户换了，没有发送/);
    await sendBehind(0, chat, bridge);
  });

  it('and pressed again a second later, while nobody has answered yet: the same', async () => {
    const { view, bridge, go } = await rebuiltCard(`impatient${A}`);
    stopClock(50);
    view.button('发送').click();
    stopClock(1000);
    view.button('发送').click();
    go();
    await view.buttonSays('发给现在这位');
    await sendBehind(0, chat, bridge);
  });

  it('where it is the same customer: it goes to them, once', async () => {
    const { view, bridge, go } = await rebuiltCard(`the same${A}`, A);
    stopClock(50);
    view.button('发送').click();
    stopClock(1000);
    view.button('发送').click();
    go();
    await chat.reached(1);
    chat.answer();
    await view.buttonSays('已发送');
    await sendBehind(1, chat, bridge);
  });

  it('after a second: it is for whoever is there', async () => {
    const { view, go } = await rebuiltCard(`read${A}`);
    await told();
    stopClock(1000);
    view.button('发送').click();
    go();
    await chat.reached(1);
  });

  it("after 1200 ms, 300 ms after A's slow send is out: it goes to B", async () => {
    const build = making(() => cardOf(`slow${A}`));
    const first = build();
    await tried(first.bridge);
    stopClock(5000);
    first.bridge.send(text(`slow ${A}`)).catch(() => undefined);
    await chat.reached(1);
    chat.customerId = B;
    const go = chat.slowly();
    const { element } = build();
    await told();
    stopClock(900);
    chat.answer();
    await told();
    stopClock(300);
    await pressCard(element);
    go();
    await chat.reached(2);
  });

  for (const time of [600, 900])
    it(`after ${time} ms: nobody can tell whether it was meant for who is found, and that is said`, async () => {
      const { fresh, bridge, go } = await rebuilt(composerOf);
      await fresh.updateComplete;
      await told();
      fresh.focus();
      stopClock(time);
      await press('Control', 'Enter');
      go();
      await bridge.ready;
      await eventually('what is said', () => fresh.renderRoot.querySelector('footer')?.textContent?.includes('客户'));
      await sendBehind(0, chat, bridge);
    });

  it('and nobody can be read: it goes to nobody, and that is said', async () => {
    const { view, bridge, fresh, go } = await rebuiltCard(`nobody${A}`, '');
    const events = record(fresh, ['kf-error']);
    stopClock(50);
    view.button('发送').click();
    go();
    await eventually('it is told', () => events.length);
    expect(view.part('reason')).to.match(/客户换了，没有发送/);
    await sendBehind(0, chat, bridge);
  });

  it('and the page makes it anew once more: nobody is asked, and the old card says so', async () => {
    const { view, fresh, bridge, place, go } = await rebuiltCard(`twice${A}`);
    const events = record(fresh, ['kf-send', 'kf-error']);
    stopClock(50);
    view.button('发送').click();
    const next = Object.assign(document.createElement('kf-bridge'), { host: chat });
    bridge.remove();
    place.append(next);
    go();
    await eventually('it is told', () => events.length);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    await tried(next);
    await sendBehind(0, chat, next);
  });

  it('and the page answers by itself: it is not asked', async () => {
    const { view, place, go } = await rebuiltCard(`page${A}`);
    let asked = 0;
    const post = (event: HTMLElementEventMap['kf-send']): void => {
      asked++;
      event.respondWith(Promise.resolve() as unknown as Promise<Receipt>);
    };
    place.addEventListener('kf-send', post, true);
    stopClock(50);
    view.button('发送').click();
    go();
    await view.buttonSays('发给现在这位');
    expect(asked).to.equal(0);
  });
});

describe('a page that makes its panel anew twice, bridge and all (for B, and once more with B’s data): pressed while the last one connects', () => {
  async function rebuiltTwice<E extends KfMenuComposer | KfProductCard>(make: () => E) {
    const build = making(make);
    await tried(build().bridge);
    chat.customerId = B;
    stopClock(5000);
    await tried(build().bridge);
    await told();
    stopClock(50);
    const go = chat.slowly();
    const panel = build();
    await panel.element.updateComplete;
    await told();
    stopClock(50);
    return { ...panel, go };
  }

  for (const [what, make] of [
    ['card', () => cardOf(`anew twice${A}`)],
    ['composer', composerOf],
  ] as const)
    it(`发送, 100 ms after B was found: nothing goes to B, whom it finds 600 ms later (${what})`, async () => {
      const { element, bridge, go } = await rebuiltTwice<KfMenuComposer | KfProductCard>(make);
      await clickOn(element.renderRoot.querySelector('[part~="send"]')!);
      await told();
      stopClock(600);
      go();
      await bridge.ready;
      await told();
      await sendBehind(0, chat, bridge);
    });

  it("the page's button, 100 ms after B was found: nothing goes to B", async () => {
    const { element, bridge, go } = await rebuiltTwice(composerOf);
    const { outcome, go: answer, pressIt } = asking(() => element.send());
    answer();
    await pressIt();
    await eventually('asked', () => outcome.text);
    go();
    await bridge.ready;
    await refused(outcome);
  });
});

describe('B was found 200 ms before, and the page has fetched who that is, and makes its panel anew for B, bridge and all, which connects slowly', () => {
  async function fetched<E extends HTMLElement>(make: () => E, time = 700) {
    const build = making(make);
    const first = build();
    await first.bridge.ready;
    await told();
    stopClock(5000);
    await chat.open(first.bridge, B);
    await told();
    stopClock(200);
    const go = chat.slowly();
    const panel = build();
    await told();
    stopClock(time);
    return { ...panel, go };
  }

  it('Control+Enter in its composer 700 ms later, B there for 900 ms: it goes to B', async () => {
    const { element, go } = await fetched(composerOf);
    await element.updateComplete;
    element.focus();
    await press('Control', 'Enter');
    await told();
    go();
    await chat.reached(1);
  });

  it('发送 of its card: the same', async () => {
    const { element, go } = await fetched(() => cardOf(`fetched${A}`));
    await pressCard(element);
    await told();
    go();
    await chat.reached(1);
  });

  it("the page's own button sends 200 ms later: not to B, to whom 发给现在这位 sends it", async () => {
    const { bridge, element, go } = await fetched(composerOf, 200);
    const view = new ComposerPage(element);
    await view.settled();
    const outcome = new Outcome();
    outcome.of(element.send());
    await told();
    stopClock(200);
    go();
    await bridge.ready;
    await refused(outcome);
    await eventually('the question', () => view.has('button', '发给现在这位'));
    stopClock(5000);
    await view.click('发给现在这位');
    await chat.reached(1);
  });
});

describe('what the page asks for in a panel that it has just made anew, bridge and all, while that connects', () => {
  async function rebuilt<E extends HTMLElement>(make: () => E, customerId: string) {
    const build = making(make);
    await build().bridge.ready;
    await told();
    stopClock(5000);
    chat.customerId = customerId;
    const go = chat.slowly();
    return { ...build(), go };
  }

  it("kf-send of an element of the page's own, 100 ms after A was there: nothing goes to B", async () => {
    const { bridge, element, go } = await rebuilt(() => document.createElement('div'), B);
    await told();
    stopClock(100);
    const detail = { message: product({ productId: `own${A}` }) };
    element.dispatchEvent(new CustomEvent('kf-send', { bubbles: true, composed: true, cancelable: true, detail }));
    go();
    await bridge.ready;
    await told();
    await sendBehind(0, chat, bridge);
  });

  it('the page answers by itself; card.send() at once, and once more 300 ms later, in the chat of A: it is asked once', async () => {
    const { bridge, element, go } = await rebuilt(() => cardOf(`again${A}`), A);
    let asked = 0;
    const post = (event: HTMLElementEventMap['kf-send']): void => {
      asked++;
      event.respondWith(new Promise<never>(() => undefined));
    };
    bridge.addEventListener('kf-send', post, true);
    const send = (): void => void element.send().catch(() => undefined);
    send();
    await told();
    stopClock(300);
    send();
    go();
    await bridge.ready;
    await told();
    expect(asked).to.equal(1);
  });

  it("the page's button is pressed for A, and the page's own text has gone to B since; Control+Enter in B's chat 2 s later: it goes to B", async () => {
    const make = making(composerOf);
    await make().bridge.ready;
    await told();
    stopClock(5000);
    const go = chat.slowly();
    chat.customerId = B;
    const { bridge, element } = make();
    bridge.send(text(`made ${A}`)).catch(() => undefined); // as it comes: for whoever is found
    await told();
    stopClock(100);
    element.send().catch(() => undefined);
    go();
    await bridge.ready;
    await chat.reached(1);
    await told();
    stopClock(2000);
    await element.updateComplete;
    element.focus();
    await press('Control', 'Enter');
    await told();
    chat.answer();
    await chat.reached(2);
  });
});
