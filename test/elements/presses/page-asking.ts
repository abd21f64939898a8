import { sendMouse } from '@web/test-runner-commands';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import type { Host } from '../../../src/hosts/index.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../src/kf-product-card.js';
import type { KfProductList } from '../../../src/kf-product-list.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { product } from '../../support/messages.js';
import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-bridge.js';
import '../../../src/kf-menu-composer.js';
import '../../../src/kf-product-card.js';
import '../../../src/kf-product-list.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import type { ComposerPage } from '../../support/composer-page.js';
import { A } from '../../support/customers.js';
import type { ManualHost } from '../../support/manual-host.js';
import { nth } from '../product-list/list-page.js';

/** A panel with a composer and a list, whose customer A has been there for long. */
export async function panel(): Promise<ComposerPage> {
  const view = await chat.panel(
    html`<kf-menu-composer .value=${given}></kf-menu-composer
      ><kf-product-list .products=${[1, 2].map(i => nth(i, { productId: `p${i}${A}` }))}></kf-product-list>`,
  );
  stopClock(5000);
  return view;
}

/** The page has been told of a change: what it asks for from here on is not asked as it hears of it. */
export async function told(): Promise<void> {
  for (let task = 0; task < 4; task++) await aTimeout(0);
}

/** Something of the page's at the top left. */
export function put<E extends HTMLElement>(template: ReturnType<typeof html>): E {
  return fixtureSync<E>(html`<div style="position: fixed; top: 0; left: 0; z-index: 9">${template}</div>`)
    .firstElementChild as E;
}

/** What a page's send has become; '' while it has not been asked for. */
export class Outcome {
  text = '';
  of(sending: Promise<unknown>): void {
    this.text = 'asked';
    sending.then(
      () => (this.text = 'sent'),
      (reason: unknown) => (this.text = String((reason as { code?: string }).code ?? reason)),
    );
  }
  /** It was asked for, and has either ended or reached the client. */
  async settled(count: number, host: ManualHost = chat): Promise<void> {
    for (let i = 0; i < 400; i++) {
      if (this.text && this.text !== 'asked') return;
      if (host.sends.length >= count) return;
      await aTimeout(5);
    }
    throw new Error(`neither sent nor refused: ${this.text}`);
  }
}

export async function refused(outcome: Outcome, before = 0): Promise<void> {
  await outcome.settled(before + 1);
  expect(`${chat.sends.length - before} sent, ${outcome.text}`).to.equal('0 sent, customer-changed');
}

export async function goes(outcome: Outcome, before = 0, host: ManualHost = chat): Promise<void> {
  await outcome.settled(before + 1, host);
  expect(`${host.sends.length - before} sent, ${outcome.text}`).to.equal('1 sent, asked');
}

export const sendOf = ({ renderRoot }: KfProductCard): HTMLElement => renderRoot.querySelector('[part~="send"]')!;

/** A page's button whose page waits for its server (`go`) before it sends. */
export function asking(send: () => Promise<unknown>): {
  outcome: Outcome;
  go: () => void;
  pressIt: () => Promise<void>;
} {
  const outcome = new Outcome();
  let go = (): void => undefined;
  const server = new Promise<void>(resolve => (go = resolve));
  let isPressed = false;
  const button = put(html`<button>发送</button>`);
  button.addEventListener('click', () => {
    isPressed = true;
    void server.then(() => outcome.of(send()));
  });
  const pressIt = async (): Promise<void> => {
    await sendMouse({ type: 'click', position: centreOf(button) });
    await eventually('pressed', () => isPressed);
    await told();
  };
  return { outcome, go: () => go(), pressIt };
}

/** A composer and a card in one bridge. */
export async function both(
  productId: string,
): Promise<{ view: ComposerPage; element: ComposerPage['element']; bridge: KfBridge; card: KfProductCard }> {
  const { channelsShopProduct } = product({ productId });
  const view = await chat.panel(
    html`<kf-menu-composer .value=${given}></kf-menu-composer
      ><kf-product-card .product=${channelsShopProduct}></kf-product-card>`,
  );
  const { element, bridge } = view;
  const card = bridge.querySelector('kf-product-card')!;
  stopClock(5000);
  return { view, element, bridge, card };
}

export const cardOf = (productId: string, changes: Partial<ChannelsShopProduct> = {}): KfProductCard =>
  Object.assign(document.createElement('kf-product-card'), {
    product: product({ productId, ...changes }).channelsShopProduct,
  });

export const composerOf = (value = given.msgmenu): KfMenuComposer =>
  Object.assign(document.createElement('kf-menu-composer'), { value });

export const listOf = (products: ChannelsShopProduct[]): KfProductList =>
  Object.assign(document.createElement('kf-product-list'), { products, complete: true });

/** A bridge of its own, and what the page has put into it. */
export interface Panel<E extends HTMLElement = HTMLElement> {
  bridge: KfBridge;
  element: E;
}

/** A panel as a page makes it: a bridge of its own, and this in it. Without a host the bridge looks for one. */
export function panelOf<E extends HTMLElement>(element: E, host: Host | null = chat): Panel<E> {
  const bridge = Object.assign(document.createElement('kf-bridge'), { host });
  bridge.append(element);
  return { bridge, element };
}

/** The client's host object as each render of a page makes it: another one each time. */
export const wrapped = (): Host => ({
  name: 'manual',
  invoke: (api, params) => chat.invoke(api, params),
  clientInfo: () => chat.clientInfo(),
});

/** Where a page puts its panels. */
export const placeOf = (): HTMLElement => fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width: 400px"></div>`);

/** The page puts these in a place, instead of what stood there. They are in touch, and the page has been told. */
export async function show(place: HTMLElement, ...panels: Panel[]): Promise<void> {
  place.replaceChildren(...panels.map(({ bridge }) => bridge));
  await Promise.all(panels.map(({ bridge }) => bridge.ready));
  await told();
}

/** Makes a panel anew in its place each time, bridge and all. */
export function making<E extends HTMLElement>(make: () => E): () => Panel<E> {
  const place = placeOf();
  return () => {
    const made = panelOf(make());
    place.replaceChildren(made.bridge);
    return made;
  };
}

/** A panel that has been there for long, made anew by its page, bridge and all; `go`: it connects. */
export async function anew<E extends HTMLElement>(
  make: () => E,
): Promise<Panel<E> & { place: HTMLElement; go: () => void }> {
  const build = making(make);
  await build().bridge.ready;
  await told();
  stopClock(5000);
  const go = chat.slowly();
  const panel = build();
  await told();
  return { ...panel, place: panel.bridge.parentElement!, go };
}

/** The card's own 发送 is pressed with the mouse. */
export async function pressCard(card: KfProductCard): Promise<void> {
  await card.updateComplete;
  sendOf(card).scrollIntoView({ block: 'center' });
  await sendMouse({ type: 'click', position: centreOf(sendOf(card)) });
}
