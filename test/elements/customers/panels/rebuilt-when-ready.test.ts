import { expect, fixtureSync, html } from '@open-wc/testing';
import type { ChannelsShopProduct } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { record, typesOf } from '../../../support/ask.js';
import { CardPage } from '../../../support/card-page.js';
import { chat, given } from '../../../support/chat.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { tried } from '../../../support/in-touch.js';
import { click, product } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';

const C = 'wmC';

const cardOf = (shown: ChannelsShopProduct): KfProductCard =>
  Object.assign(document.createElement('kf-product-card'), { product: shown });

/** When frameworks make elements anew for another key: as they hear of it, in a microtask, or in a task. */
const TIMES = [
  ['at once', (task: () => void) => task()],
  ['in a microtask', (task: () => void) => queueMicrotask(task)],
  ['in a task', (task: () => void) => setTimeout(task)],
] as const;

for (const [when, later] of TIMES)
  describe(`发给现在这位, where the page makes its elements anew ${when} as the bridge says who it is`, () => {
    /** A card whose message has met B, and the question about that; with the bridge around it, or without. */
    const asked = async (id: string, withBridge: boolean) => {
      const { channelsShopProduct } = product({ productId: id });
      const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
      const made: KfBridge[] = [];
      const make = (): void => {
        const bridge = withBridge || !made[0] ? document.createElement('kf-bridge') : made[0];
        bridge.host = chat;
        made.push(bridge);
        bridge.replaceChildren(cardOf(channelsShopProduct));
        if (!bridge.isConnected) place.replaceChildren(bridge);
      };
      make();
      const [bridge] = made as [KfBridge];
      await tried(bridge);
      bridge.addEventListener('kf-ready', () => later(make));
      const view = new CardPage(bridge.firstElementChild as KfProductCard);
      await view.settled();
      chat.customerId = B;
      await view.send();
      await view.buttonSays('发给现在这位');
      await view.read();
      return { view, made, bridge };
    };

    it('without the bridge: it goes to B, and the new card shows that', async () => {
      const { view, made } = await asked(`inside ${when}`, false);
      const events = record(view.element, ['kf-sent', 'kf-error']);
      await view.send();
      await chat.reached(1);
      chat.answer();
      const fresh = new CardPage(made[1]?.firstElementChild as KfProductCard);
      expect(fresh.element).not.to.equal(view.element);
      await eventually('the new card shows it', () => fresh.action === '已发送');
      expect(typesOf(events)).to.deep.equal(['kf-sent']);
    });

    it('to yet another one, C: nothing goes out, and the new card says so', async () => {
      const { view, made, bridge } = await asked(`another ${when}`, false);
      chat.customerId = C;
      await view.send();
      await eventually('a new card', () => made.length > 1);
      const fresh = new CardPage(made[1]?.firstElementChild as KfProductCard);
      await eventually('it says so', () => /客户换了，没有发送/.test(fresh.part('reason')));
      await sendBehind(0, chat, bridge);
    });

    it('a listener of the page can still cancel it', async () => {
      const { view, bridge } = await asked(`cancelled ${when}`, false);
      bridge.addEventListener('kf-send', event => event.preventDefault());
      let cancelled = 0;
      bridge.addEventListener('kf-send', () => cancelled++);
      await view.send();
      await eventually('it is asked', () => cancelled);
      await sendBehind(0, chat, bridge);
    });

    if (when !== 'in a task')
      it('bridge and all: it goes to B through the new bridge', async () => {
        const { view } = await asked(`all ${when}`, true);
        await view.send();
        await chat.reached(1);
        expect(JSON.stringify(chat.sends[0])).to.contain(`all ${when}`);
      });
  });

describe('发给现在这位, where the page has taken everything away as the bridge says who it is', () => {
  it('it is told that nobody has sent it, and goes to nobody who comes later', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    chat.customerId = B;
    await view.click('发送');
    await eventually('the question', () => view.has('button', '发给现在这位'));
    await view.read();
    const events = record(element, ['kf-error']);
    bridge.addEventListener('kf-ready', () => bridge.remove());
    const { setTimeout: wait } = window;
    window.setTimeout = ((task: () => void, ms = 0) => wait(task, ms === 10_000 ? 50 : ms)) as typeof setTimeout;
    try {
      await view.click('发给现在这位');
      await eventually('it is told', () => events.length);
    } finally {
      window.setTimeout = wait;
    }
    expect(events[0]?.detail.error).to.include({ code: 'bridge-absent', outcome: 'not-sent' });
    const again = await chat.panel();
    await sendBehind(0, chat, again.bridge);
  });
});

it('发给现在这位 of a composer that the page makes anew: what was asked about goes out, and not what is there then', async () => {
  const view = await chat.panel();
  const { bridge } = view;
  chat.customerId = B;
  await view.click('发送');
  await eventually('the question', () => view.has('button', '发给现在这位'));
  await view.read();
  const fresh = Object.assign(document.createElement('kf-menu-composer'), {
    value: { head_content: '给 B', list: [click('好', '1')] },
  }) as KfMenuComposer;
  bridge.addEventListener('kf-ready', () => bridge.replaceChildren(fresh));
  await view.click('发给现在这位');
  await chat.reached(1);
  expect(chat.sends[0]).to.deep.include({ msgmenu: given.msgmenu });
  chat.answer();
  expect(new ComposerPage(fresh).has('button', '再发一次')).to.be.false;
});
