import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import type { KfSendEvent } from '../../../src/events/kf-send.js';
import type { Receipt } from '../../../src/events/send-record.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { Chat, chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { compose } from '../../support/compose.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { dropDrafts, storedDrafts } from '../../support/drafts.js';
import { eventually } from '../../support/element-page.js';
import { skipIn } from '../../support/engine.js';
import { OwnStorage } from '../../support/own-storage.js';
import { tried, unanswered } from '../../support/in-touch.js';
import { click, product } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, ListPage, nth } from '../product-list/list-page.js';

const { HEAD } = ComposerPage;
const KEY = 'between-customers.test';

beforeEach(() => {
  dropDrafts(KEY);
});

describe("one customer's text and the next one's chat", () => {
  it('focusout while composing, as the chat changes: a page that sends there sends nothing of A to B', async () => {
    const view = await chat.panel();
    await compose(view, HEAD, '给 A');
    const seen: string[] = [];
    view.element.addEventListener('focusout', () => {
      seen.push(`${view.bridge.context?.customerId === B ? 'B' : 'A'}: ${headOf(view)}`);
      view.element.send().catch(() => undefined);
    });
    await chat.open(view.bridge, B);
    await sendBehind(0, chat, view.bridge);
    expect(seen).to.deep.equal(['B: 给 A']);
  });

  it('an attribute that the page gives for B counts, whatever was written for A', async () => {
    const value = (name: string): string =>
      JSON.stringify({ head_content: `${name}，您好`, list: given.msgmenu.list ?? [] });
    const view = await chat.panel(html`<kf-menu-composer value=${value('张先生')}></kf-menu-composer>`);
    await view.type(HEAD, '！');
    view.bridge.addEventListener('kf-ready', () => view.element.setAttribute('value', value('李女士')));
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('李女士，您好');
  });

  for (const refuses of ['nothing', 'all'] as const)
    it(`a draft-key for each customer, set as the bridge says who it is: text and values come back (storage refuses ${refuses})`, async () => {
      const storage = new OwnStorage();
      storage.refuses = refuses;
      try {
        const view = await chat.panel(html`<kf-menu-composer draft-key=${KEY + A} .value=${given}></kf-menu-composer>`);
        view.bridge.addEventListener(
          'kf-ready',
          ({ detail }) => (view.element.draftKey = `${KEY}${detail.customerId}`),
        );
        await view.type(HEAD, '订单 {{订单号}}');
        await view.type('订单号', 'A-1');
        await chat.open(view.bridge, B);
        await view.settled();
        const ofB = headOf(view);
        await view.type(HEAD, '给 B {{订单号}}');
        const messageToB = view.element.message.msgmenu.head_content;
        await chat.open(view.bridge, A);
        await view.settled();
        expect([ofB, messageToB, view.element.message.msgmenu.head_content]).to.deep.equal([
          '',
          '给 B {{订单号}}',
          '订单 A-1',
        ]);
      } finally {
        storage.restore();
      }
    });

  it('a page that empties the composer after each send: it is empty, though the agent had emptied it for A', async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    await view.type(HEAD, '您');
    await view.press('Backspace');
    await chat.open(view.bridge, B);
    await view.settled();
    await view.type(HEAD, '给 B');
    view.element.value = {};
    expect(JSON.stringify(view.element.value)).to.equal('{}');
  });

  it('a page that gives back what it has heard for A, and keeps an optional text that is empty', async () => {
    const view = await chat.panel();
    let model = view.element.value;
    view.element.addEventListener('input', () => (model = { tail_content: '', ...view.element.value }));
    view.bridge.addEventListener('kf-ready', () => (view.element.value = model));
    await view.type(HEAD, '给 A');
    await chat.open(view.bridge, B);
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    expect(`${headOf(view)} | ${JSON.stringify(chat.sends[0])}`).not.to.contain('给 A');
  });

  it('a page that empties the composer ahead of its bridge, and gives back then what it has heard for A', async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    let model = view.element.value;
    view.element.addEventListener('input', () => (model = view.element.value));
    await view.type(HEAD, '给 A');
    view.element.value = {};
    await chat.open(view.bridge, B);
    view.element.value = model;
    expect(headOf(view)).to.equal('');
  });

  it('a page that empties the composer ahead of its bridge, and gives each customer the same: B has that, too', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '您');
    await view.press('Backspace');
    view.element.value = {};
    await chat.open(view.bridge, B);
    view.element.value = given.msgmenu;
    expect(view.element.value).to.deep.equal(given.msgmenu);
  });

  it("what the browser restores when the user goes back is A's, not what the page gives to everybody", async () => {
    const first = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    await first.type(HEAD, '给 A');
    const restorable = { msgtype: 'msgmenu', msgmenu: first.element.value, enterChat: false, addressee: `id:${A}` };
    const state = JSON.stringify(restorable);
    first.bridge.remove();
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    view.element.formStateRestoreCallback(state); // as Chromium does on going back
    await chat.open(view.bridge, B);
    view.element.send().catch(() => undefined);
    expect(headOf(view)).to.equal('');
    await sendBehind(0, chat, view.bridge);
  });

  it("a page that empties the composer after each send leaves B's text, when A's answer comes then", async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    view.element.addEventListener('kf-sent', () => (view.element.value = {}));
    await view.type(HEAD, '给 A');
    const sent = view.element.send();
    await chat.reached(1);
    await chat.open(view.bridge, B);
    await view.type(HEAD, '给 B');
    chat.answer();
    await sent;
    await view.settled();
    expect(headOf(view)).to.equal('给 B');
    stopClock(1000);
    await aTimeout(20); // and what the page does now is no longer about that
    view.element.send().catch(() => undefined);
    await chat.reached(2);
    chat.answer();
    await eventually('empty after its own send', () => headOf(view) === '');
  });

  for (const isSame of [true, false])
    skipIn({ 'webkit-wpe': 'Safari 16.0 has no ElementInternals' }).it(
      `what the browser restores when the user goes back, into the chat of ${isSame ? 'the same' : 'another'} customer`,
      async () => {
        const state = await chat.keptOf('给 A');
        expect(state).to.contain('给 A').and.not.to.contain(A);
        const element = document.createElement('kf-menu-composer');
        element.formStateRestoreCallback(state);
        chat.customerId = isSame ? A : B;
        const view = await chat.panel(html`${element}`);
        expect(headOf(view)).to.equal(isSame ? '给 A' : '');
      },
    );

  it("a draft that another window has sent while B's chat was open does not come back with A", async () => {
    const first = await chat.panel(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
    await first.type(HEAD, '给 A');
    first.bridge.remove();
    const view = await chat.panel(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
    expect(headOf(view)).to.equal('给 A');
    await chat.open(view.bridge, B);
    await view.settled();
    for (const key of storedDrafts(KEY)) localStorage.removeItem(key);
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('');
  });

  for (const meanwhile of ['arrives', 'does not arrive'])
    it(`B's text of the same words is stored, when A's ${meanwhile} meanwhile`, async () => {
      const view = await chat.panel(html`<kf-menu-composer draft-key=${KEY} .value=${given}></kf-menu-composer>`);
      await view.type(HEAD, '您好');
      view.element.send().catch(() => undefined);
      await chat.reached(1);
      await chat.open(view.bridge, B);
      await view.settled();
      await view.textbox(HEAD).focus();
      view.textbox(HEAD).value = '您好';
      view.textbox(HEAD).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (meanwhile === 'arrives') chat.answer();
      await aTimeout(0);
      view.bridge.remove();
      const again = await chat.panel(html`<kf-menu-composer draft-key=${KEY} .value=${given}></kf-menu-composer>`);
      expect(headOf(again)).to.equal('您好');
    });
});

