import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A } from '../../../support/customers.js';
import { centreOf, eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { product } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { making } from '../page-asking.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';

beforeEach(asOnNewPage);

type What = 'composer' | 'card';
const make = (what: What, step: number): KfMenuComposer | KfProductCard =>
  what === 'composer'
    ? Object.assign(document.createElement('kf-menu-composer'), {
        value: { ...given.msgmenu, head_content: `第 ${step} 步` },
      })
    : Object.assign(document.createElement('kf-product-card'), {
        product: product({ productId: `half${step}${A}` }).channelsShopProduct,
      });

/** A place in the page with a bridge in it. */
async function begin(...elements: Element[]): Promise<KfBridge> {
  const bridge = fixtureSync<KfBridge>(
    html`<kf-bridge lang="zh-CN" style="display: block; width: 400px" .host=${chat}></kf-bridge>`,
  );
  bridge.append(...elements);
  await bridge.ready;
  return bridge;
}

/** Presses where the first element's 发送 is, and once more as soon as the client has taken that and the page has rendered. */
async function pressTwice(bridge: KfBridge, { took = 0, later = 0 } = {}): Promise<void> {
  const element = bridge.firstElementChild as KfProductCard;
  await element.updateComplete;
  const position = centreOf(element.renderRoot.querySelector('[part~="send"]')!);
  stopClock(5000);
  await sendMouse({ type: 'click', position });
  await chat.reached(1);
  stopClock(took);
  chat.answer();
  await eventually('it is told', () => bridge.firstElementChild !== element);
  await (bridge.firstElementChild as KfProductCard).updateComplete;
  stopClock(later);
  await sendMouse({ type: 'click', position });
}

/** Presses one card after the other, side by side, as quickly as they go out. */
async function pressEach(bridge: KfBridge): Promise<void> {
  bridge.style.display = 'flex';
  stopClock(5000);
  for (const [index, card] of Array.from(bridge.children as HTMLCollectionOf<KfProductCard>).entries()) {
    await card.updateComplete;
    await sendMouse({ type: 'click', position: centreOf(card.renderRoot.querySelector('[part~="send"]')!) });
    await chat.reached(index + 1);
    chat.answer();
  }
}

describe('pressed twice by habit, and as the first press is out the page shows the next one in its place', () => {
  for (const what of ['composer', 'card'] as const)
    it(`what nobody has seen does not go (${what})`, async () => {
      const bridge = await begin(make(what, 1));
      bridge.addEventListener('kf-sent', () => bridge.replaceChildren(make(what, 2)));
      await pressTwice(bridge);
      await sendBehind(1, chat, bridge);
    });

  it('a card moves up as the one that was sent is taken out: it does not go, and half a second later it does', async () => {
    const bridge = await begin(make('card', 3), make('card', 4));
    bridge.addEventListener('kf-sent', ({ target }) => (target as Element).remove());
    await pressTwice(bridge);
    await aTimeout(0);
    expect(chat.sends.length).to.equal(1);
    stopClock(600);
    const card = bridge.firstElementChild as KfProductCard;
    await sendMouse({ type: 'click', position: centreOf(card.renderRoot.querySelector('[part~="send"]')!) });
    await chat.reached(2);
  });

  it('two cards beside each other, one after the other: both go', async () => {
    const bridge = await begin(make('card', 5), make('card', 6));
    await pressEach(bridge);
  });

  it('two cards, in a page whose library makes clicks of its own (FastClick): both go', async () => {
    const bridge = await begin(make('card', 10), make('card', 11));
    bridge.addEventListener('mouseup', ({ target, clientX, clientY }) =>
      target!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX, clientY })),
    );
    const swallow = (event: Event): void => {
      if (event.isTrusted) event.stopImmediatePropagation();
    };
    bridge.addEventListener('click', swallow, true);
    await pressEach(bridge);
  });

  it('a quick agent by the keys: Enter on a card, Tab to the next one, Enter: both go', async () => {
    const bridge = await begin(make('card', 8), make('card', 9));
    const [first, second] = Array.from(bridge.children as HTMLCollectionOf<KfProductCard>);
    for (const card of [first!, second!]) await card.updateComplete;
    const sendOf = ({ renderRoot }: KfProductCard): HTMLElement => renderRoot.querySelector('[part~="send"]')!;
    stopClock(5000);
    sendOf(first!).focus();
    await press('Enter');
    await chat.reached(1);
    chat.answer();
    while (second!.shadowRoot!.activeElement !== sendOf(second!)) await press('Tab');
    await press('Enter');
    await chat.reached(2);
  });

  it('by the keys, where the page gives the next one the focus: it does not go', async () => {
    const bridge = await begin(make('composer', 1));
    const show = async (step: number): Promise<void> => {
      const next = make('composer', step);
      bridge.replaceChildren(next);
      await next.updateComplete;
      next.focus();
    };
    await show(2);
    let isShown: Promise<void> | undefined;
    bridge.addEventListener('kf-sent', () => (isShown = show(3)));
    stopClock(5000);
    await press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('the next one', () => isShown);
    await isShown;
    await press('Control', 'Enter');
    await sendBehind(1, chat, bridge);
  });
});

