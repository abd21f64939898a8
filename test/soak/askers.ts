import { ReactiveElement } from 'lit';
import { validate, type ChatMessage } from '../../src/core/index.js';
import { BridgeView } from '../../src/elements/shared/sends/bridge-view.js';
import { SendController, type OnScreen } from '../../src/elements/shared/sends/send-controller.js';
import { sendState, type SendButton } from '../../src/elements/shared/sends/send-state.js';
import type { Receipt } from '../../src/events/send-record.js';
import '../../src/kf-menu-composer.js';
import '../../src/kf-product-card.js';
import '../../src/kf-product-list.js';
import { zhCN } from '../../src/locales/zh-cn.js';
import { click, product, text } from '../support/messages.js';

export type AskerKind = 'plain' | 'card' | 'list' | 'composer';

/** An element that sends one message at a time, as a person sees it. */
export interface Asker {
  readonly kind: AskerKind;
  readonly element: ReactiveElement;
  /** The content (`#17`) that it has, drawn or not. */
  readonly content: string;
  /** The content that it shows. */
  seen(): string;
  /** What its buttons say, as they are drawn now. */
  buttons(): readonly string[];
  press(button: string): void;
  /** The page's own call, for the content that it has now. */
  send(): Promise<Receipt>;
  /** It is used for another content from now on. */
  show(content: string): void;
  /** A person writes this instead of what is there. Gives false where nothing can be written. */
  write?(content: string): boolean;
}

/** An element of somebody else's: what ours do, with next to nothing to draw. */
class PlainAsker extends ReactiveElement {
  content = '';
  onScreen: OnScreen | null = null;
  drawn: readonly SendButton[] = [];
  private readonly bridge = new BridgeView(this);
  private readonly sends = new SendController(this, this.bridge);

  get message(): ChatMessage {
    return text(this.content);
  }

  send(): Promise<Receipt> {
    const { message } = this;
    return this.sends.send({ message, issues: validate(message).issues });
  }

  press(word: string): void {
    const button = this.drawn.find(drawn => zhCN[drawn.word] === word);
    if (button && this.onScreen) this.sends.perform(button.action, this.onScreen);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const { message, bridge } = this;
    const record = this.sends.recordOf(message);
    const { issues } = validate(message);
    this.onScreen = { message, issues, record, addressee: bridge.addressee };
    this.drawn = sendState({ record, bridge, message, issues, words: zhCN }).buttons;
  }
}
customElements.define('plain-asker', PlainAsker);

function plain(content: string): Asker {
  const element = document.createElement('plain-asker') as PlainAsker;
  const show = (next: string): void => {
    element.content = next;
    element.requestUpdate();
  };
  show(content);
  return {
    kind: 'plain',
    element,
    get content() {
      return element.content;
    },
    seen: () => (element.onScreen?.message.msgtype === 'text' ? element.onScreen.message.text.content : ''),
    buttons: () => element.drawn.map(({ word }) => zhCN[word]),
    press: word => element.press(word),
    send: () => element.send(),
    show,
  };
}

const words = (button: Element): string => button.textContent.trim();
const CONTENT = /#\d+/;

/** The buttons of an element of ours that can be pressed now, by what they say. */
function liveButtons(element: ReactiveElement, selector: string): HTMLButtonElement[] {
  const found = element.renderRoot.querySelectorAll<HTMLButtonElement>(selector);
  return [...found].filter(button => !button.disabled && button.getAttribute('aria-disabled') !== 'true');
}

const pressIn = (element: ReactiveElement, selector: string) => (word: string) =>
  liveButtons(element, selector)
    .find(button => words(button) === word)
    ?.click();

function card(content: string): Asker {
  const element = document.createElement('kf-product-card');
  let current = '';
  const show = (next: string): void => {
    current = next;
    element.product = next ? product({ title: next, productId: next }).channelsShopProduct : null;
  };
  show(content);
  return {
    kind: 'card',
    element,
    get content() {
      return current;
    },
    seen: () => CONTENT.exec(element.renderRoot?.querySelector('.title')?.textContent ?? '')?.[0] ?? '',
    buttons: () => (element.renderRoot ? liveButtons(element, 'button').map(words) : []),
    press: pressIn(element, 'button'),
    send: () => element.send(),
    show,
  };
}

const STRIP = '[part="confirm"] button';

/** A list of one product, so that what it shows is plain; its row is pressed first, then the question below it. */
function list(content: string): Asker {
  const element = document.createElement('kf-product-list');
  let current = '';
  const show = (next: string): void => {
    current = next;
    element.products = next ? [product({ title: next, productId: next }).channelsShopProduct] : [];
  };
  show(content);
  const answers = (): HTMLButtonElement[] => (element.renderRoot ? liveButtons(element, STRIP) : []);
  const row = (): HTMLElement | null => element.renderRoot?.querySelector('.row .main') ?? null;
  return {
    kind: 'list',
    element,
    get content() {
      return current;
    },
    seen: () => CONTENT.exec(element.renderRoot?.querySelector('.row .title')?.textContent ?? '')?.[0] ?? '',
    buttons: () => (answers().length ? answers().map(words) : row() ? ['问'] : []),
    press: word => (word === '问' ? row()?.click() : pressIn(element, STRIP)(word)),
    send: () => element.send(current),
    show,
  };
}

const FOOT = '[part~="send"]';
const TEXT = '[part="item"] [part~="input"]';

function composer(content: string): Asker {
  const element = document.createElement('kf-menu-composer');
  const show = (next: string): void => {
    element.value = next ? { list: [click(next)] } : {};
  };
  show(content);
  const field = (): HTMLTextAreaElement | null => element.renderRoot?.querySelector<HTMLTextAreaElement>(TEXT);
  return {
    kind: 'composer',
    element,
    get content() {
      return CONTENT.exec(JSON.stringify(element.message))?.[0] ?? '';
    },
    seen: () => CONTENT.exec(field()?.value ?? '')?.[0] ?? '',
    buttons: () => (element.renderRoot ? liveButtons(element, FOOT).map(words) : []),
    press: pressIn(element, FOOT),
    send: () => element.send(),
    show,
    write(next) {
      const text = field();
      if (!text || text.readOnly || text.disabled || !element.isConnected) return false;
      text.value = next;
      text.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      return true;
    },
  };
}

export const ASKERS: Readonly<Record<AskerKind, (content: string) => Asker>> = { plain, card, list, composer };
