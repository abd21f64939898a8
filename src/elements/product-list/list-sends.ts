import type { ReactiveElement } from 'lit';
import { isOut, type SendRecord } from '../../events/send-record.js';
import { fill, type Words } from '../../locales/words.js';
import { BridgeView } from '../shared/sends/bridge-view.js';
import type { Language } from '../shared/lang.js';
import { productIdIn, textOf } from '../shared/product.js';
import { SendController } from '../shared/sends/send-controller.js';
import { sendState, type SendState } from '../shared/sends/send-state.js';
import type { Entry } from './catalog.js';
import { forgetSent, recordSent, sentTo } from './sent-log.js';

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
  sent: ReadonlyMap<string, number>;
  /** When what the user has seen in the chat was noted as sent: the client may refuse it late. */
  private readonly confirmedAt = new WeakMap<SendRecord, number>();

  /**
   * @param onAddressee called when the chat is another customer's
   * @param onSent called when something more was sent to the customer in the chat
   */
  constructor(
    private readonly host: ReactiveElement,
    private readonly language: Language,
    onAddressee: () => void,
    private readonly onSent: () => void,
  ) {
    this.bridge = new BridgeView(host, {
      onAddressee: addressee => {
        this.sent = sentTo(addressee);
        onAddressee();
      },
      onRecord: record => this.log(record),
    });
    this.controller = new SendController(host, this.bridge, record => this.log(record));
    this.sent = sentTo(this.bridge.addressee);
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

  private log(record: SendRecord): void {
    const { addressee, message, endedOn, isConfirmed } = record;
    const id = productIdIn(message);
    if (!endedOn || !id) return;
    const at = endedOn.getTime();
    const confirmedAt = this.confirmedAt.get(record);
    if (isOut(record)) recordSent(addressee, id, at);
    else if (confirmedAt !== undefined) forgetSent(addressee, id, confirmedAt);
    else return;
    if (isConfirmed) this.confirmedAt.set(record, at);
    if (addressee !== this.bridge.addressee) return;
    this.sent = sentTo(addressee);
    this.onSent();
    this.host.requestUpdate();
  }
}
