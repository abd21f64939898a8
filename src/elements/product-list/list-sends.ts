import type { ReactiveElement } from 'lit';
import type { KfError } from '../../core/error.js';
import { isInDoubt, type SendRecord } from '../../events/send-record.js';
import { fill, type Words } from '../../locales/words.js';
import { BridgeView } from '../shared/sends/bridge-view.js';
import type { Language } from '../shared/lang.js';
import { textOf } from '../shared/product.js';
import { SendController } from '../shared/sends/send-controller.js';
import { sendState, WILLED, type SendState } from '../shared/sends/send-state.js';
import { sentTo, sentVersion } from '../shared/sends/sent-log.js';
import type { Entry } from './catalog.js';

/** What is known of a product's sends to the customer in the chat. */
export interface EntrySends {
  readonly record: SendRecord | null;
  readonly state: SendState;
  /** When it was sent last, in this visit or an earlier one, in milliseconds of the wall clock. */
  readonly at: number | undefined;
}

/** What became of a send that nothing in sight tells of. */
export interface News {
  readonly record: SendRecord;
  readonly error: KfError | null;
  /** Its product as it is listed now; undefined where it is not. */
  readonly entry: Entry | undefined;
}

/** The title of the product that was to be sent. */
export const titleOf = ({ message }: SendRecord): string =>
  message.msgtype === 'channels_shop_product' ? textOf(message.channelsShopProduct.title) : '';

/** The list shows it as failed, or asks about it. */
const isToAnswer = (record: SendRecord): boolean =>
  isInDoubt(record) || (record.phase === 'not-sent' && !WILLED.includes(record.error?.code ?? ''));

/** What the list shows of sends: the bridge's records of its products, and the log of what was sent to whom. */
export class ListSends {
  readonly bridge: BridgeView;
  readonly controller: SendController;
  /** When each product was last sent to the customer in the chat, newest first. */
  sent: ReadonlyMap<string, number> = new Map();
  /** Of whom that was read, and when. */
  private version = '';
  /** What was asked for last, and since when: what ended before that was told. */
  private heard: SendRecord | null = null;
  private heardAt = 0;

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

  /** What was asked for here and wants an answer: the newest doubt first, then what failed last. */
  get toAnswer(): readonly SendRecord[] {
    const records = this.controller.open.filter(isToAnswer);
    return [...records.filter(isInDoubt), ...records.filter(record => !isInDoubt(record))];
  }

  /** What has ended since the last send was asked for, for those who do not see it: the newest outcome. */
  announce(): string {
    const { last, open } = this.controller;
    if (last !== this.heard) this.heardAt = last?.endedAt ?? performance.now();
    this.heard = last;
    const endOf = ({ endedAt }: SendRecord): number => endedAt ?? -Infinity;
    const ended = open.filter(record => endOf(record) >= this.heardAt);
    const [newest] = ended.sort((a, b) => endOf(b) - endOf(a));
    return newest ? this.outcomeOf(newest) : '';
  }

  private outcomeOf(record: SendRecord): string {
    const { message, receipt, error } = record;
    const known = this.controller.recordOf(message);
    if (!known || known.receipt !== receipt || known.error !== error) return ''; // there is newer news
    const { words } = this.language;
    const { name, title } = sendState({ record, bridge: this.bridge, message, issues: [], words });
    if (name === 'sending') return '';
    const text = name === 'sent' ? words.sentShort : title;
    return fill(words.outcome, { title: titleOf(record), text });
  }
}