describe('pressed twice by habit, and as the first press is out the page makes its panel anew, bridge and all', () => {
  for (const isSlow of [false, true])
    for (const what of ['composer', 'card'] as const)
      it(`it goes once (${what}${isSlow ? ', the new bridge connects' : ''})`, async () => {
        const build = making(() => make(what, 7));
        let panel = build();
        const { bridge: first, element } = panel;
        await first.ready;
        let go: (() => void) | undefined;
        first.addEventListener('kf-sent', () => {
          if (isSlow) go = chat.slowly();
          panel = build();
        });
        await element.updateComplete;
        const position = centreOf(element.renderRoot.querySelector('[part~="send"]')!);
        stopClock(5000);
        await sendMouse({ type: 'click', position });
        await chat.reached(1);
        chat.answer();
        await eventually('the new panel', () => panel.bridge !== first);
        if (!isSlow) await panel.bridge.ready;
        await panel.element.updateComplete;
        await sendMouse({ type: 'click', position });
        go?.();
        await panel.bridge.ready;
        await sendBehind(1, chat, panel.bridge);
      });
});

describe('pressed twice by habit on a card; as it is asked for, the page shows the next product in the same card', () => {
  for (const how of ['mouse', 'Enter'] as const)
    it(`the next product does not go (${how})`, async () => {
      const { view } = await chat.card(`queue1${A}`);
      const { element } = view;
      element.addEventListener(
        'kf-send',
        () => {
          queueMicrotask(
            () => (element.product = product({ productId: `queue2${A}`, title: '下一个' }).channelsShopProduct),
          );
        },
        { once: true },
      );
      stopClock(5000);
      const button = element.renderRoot.querySelector<HTMLElement>('[part~="send"]')!;
      const once = (): Promise<void> =>
        how === 'Enter' ? press('Enter') : sendMouse({ type: 'click', position: centreOf(button) });
      button.focus();
      await once();
      await chat.reached(1);
      await view.settled();
      stopClock(350);
      await once();
      await aTimeout(20);
      chat.answer(); // the next one would go then
      await aTimeout(100);
      expect(chat.sends.length).to.equal(1);
    });
});

describe('a slow card is pressed once more just as it is out, and the page shows the next product in it', () => {
  for (const time of [200, 700])
    it(time < 500 ? 'the next product does not go' : `it goes ${time} ms later`, async () => {
      const { view } = await chat.card(`slow${time}${A}`);
      const { element } = view;
      const next = product({ productId: `after${time}${A}`, title: '下一个' }).channelsShopProduct;
      element.addEventListener('kf-sent', () => (element.product = next));
      stopClock(5000);
      const send = element.renderRoot.querySelector<HTMLElement>('[part~="send"]')!;
      await sendMouse({ type: 'click', position: centreOf(send) });
      await chat.reached(1);
      stopClock(5000);
      chat.answer();
      await eventually('the next one', () => view.part('title') === '下一个');
      stopClock(time);
      await sendMouse({ type: 'click', position: centreOf(send) });
      await view.settled();
      if (time < 500) await sendBehind(1, chat, element.closest('kf-bridge')!);
      else await chat.reached(2);
    });
});

describe('the same where it shows the next product in a card in its place (:key)', () => {
  for (const later of [20, 200])
    it(`which is there for ${later} ms: it does not go`, async () => {
      const bridge = await begin(make('card', 12));
      bridge.addEventListener('kf-sent', () => bridge.replaceChildren(make('card', 13)));
      await pressTwice(bridge, { took: 5000, later });
      await sendBehind(1, chat, bridge);
    });
});

describe('pressed twice by habit, by the keys, and the page goes on to the next element by itself', () => {
  it('the first one is hidden, not taken out (v-show): the second does not go', async () => {
    const bridge = fixtureSync<KfBridge>(
      html`<kf-bridge lang="zh-CN" style="display: block; width: 400px" .host=${chat}
        ><kf-menu-composer .value=${{ ...given.msgmenu, head_content: '第 1 步' }}></kf-menu-composer
        ><kf-menu-composer style="display: none" .value=${{ ...given.msgmenu, head_content: '第 2 步' }}></kf-menu-composer
      ></kf-bridge>`,
    );
    await bridge.ready;
    const [first, second] = Array.from(bridge.children) as [KfMenuComposer, KfMenuComposer];
    await first.updateComplete;
    await second.updateComplete;
    let isShown = false;
    first.addEventListener('kf-sent', () => {
      first.style.display = 'none';
      second.style.removeProperty('display');
      second.focus();
      isShown = true;
    });
    first.focus();
    stopClock(5000);
    await press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await eventually('shown', () => isShown);
    await aTimeout(20);
    stopClock(250);
    await press('Control', 'Enter');
    await aTimeout(150);
    expect(JSON.stringify(chat.sends.slice(1))).to.equal('[]');
  });
});