describe('a page that answers by itself', () => {
  it('is asked once, when the customer is found while it sends', async () => {
    const slow = new Chat('');
    const { view, bridge } = await slow.card('own1');
    let asked = 0;
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      asked++;
      event.respondWith(new Promise(() => undefined));
    });
    await view.send();
    expect(asked).to.equal(1);
    slow.customerId = A;
    await bridge.reconnect();
    await view.settled();
    const { action } = view;
    await view.send();
    expect(`${action}, asked ${asked}`).to.equal('发送中, asked 1');
  });

  it('and could not tell: the question is still there when the customer is found', async () => {
    const slow = new Chat('');
    const { view, bridge } = await slow.card('own2');
    let asked = 0;
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      asked++;
      event.respondWith(Promise.reject(new Error('gone')));
    });
    await view.send();
    await view.buttonSays('没有，重发');
    slow.customerId = A;
    await bridge.reconnect();
    await view.settled();
    expect(view.action).to.equal('没有，重发');
    expect(asked).to.equal(1);
  });

  it('with another bridge.send(): after a late yes 再发一次 sends', async () => {
    const { view, bridge } = await chat.card(`own3${A}`);
    view.element.addEventListener('kf-send', (event: KfSendEvent) =>
      event.respondWith(bridge.send(event.detail.message)),
    );
    await unanswered(bridge, () => view.element.send());
    await view.buttonSays('没有，重发');
    chat.answer();
    await eventually('a late yes', () => view.action !== '没有，重发');
    await view.buttonSays('发送');
    await view.send();
    await chat.reached(2);
  });

  it("by fetch: its server's error is no delivery", async () => {
    const { view } = await chat.card(`http${A}`);
    view.element.addEventListener('kf-send', (event: KfSendEvent) =>
      event.respondWith(Promise.resolve(new Response('', { status: 500 })) as unknown as Promise<Receipt>),
    );
    await view.send();
    await view.buttonSays('没有，重发');
  });

  it('with bridge.send() of what the composer has written: the draft is gone', async () => {
    const view = await chat.panel(html`<kf-menu-composer draft-key=${KEY} .value=${given}></kf-menu-composer>`);
    await view.type(HEAD, '您好');
    await eventually('a draft', () => storedDrafts(KEY).length === 1);
    const sent = view.bridge.send(view.element.message);
    await chat.reached(1);
    chat.answer();
    await sent;
    await eventually('no draft', () => !storedDrafts(KEY).length);
  });

  it('without a receipt: the draft is gone, as the foot says that it is sent', async () => {
    const view = await chat.panel(html`<kf-menu-composer draft-key=${KEY} .value=${given}></kf-menu-composer>`);
    await view.type(HEAD, '已发的');
    await eventually('a draft', () => storedDrafts(KEY).length);
    view.element.addEventListener('kf-send', (event: KfSendEvent) =>
      event.respondWith(Promise.resolve() as unknown as Promise<Receipt>),
    );
    await view.click('发送');
    await view.says(/已发送/);
    await eventually('no draft', () => !storedDrafts(KEY).length);
  });
});

