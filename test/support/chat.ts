import { aTimeout, fixtureSync, html } from '@open-wc/testing';
import type { KfBridge } from '../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../src/kf-product-card.js';
import { record } from './ask.js';
import { card, type CardPage } from './card-page.js';
import { composer, ComposerPage } from './composer-page.js';
import { A } from './customers.js';
import { eventually } from './element-page.js';
import { unanswered } from './in-touch.js';
import { ManualHost } from './manual-host.js';
import { click, menu, product } from './messages.js';

/** A short menu, as the page gives it. */
export const given = menu(click('满意', '1'));

export const headOf = ({ element }: ComposerPage): string => element.value.head_content ?? '';

/** A client that answers when the test says so, with A's chat open. */
export class Chat extends ManualHost {
  constructor(customerId = A) {
    super({ customerId });
  }

  /** Another customer's chat is opened, and the page tells its bridge. */
  async open(bridge: KfBridge, customerId: string): Promise<void> {
    this.customerId = customerId;
    await bridge.reconnect();
    await aTimeout(0);
  }

  /** A text is typed and sent by the keys, and the client takes it. */
  async sent(view: ComposerPage, text: string): Promise<void> {
    const count = this.sends.length + 1;
    await view.type(ComposerPage.HEAD, text);
    await view.press('Control', 'Enter');
    await this.reached(count);
    this.answer();
  }

  /** A composer that has sent each of these texts, of which nobody knows then. */
  async inDoubt(...texts: string[]): Promise<ComposerPage> {
    const view = await this.panel();
    for (const text of texts) {
      await view.retype(ComposerPage.HEAD, text);
      await unanswered(view.bridge, () => view.element.send());
    }
    return view;
  }

  /** The client says of the first send after all whether it is out, and the composer has heard it. */
  async late(view: ComposerPage, reply: 'ok' | 'fail'): Promise<void> {
    const told = record(view.element, ['kf-late']);
    this.answerNth(1, { err_msg: `sendChatMessage:${reply}` });
    await eventually('the late answer', () => told.length);
    await view.settled();
  }

  /** What the browser keeps of a text that is typed in a composer here, for when the user returns. Not in Safari 16.0. */
  async keptOf(text: string): Promise<string> {
    const states: string[] = [];
    const { setFormValue } = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = (_, state) => void states.push(String(state));
    try {
      const view = await this.panel(html`<kf-menu-composer></kf-menu-composer>`);
      await view.type(ComposerPage.HEAD, text);
      view.bridge.remove();
    } finally {
      ElementInternals.prototype.setFormValue = setFormValue;
    }
    return states[states.length - 1] ?? '';
  }

  panel(template = html`<kf-menu-composer .value=${given}></kf-menu-composer>`): Promise<ComposerPage> {
    return composer(template, { host: this });
  }

  /** A place in which a page makes its composer anew each time, bridge and all. */
  rebuilding(): () => { bridge: KfBridge; element: KfMenuComposer } {
    const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width: 400px"></div>`);
    return () => {
      const bridge = Object.assign(document.createElement('kf-bridge'), { host: this });
      const element = Object.assign(document.createElement('kf-menu-composer'), { value: given.msgmenu });
      bridge.append(element);
      place.replaceChildren(bridge);
      return { bridge, element };
    };
  }

  /** A composer, and beside it in its bridge a card of a product that no other test has. The test's file imports the card. */
  async panelWithCard(
    productId: string,
    { isReadOnly = false } = {},
  ): Promise<Pick<ComposerPage, 'element' | 'bridge'> & { view: ComposerPage; card: KfProductCard }> {
    const { channelsShopProduct } = product({ productId });
    const view = await this.panel(
      html`<kf-menu-composer ?readonly=${isReadOnly} .value=${given}></kf-menu-composer
        ><kf-product-card .product=${channelsShopProduct}></kf-product-card>`,
    );
    const { element, bridge } = view;
    return { view, element, bridge, card: bridge.querySelector('kf-product-card')! };
  }

  /** A card of a product that no other test has, and its bridge. */
  async card(productId: string): Promise<{ view: CardPage; bridge: KfBridge }> {
    const { channelsShopProduct } = product({ productId });
    const view = await card(html`<kf-product-card .product=${channelsShopProduct}></kf-product-card>`, { host: this });
    return { view, bridge: view.element.closest('kf-bridge') as KfBridge };
  }
}

/** Each test's own, with A's chat open. */
export let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});
