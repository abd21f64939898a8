import type { ReactiveElement } from 'lit';
import type { SendRecord } from '../../events/send-record.js';
import { fill, type Words } from '../../locales/words.js';
import { BridgeView } from '../shared/sends/bridge-view.js';
import type { Language } from '../shared/lang.js';
import { textOf } from '../shared/product.js';
import { SendController } from '../shared/sends/send-controller.js';
import { sendState, type SendState } from '../shared/sends/send-state.js';
import { sentTo, sentVersion } from '../shared/sends/sent-log.js';
import type { Entry } from './catalog.js';

/** What is known of a product's sends to the customer in the chat. */
export interface EntrySends {
  readonly record: SendRecord | null;
  readonly state: SendState;
  /** When it was sent last, in this visit or an earlier one, in milliseconds of the wall clock. */
  readonly at: number | undefined;
}

/** What the list shows of sends: the bridge's records of its products, and the log of what was sent to whom. */
export class ListSends {
  readonly bridge: BridgeView;
  readonly controller: SendController;
  /** When each product was last sent to the customer in the chat, newest first. */
  sent: ReadonlyMap<string, number> = new Map();
  /** Of whom that was read, and when. */
  private version = '';

  /** @param onAddressee called when the chat is another customer's */
  constructor(
    host: ReactiveElement,
    private readonly language: Language,
    onAddressee: () => void,
  ) {
    this.bridge = new BridgeView(host, { onAddressee });
    this.controller = new SendController(host, this.bridge);
  }

  /** Reads what was sent. Returns whether that is something else by now. */
  readSent(): boolean {
    const { addressee } = this.bridge;
    const version = addressee + sentVersion();
    if (version === this.version) return false;
    this.version = version;
    this.sent = sentTo(addressee);
    return true;
  }

  of({ message, id, errors }: Entry, words: Words): EntrySends {
    const record = this.controller.recordOf(message);
    const state = sendState({ record, bridge: this.bridge, message, issues: errors, words, isFixed: true });
    const known = state.name === 'sent' ? record?.endedOn?.getTime() : undefined;
    return { record, state, at: known ?? this.sent.get(id) };
  }

  /** What became of the last send, for those who do not see it. */
  get announcement(): string {
    const { last } = this.controller;
    const known = last && this.controller.recordOf(last.message);
    if (!known || known.receipt !== last.receipt || known.error !== last.error) return ''; // there is newer news
    const { words } = this.language;
    const { name, title } = sendState({ record: last, bridge: this.bridge, message: last.message, issues: [], words });
    if (name === 'sending' || last.message.msgtype !== 'channels_shop_product') return '';
    const text = name === 'sent' ? words.sentShort : title;
    return fill(words.outcome, { title: textOf(last.message.channelsShopProduct.title), text });
  }
}
