import { expect, fixtureSync, html } from '@open-wc/testing';
import type { ChatMessage } from '../../../src/core/index.js';
import type { KfSendEvent } from '../../../src/events/kf-send.js';
import type { Receipt } from '../../../src/events/send-record.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { record, typesOf } from '../../support/ask.js';
import { CardPage } from '../../support/card-page.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { bridgeTo, tried, unanswered } from '../../support/in-touch.js';
import { ManualHost } from '../../support/manual-host.js';
import { click, product } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, ListPage, nth } from '../product-list/list-page.js';

const { HEAD } = ComposerPage;
const HOW = { bubbles: true, composed: true, cancelable: true, button: 0, detail: 1 };
const ctrlEnter = (): KeyboardEvent => new KeyboardEvent('keydown', { ...HOW, key: 'Enter', ctrlKey: true });

describe("a press for A, as the chat becomes B's", () => {
  it('Ctrl+Enter for 再试一次, 50 ms after it: what the page gives to everybody does not go to B', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await eventually('再试一次', () => view.has('button', '再试一次'));
    await view.read();
    stopClock();
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(50);
    view.textbox(HEAD).dispatchEvent(ctrlEnter());
    await sendBehind(1, chat, view.bridge);
  });

  it('on a card, 50 ms after it: nothing goes to B', async () => {
    const { view, bridge } = await chat.card(`early${A}`);
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await sendBehind(0, chat, bridge);
  });

  it('on a card that shows another product by then: it is the one before that is not sent', async () => {
    const { view, bridge } = await chat.card(`early ${A}`);
    bridge.addEventListener('kf-ready', () => {
      view.element.product = product({ productId: `early ${B}` }).channelsShopProduct;
    });
    const events = record(view.element, ['kf-error']);
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await eventually('an end', () => events.length);
    expect(events[0]?.detail.message.channelsShopProduct.productId).to.equal(`early ${A}`);
    await sendBehind(0, chat, bridge);
  });
});

describe('a press for A, as the page moves the element into the chat of B', () => {
  it('on a card, 50 ms after it: nothing goes to B', async () => {
    const { view } = await chat.card(`moved${A}`);
    const other = new ManualHost({ customerId: B });
    const bridge = await bridgeTo(other);
    stopClock(60_000);
    bridge.append(view.element);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await sendBehind(0, other, bridge);
  });
});

