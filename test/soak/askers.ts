import { validate, type ChatMessage } from '../../src/core/index.js';
import { Sender } from '../../src/elements/shared/sender.js';
import type { Receipt } from '../../src/events/receipt.js';
import '../../src/kf-menu-composer.js';
import '../../src/kf-product-card.js';
import { click, product, text } from '../support/messages.js';

/** An element that sends one message, as often as it is pressed. */
export interface Asker {
  readonly element: HTMLElement;
  readonly id: string;
  press(): Promise<Receipt>;
}

export type AskerKind = 'plain' | 'card' | 'composer';

/** An element of somebody else's, with nothing to draw. */
function plain(id: string): Asker {
  const element = document.createElement('i');
  const sender = new Sender({
    disabled: false,
    get message(): ChatMessage {
      return text(id);
    },
    get issues() {
      return validate(this.message).issues;
    },
    dispatchEvent: event => element.dispatchEvent(event),
    requestUpdate: () => undefined,
  });
  return { element, id, press: () => sender.send() };
}

function card(id: string): Asker {
  const element = document.createElement('kf-product-card');
  element.product = product({ title: id }).channelsShopProduct;
  return { element, id, press: () => element.send() };
}

function composer(id: string): Asker {
  const element = document.createElement('kf-menu-composer');
  element.value = { list: [click(id)] };
  return { element, id, press: () => element.send() };
}

export const ASKERS: Readonly<Record<AskerKind, (id: string) => Asker>> = { plain, card, composer };