describe('发给现在这位', () => {
  it('taken back by 不发了 while it connects again (composer): nothing goes out', async () => {
    const view = await chat.panel();
    let open: () => void = () => undefined;
    chat.customerId = B;
    await view.click('发送');
    await eventually('the question', () => view.has('button', '发给现在这位'));
    const invoke = chat.invoke.bind(chat);
    chat.invoke = async (api, params) => {
      if (api === 'getContext') await new Promise<void>(resolve => (open = resolve));
      return invoke(api, params);
    };
    await view.click('发给现在这位');
    await eventually('connecting', () => view.bridge.state === 'connecting');
    const shown = view.names('button').join();
    expect(shown).to.contain('不发');
    await view.click(view.names('button').find(name => name.startsWith('不发'))!);
    open();
    await view.bridge.ready;
    await sendBehind(0, chat, view.bridge);
  });

  it('taken back by 不发了 while it connects again (list): nothing goes out', async () => {
    const tea = nth(1, { productId: `list${A}` });
    const view = await list({ products: [tea] }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    let open: () => void = () => undefined;
    chat.customerId = B;
    await view.send(tea.title);
    await view.marked(tea.title, /./);
    await view.settled();
    await view.pressOn(tea.title);
    const invoke = chat.invoke.bind(chat);
    chat.invoke = async (api, params) => {
      if (api === 'getContext') await new Promise<void>(resolve => (open = resolve));
      return invoke(api, params);
    };
    await view.click('发给现在这位');
    await eventually('connecting', () => bridge.state === 'connecting');
    await view.pressOn(tea.title);
    await view.click(view.names('button').find(name => name.startsWith('不发'))!);
    open();
    await bridge.ready;
    await sendBehind(0, chat, bridge);
  });

  it('on a card, and 不发了 in a list beside it while it connects again: nothing goes out', async () => {
    const { view, bridge } = await chat.card(`both${A}`);
    const beside = document.createElement('kf-product-list');
    const product = view.element.product!;
    beside.products = [product];
    bridge.append(beside);
    const other = new ListPage(beside, bridge);
    let open: () => void = () => undefined;
    chat.customerId = B;
    await view.send();
    await view.buttonSays('发给现在这位');
    const invoke = chat.invoke.bind(chat);
    chat.invoke = async (api, params) => {
      if (api === 'getContext') await new Promise<void>(resolve => (open = resolve));
      return invoke(api, params);
    };
    await view.read();
    await view.send();
    await eventually('connecting', () => bridge.state === 'connecting');
    await other.pressOn(product.title);
    await other.click('不发了');
    open();
    await bridge.ready;
    await sendBehind(0, chat, bridge);
  });

  it('is not offered for B when A, for whom it was, is there again', async () => {
    const { view, bridge } = await chat.card(`back${A}`);
    chat.customerId = B;
    await view.send();
    await view.buttonSays('发给现在这位');
    await chat.open(bridge, B);
    await chat.open(bridge, A);
    await view.settled();
    const { action } = view;
    expect(action).to.equal('发送');
    stopClock(5000); // a person sees that the chat is another one before pressing
    await view.send();
    await chat.reached(1);
    await view.buttonSays('发送中');
  });
});

describe('a new bridge', () => {
  for (const n of [0, 1, 2, 3, 4, 5, 6, 7])
    it(`gets its host ${n} microtasks after it came into the page: it is that one`, async () => {
      const bridge = document.createElement('kf-bridge');
      bridge.timeout = 300;
      document.body.append(bridge);
      for (let i = 0; i < n; i++) await null;
      bridge.host = chat;
      await eventually('it is ready', () => bridge.state === 'ready');
      bridge.remove();
    });
});

describe('after the page has set another value while the last one was under way', () => {
  it('再发一次 is not offered for what was never sent', async () => {
    const view = await chat.panel();
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    view.element.value = { head_content: '下一条', list: [click('好', '2')] };
    chat.answer();
    await view.says(/^「满意」已发送 \d\d:\d\d$/);
    expect(view.has('button', '再发一次')).to.be.false;
    expect(view.has('button', '发送')).to.be.true;
  });

  it('再试一次 is not offered for what was never tried', async () => {
    const view = await chat.panel();
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    view.element.value = { head_content: '下一条', list: [click('好', '2')] };
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await view.says(/^没发出去/);
    expect(view.has('button', '再试一次')).to.be.false;
    expect(view.has('button', '发送')).to.be.true;
  });
});

for (const mode of ['open', 'closed'] as const)
  describe(`in a shadow root that is ${mode}`, () => {
    it("a card's late answer is told on the card", async () => {
      const tea = product({ productId: `closed${A}` }).channelsShopProduct;
      const bridge = fixtureSync<KfBridge>(html`<kf-bridge .host=${chat}><div></div></kf-bridge>`);
      await tried(bridge);
      const root = bridge.querySelector('div')!.attachShadow({ mode });
      const element = Object.assign(document.createElement('kf-product-card'), { product: tea });
      root.append(element);
      await element.updateComplete;
      const told: string[] = [];
      for (const type of ['kf-error', 'kf-late'] as const) element.addEventListener(type, () => told.push(type));
      bridge.timeout = 60;
      await element.send().catch(() => undefined);
      await aTimeout(0);
      chat.answer();
      await eventually('both', () => told.length > 1);
      expect(told).to.deep.equal(['kf-error', 'kf-late']);
    });

    it("a composer's draft is gone after a late yes", async () => {
      const bridge = fixtureSync<KfBridge>(html`<kf-bridge lang="zh-CN" .host=${chat}><div></div></kf-bridge>`);
      await tried(bridge);
      const root = bridge.querySelector('div')!.attachShadow({ mode });
      const element = Object.assign(document.createElement('kf-menu-composer'), {
        draftKey: KEY,
        value: given.msgmenu,
      }) as KfMenuComposer;
      root.append(element);
      await element.updateComplete;
      const view = new ComposerPage(element);
      const box = view.textbox(HEAD);
      box.value = '迟到的';
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await eventually('a draft', () => storedDrafts(KEY).length);
      bridge.timeout = 60;
      await element.send().catch(() => undefined);
      await aTimeout(0);
      chat.answer();
      await eventually('no draft', () => !storedDrafts(KEY).length);
    });
  });

describe('what a page does with a message after it was handed over', () => {
  it('does not reach a host that posts it a moment later', async () => {
    let posted = '';
    const own = new Chat();
    const invoke = own.invoke.bind(own);
    own.invoke = async (api, params) => {
      if (api !== 'sendChatMessage') return invoke(api, params);
      await aTimeout(50); // fetches a token
      posted = JSON.stringify(params);
      return { err_msg: 'sendChatMessage:ok' };
    };
    const { view } = await own.card(`later${A}`);
    view.element.addEventListener('kf-send', (event: KfSendEvent) => {
      setTimeout(() => Object.assign(event.detail.message, { channelsShopProduct: { title: 'x'.repeat(5) } }), 20);
    });
    await view.element.send();
    expect(posted).to.contain('青城山茶');
  });
});