describe("a press on an element that comes into a panel, right after that one's chat has become B's", () => {
  it('on a card that was outside before: nothing goes to B', async () => {
    const bridge = await bridgeTo(chat);
    const card = document.createElement('kf-product-card');
    card.product = product({ productId: `outside${A}` }).channelsShopProduct;
    fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`).append(card);
    const view = new CardPage(card);
    await view.settled();
    stopClock();
    await chat.open(bridge, B);
    bridge.append(card);
    await view.settled();
    stopClock(50);
    view.names('button').forEach(name => view.button(name).click());
    await sendBehind(0, chat, bridge);
  });
});

/** A panel whose page makes all of it anew for each customer, around one bridge. */
class RebuiltPanel {
  readonly bridge: KfBridge;
  /** How what was asked for has ended. */
  readonly ends: string[] = [];

  constructor(host: ManualHost, make: () => HTMLElement) {
    this.bridge = fixtureSync<KfBridge>(html`<kf-bridge lang="zh-CN" .host=${host}></kf-bridge>`);
    this.bridge.addEventListener('kf-ready', () => this.bridge.replaceChildren(make()));
    this.bridge.addEventListener('kf-error', ({ detail }) => this.ends.push(detail.error.code));
  }

  /** What is in it: a new one for each customer. */
  get content(): Element {
    return this.bridge.firstElementChild!;
  }

  /** B's chat is opened; time stands still 50 ms later. */
  async openB(host: ManualHost): Promise<void> {
    host.customerId = B;
    stopClock();
    await this.bridge.reconnect();
    stopClock(50);
  }
}

describe("a press for A's element, 50 ms after the page has made all anew for B", () => {
  const make = {
    card: () =>
      Object.assign(document.createElement('kf-product-card'), {
        product: product({ productId: `anew${B}` }).channelsShopProduct,
      }),
    composer: () => Object.assign(document.createElement('kf-menu-composer'), { value: given.msgmenu }),
    list: () =>
      Object.assign(document.createElement('kf-product-list'), { products: [nth(1, { productId: `anew${B}` })] }),
  };
  const open = async (host: ManualHost, name: keyof typeof make): Promise<RebuiltPanel> => {
    const panel = new RebuiltPanel(host, make[name]);
    await tried(panel.bridge);
    const before = panel.content;
    await panel.openB(host);
    expect(panel.content === before).to.be.false;
    return panel;
  };
  const refused = async ({ bridge, ends }: RebuiltPanel, host: ManualHost = chat): Promise<void> => {
    await eventually('an end', () => ends.length);
    expect(ends).to.deep.equal(['customer-changed']);
    await sendBehind(0, host, bridge);
  };

  it('on a card: nothing goes to B, who is asked about', async () => {
    const panel = await open(chat, 'card');
    const view = new CardPage(panel.content as CardPage['element']);
    await view.settled();
    view.button('发送').click();
    await refused(panel);
    await view.buttonSays('发给现在这位');
  });

  for (const how of ['the button', 'Ctrl+Enter'] as const)
    it(`in a composer, ${how}: nothing goes to B`, async () => {
      const panel = await open(chat, 'composer');
      const view = new ComposerPage(panel.content as ComposerPage['element']);
      await view.settled();
      if (how === 'the button') view.button('发送').click();
      else view.textbox(HEAD).dispatchEvent(ctrlEnter());
      await refused(panel);
    });

  it('in a composer where only text can go: nothing goes to B', async () => {
    const mac = new ManualHost({ customerId: A, platform: 'mac' });
    const panel = await open(mac, 'composer');
    const view = new ComposerPage(panel.content as ComposerPage['element']);
    await view.settled();
    const told = record(view.element, ['kf-error']);
    view.button('发文字').click();
    await refused(panel, mac);
    expect((told[0]?.detail as { message: ChatMessage }).message.msgtype).to.equal('text');
  });

  it('in a list: nothing goes to B', async () => {
    const panel = await open(chat, 'list');
    const view = new ListPage(panel.content as ListPage['element'], panel.bridge);
    await view.settled();
    view.row(nth(1).title).querySelector<HTMLElement>('.main')!.click();
    await view.settled();
    view.button('发送').click();
    await refused(panel);
  });

  it("on a card, as the chat becomes A's again: what B's panel shows does not go to A", async () => {
    const panel = await open(chat, 'card');
    const view = new CardPage(panel.content as CardPage['element']);
    await view.settled();
    chat.customerId = A;
    const back = panel.bridge.reconnect();
    view.button('发送').click();
    await back;
    await sendBehind(0, chat, panel.bridge);
  });

  it('a moment later it is for B', async () => {
    const panel = await open(chat, 'card');
    const view = new CardPage(panel.content as CardPage['element']);
    await view.settled();
    stopClock(500);
    view.button('发送').click();
    await chat.reached(1);
  });
});

describe('a panel that the page makes anew for the next customer, bridge and all', () => {
  const make = (): KfBridge => {
    const { channelsShopProduct } = product({ productId: `bridge${B}` });
    const card = Object.assign(document.createElement('kf-product-card'), { product: channelsShopProduct });
    const bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
    bridge.append(card);
    return bridge;
  };
  /** The card in a new bridge, 50 ms after that has found its customer. */
  const rebuilt = async (customerId: string): Promise<CardPage> => {
    const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
    const first = make();
    place.append(first);
    await first.ready;
    chat.customerId = customerId; // the page has heard of it, and changes its key
    stopClock();
    const second = make();
    place.replaceChildren(second);
    await second.ready;
    const view = new CardPage(second.firstElementChild as CardPage['element']);
    await view.settled();
    stopClock(50);
    return view;
  };

  it('a press 50 ms after it, for what stood there before: nothing goes to B, who is asked about', async () => {
    const view = await rebuilt(B);
    view.button('发送').click();
    await view.buttonSays('发给现在这位');
    await sendBehind(0, chat, view.element.closest('kf-bridge')!);
  });

  it('for the same customer: a press is for them at once', async () => {
    const view = await rebuilt(A);
    view.button('发送').click();
    await chat.reached(1);
  });
});

describe('a question that was on screen once comes under the finger', () => {
  it("on a card, as the chat is A's again: a press right then is no answer", async () => {
    const { view, bridge } = await chat.card(`again${A}`);
    await unanswered(bridge, () => view.element.send());
    await view.buttonSays('没有，重发');
    await chat.open(bridge, B);
    await view.buttonSays('发送');
    stopClock(60_000);
    await chat.open(bridge, A);
    await view.buttonSays('没有，重发');
    view.button('没有，重发').click();
    await sendBehind(1, chat, bridge);
  });

  it('on a card that gets that product again: a press right then is no answer', async () => {
    const { view, bridge } = await chat.card(`one${A}`);
    const tea = view.element.product;
    await unanswered(bridge, () => view.element.send());
    await view.buttonSays('没有，重发');
    view.element.product = product({ productId: `two${A}` }).channelsShopProduct;
    await view.buttonSays('发送');
    stopClock(60_000);
    view.element.product = tea;
    await view.buttonSays('没有，重发');
    view.button('没有，重发').click();
    await sendBehind(1, chat, bridge);
  });

  it('in a composer, about another message and with the same answers: a press right then is none', async () => {
    const view = await chat.panel();
    const first = view.element.value;
    const other = { head_content: '另一条', list: [click('好', '9')] };
    view.bridge.timeout = 60;
    for (const value of [other, first]) {
      view.element.value = value;
      await view.settled();
      await view.element.send().catch(() => undefined);
    }
    view.bridge.timeout = 30_000;
    await eventually('the question', () => view.has('button', '没有，重发'));
    stopClock(60_000);
    view.element.value = other;
    await view.settled();
    view.button('没有，重发').click();
    await sendBehind(2, chat, view.bridge);
  });

  it('in a list: Enter, Enter, which sends any other product, is no answer', async () => {
    const tea = nth(1, { productId: `habit${A}` });
    const view = await list({ products: [tea] }, html``, { host: chat });
    const bridge = view.bridge as KfBridge;
    bridge.timeout = 60;
    await view.send(tea.title);
    await view.marked(tea.title, /不确定/);
    stopClock();
    view.rows[0]!.focus();
    await view.press('Enter');
    await view.press('Enter');
    expect(view.mark(tea.title)).to.match(/不确定/);
  });
});

describe('a page that answers kf-send by itself, for whoever is in the chat', () => {
  /** What the page is asked to send, and to whom it does. */
  const answering = (bridge: KfBridge): string[] => {
    const posted: string[] = [];
    const post = (event: KfSendEvent): void => {
      posted.push(`${bridge.context?.customerId}: ${JSON.stringify(event.detail.message)}`); // fetch('/send' …)
      event.respondWith(Promise.resolve() as unknown as Promise<Receipt>);
    };
    bridge.addEventListener('kf-send', post, true);
    return posted;
  };

  it("50 ms after the change it is not asked for A's product: the card says that another customer is there, and asks", async () => {
    const { view, bridge } = await chat.card(`answers${A}`);
    const posted = answering(bridge);
    const events = record(view.element, ['kf-send', 'kf-sent', 'kf-error']);
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await eventually('an end', () => events.length);
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail.error).to.include({ code: 'customer-changed', outcome: 'not-sent' });
    await view.buttonSays('发给现在这位');
    expect(posted).to.deep.equal([]);
    stopClock(5000);
    view.button('发给现在这位').click();
    await eventually('it is asked now', () => posted.length);
    expect(posted[0]).to.match(new RegExp(`^${B}: .*answers${A}`));
  });

  it("nor for A's text", async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    await view.read();
    const posted = answering(view.bridge);
    stopClock();
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(50);
    view.button('发送').click();
    await view.says(/^客户换了，没有发送/);
    expect(posted).to.deep.equal([]);
  });

  it('the next customer of all is not asked about it', async () => {
    const { view, bridge } = await chat.card(`answers2${A}`);
    answering(bridge);
    stopClock();
    await chat.open(bridge, B);
    await view.settled();
    view.button('发送').click();
    await view.buttonSays('发给现在这位');
    await chat.open(bridge, 'wmC');
    await view.buttonSays('发送');
    expect(view.part('reason')).to.equal('');
  });

  it('where nobody can be read any more, nothing is offered to be sent to them', async () => {
    const { view, bridge } = await chat.card(`answers3${A}`);
    answering(bridge);
    stopClock();
    await chat.open(bridge, '');
    await view.settled();
    view.button('发送').click();
    await eventually('it is told', () => /客户换了/.test(view.part('reason')));
    expect(view.has('button', '发给现在这位')).to.be.false;
  });
});

describe('A, B and A again, before anybody can have pressed for B', () => {
  const flick = async (bridge: KfBridge, between = B): Promise<void> => {
    stopClock(5000);
    await chat.open(bridge, between);
    stopClock(150);
    await chat.open(bridge, A);
  };

  for (const between of [B, ''])
    it(`a press for A on a card, in the chat of A, goes to A (${between || 'nobody was read'} meanwhile)`, async () => {
      const { view, bridge } = await chat.card(`flick${between}${A}`);
      await flick(bridge, between);
      await view.settled();
      stopClock(100);
      view.button('发送').click();
      await chat.reached(1);
      chat.answer();
      await view.buttonSays('已发送');
    });

  it('and in a composer, whose text was never anybody else’s', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    await view.read();
    await flick(view.bridge);
    await view.settled();
    stopClock(100);
    view.button('发送').click();
    await chat.reached(1);
    expect(JSON.stringify(chat.sends[0])).to.contain('给 A');
    chat.answer();
    await view.says(/^已发送/);
  });

  it('also where the page makes all anew for each', async () => {
    const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
    let view: CardPage | undefined;
    let bridge: KfBridge | undefined;
    for (const [customerId, later] of [
      [A, 0],
      [B, 5000],
      [A, 150],
    ] as const) {
      chat.customerId = customerId;
      stopClock(later);
      bridge = document.createElement('kf-bridge');
      bridge.host = chat;
      const { channelsShopProduct } = product({ productId: `flick anew${A}` });
      const element = Object.assign(document.createElement('kf-product-card'), { product: channelsShopProduct });
      bridge.append(element);
      place.replaceChildren(bridge);
      await tried(bridge);
      view = new CardPage(element);
      await view.settled();
    }
    stopClock(100);
    view?.button('发送').click();
    await chat.reached(1);
  });

  it('a press that may be for B, who was there for longer than that, goes to nobody', async () => {
    const { view, bridge } = await chat.card(`no flick${A}`);
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(450);
    await chat.open(bridge, A);
    await view.settled();
    stopClock(100);
    view.button('发送').click();
    await eventually('it is told', () => /客户换了/.test(view.part('reason')));
    await sendBehind(0, chat, bridge);
  });
});
