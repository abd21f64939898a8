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
import type { ListModel } from './list-model.js';

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

export const isSameNews = (one: News | null, other: News | null): boolean =>
  one?.record === other?.record && one?.error === other?.error && !one?.entry === !other?.entry;

/** The title of the product that was to be sent. */
export const titleOf = ({ message }: SendRecord): string =>
  message.msgtype === 'channels_shop_product' ? textOf(message.channelsShopProduct.title) : '';

/** The list shows it as failed, or asks about it. */
const isToAnswer = (record: SendRecord): boolean =>
  isInDoubt(record) || (record.phase === 'not-sent' && !WILLED.includes(record.error?.code ?? ''));

/** What was read on whichever list: where that is gone, the next one does not tell it again. */
const told = new WeakMap<SendRecord, KfError | null>();

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
  /** The sends whose question was on show, and why: it does not come by itself any more. */
  private readonly seen = new WeakMap<SendRecord, KfError | null>();

  /** @param onAddressee called when the chat is another customer's */
  constructor(
    host: ReactiveElement,
    private readonly language: Language,
    private readonly model: ListModel,
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

  /** What was asked for here, newest first; then what elements had asked for that are gone, if the list has it. */
  private get asked(): readonly SendRecord[] {
    const { open } = this.controller;
    const orphans = this.bridge.status?.orphans ?? []; // a bridge of another copy may not have any
    const isNews = (record: SendRecord): boolean => !open.includes(record) && told.get(record) !== record.error;
    return [...open, ...orphans.filter(record => isNews(record) && this.model.sendable(record.message)).reverse()];
  }

  /** What of that wants an answer and was not read: the newest doubt first, then what failed last. */
  get toAnswer(): readonly SendRecord[] {
    const records = this.asked.filter(record => isToAnswer(record) && this.seen.get(record) !== record.error);
    return [...records.filter(isInDoubt), ...records.filter(record => !isInDoubt(record))];
  }

  /** The user has seen the question about it, or wants to. */
  setSeen(record: SendRecord): void {
    for (const seen of [this.seen, told]) seen.set(record, record.error);
  }

  setUnseen(...records: readonly (SendRecord | null | undefined)[]): void {
    for (const record of records) if (record) for (const seen of [this.seen, told]) seen.delete(record);
  }

  /** Whether its question was on show, whatever has become of it since. */
  wasSeen(record: SendRecord): boolean {
    return this.seen.has(record);
  }

  /** What has ended since the last send was asked for, for those who do not see it: the newest outcome. */
  announce(): string {
    const { last } = this.controller;
    if (last !== this.heard) this.heardAt = last?.endedAt ?? performance.now();
    this.heard = last;
    const endOf = ({ endedAt }: SendRecord): number => endedAt ?? -Infinity;
    const ended = this.asked.filter(record => endOf(record) >= this.heardAt);
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
