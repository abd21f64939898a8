import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { ChatMessage, MsgMenu } from '../../core/message.js';
import { NEVER_KNOWN } from '../../events/addressee.js';
import { contentOf, contentsOf, exactContentOf, type Content } from '../../events/content.js';
import { isInDoubt, isOut, isPending, type Receipt, type SendRecord } from '../../events/send-record.js';
import type { BridgeView } from '../shared/sends/bridge-view.js';
import { isHasty } from '../shared/sends/press.js';
import { SendController, type OnScreen, type SendingElement } from '../shared/sends/send-controller.js';
import type { SendAction } from '../shared/sends/send-state.js';

/** Seconds without an answer after which the foot counts them. */
const PATIENCE = 3;

interface MenuSendsOptions {
  /** What a press would send now: the menu, or text where that can go instead. */
  outgoing(): { readonly message: ChatMessage; readonly issues: readonly Issue[] };
  /** What nobody knew of is known now, where the page answers by itself. */
  onLate(record: SendRecord): void;
  /** A send begins to take long. */
  onSlow(secondsLeft: number): void;
}

/** The composer's sends: what is known of the message on show, or of the last one that the user asked for. */
export class MenuSends implements ReactiveController {
  /** How many seconds are left, at the most, of a send that takes long; 0 while it is not worth a word. */
  secondsLeft = 0;
  /** How often somebody else than the user has changed the message. */
  changes = 0;
  private readonly controller: SendController;
  /** The record that was the last one when the user wrote on: its outcome is history. */
  private past: SendRecord | null = null;
  /** When the user has written last. */
  private writtenAt = -Infinity;
  /** What is known, until something asks for an update. */
  private known: { readonly record: SendRecord | null } | undefined;
  /** What was on screen after the last render. */
  private shown: OnScreen | undefined;
  private shownChanges = 0;
  private counted: SendRecord | null = null;
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost & SendingElement,
    private readonly bridge: BridgeView,
    private readonly options: MenuSendsOptions,
  ) {
    this.controller = new SendController(host, bridge, record => options.onLate(record));
    host.addController(this);
  }

  hostUpdated(): void {
    const { record } = this;
    const isUnderWay = !!record && isPending(record);
    if (record === this.counted && isUnderWay === !!this.timer) return;
    this.stopCounting();
    this.counted = record;
    if (isUnderWay) this.timer = window.setInterval(this.count, 1000);
  }

  hostDisconnected(): void {
    this.stopCounting();
  }

  /** Something has changed: what is known is read again. */
  invalidate(): void {
    this.known = undefined;
  }

  /**
   * What is known of a send of the message that is on show; where the user's last request was another message (the page has set
   * a value since), what became of that, until the user writes on.
   */
  get record(): SendRecord | null {
    this.known ??= { record: this.lastOne() ?? this.controller.recordOf(this.options.outgoing().message) };
    return this.known.record;
  }

  /** What is known of a send of any message to whoever is in the chat. */
  recordOf(message: ChatMessage): SendRecord | null {
    return this.controller.recordOf(message);
  }

  get isSending(): boolean {
    return !!this.record && isPending(this.record);
  }

  /** Nobody knows what became of the message on show. */
  get isUnknown(): boolean {
    return !!this.record && isInDoubt(this.record);
  }

  /** What was asked for was not sent. */
  get hasFailed(): boolean {
    const { record } = this;
    return !!record?.error && !isInDoubt(record) && !isOut(record);
  }

  /**
   * Puts in a menu of the page's. What became of the last request stays on show where the menu reads the same, whatever its ids, and
   * is either what the user wrote or given right after the send.
   */
  whileGiven(isOfUser: boolean, put: () => void): void {
    const { past } = this;
    const { last } = this.controller;
    put();
    const isAgain = last !== null && contentOf(last.message) === contentOf(this.options.outgoing().message);
    if (isAgain && (isOfUser || isHasty(last, last.message))) this.past = past;
    this.invalidate();
  }

  /**
   * An earlier request, also of an element that is gone, where the message is another one by now, and nobody knows what became of
   * it: it may be in the chat.
   */
  get earlierDoubt(): SendRecord | null {
    if (this.record) return null;
    return this.controller.doubt ?? [...this.orphans].reverse().find(isInDoubt) ?? null;
  }

  /** Menus and texts that elements have asked for that are gone, and nobody has told the user. */
  get orphans(): readonly SendRecord[] {
    const orphans = this.bridge.status?.orphans ?? []; // a bridge of another copy may not have any
    return orphans.filter(({ message }) => /^(msgmenu|text)$/.test(message.msgtype));
  }

  /** Whether the message on show is out, and a menu says the same with other ids: it is about something else. */
  isOutWithOtherIds(menu: MsgMenu): boolean {
    const { record } = this;
    if (!record || !isOut(record)) return false;
    const [out, given] = [record.message, { msgtype: 'msgmenu', msgmenu: menu }].map(contentsOf) as [Content, Content];
    return out.read === given.read && out.exact !== given.exact;
  }

  /** Whether this is the client's late answer about something that was asked for here, of which nobody knew until now. */
  isNews(record: SendRecord): boolean {
    return record.isLate && this.controller.hasAsked(record);
  }

  /** Whether a press can't mean another send: right after one, also where the page shows another message by now. */
  isHasty(byKey: boolean): boolean {
    const { message } = this.options.outgoing();
    const lastHere = this.controller.lastHere(byKey, this.writtenAt);
    const isWritten = this.writtenAt > (lastHere?.handedOverAt ?? lastHere?.endedAt ?? Infinity);
    return isHasty(this.record, message) || isHasty(lastHere, message, isWritten);
  }

  /** What the composer is about now. */
  get current(): OnScreen {
    return { ...this.options.outgoing(), addressee: this.bridge.addressee, record: this.record ?? this.earlierDoubt };
  }

  /** What was on screen when a button was pressed. What the user has just typed is on screen in its field. */
  get onScreen(): OnScreen {
    const { shown, current } = this;
    if (!shown) return current;
    return this.changes !== this.shownChanges ? shown : { ...current, addressee: shown.addressee };
  }

  /** It is on screen now. */
  show(): void {
    const { earlierDoubt } = this;
    if (earlierDoubt) this.controller.adopt(earlierDoubt);
    this.shown = this.current;
    this.shownChanges = this.changes;
  }

  /** The user has changed the message. */
  write(): void {
    this.writtenAt = performance.now();
  }

  /** Somebody else than the user has changed the message: until the next render, what is on screen is the one before. */
  outdate(): void {
    this.changes++;
  }

  /** Asks for a message to be sent. While that is under way, it is the same promise. */
  send(message: ChatMessage, issues: readonly Issue[]): Promise<Receipt> {
    return this.controller.send({ message, issues });
  }

  /** Does what a button stands for, with what was on screen when it was pressed. */
  perform(action: SendAction, onScreen: OnScreen): void {
    if (action !== 'send' && action !== 'repeat') this.forget();
    this.controller.perform(action, onScreen);
    this.host.requestUpdate();
  }

  /** The user writes on: what became of the last request is history. */
  forget(): void {
    const { last } = this.controller;
    if (last && !isPending(last)) this.past = last;
    this.invalidate();
  }

  /** The last request, as long as it says something to the user here and now. */
  private lastOne(): SendRecord | undefined {
    const { last } = this.controller;
    if (!last || last === this.past || last.isAcknowledged) return undefined;
    // The bridge may have news of it.
    if (this.bridge.status && exactContentOf(last.message) === exactContentOf(this.options.outgoing().message))
      return undefined;
    if (last.isLate) return undefined; // what comes late is told by the message's name
    const { addressee } = this.bridge;
    const isToldHere = last.error?.code === 'customer-changed' && (last.found ?? addressee) === addressee;
    const isAwaited = addressee === NEVER_KNOWN && isPending(last); // for whoever was there before this bridge came
    return last.addressee === addressee || isToldHere || isAwaited ? last : undefined;
  }

  private stopCounting(): void {
    clearInterval(this.timer);
    this.timer = this.secondsLeft = 0;
  }

  private readonly count = (): void => {
    const { bridge, record } = this;
    if (!record?.handedOverAt || !bridge.status) return;
    const passed = Math.round((performance.now() - record.handedOverAt) / 1000);
    if (passed < PATIENCE) return;
    const isFirst = !this.secondsLeft;
    this.secondsLeft = Math.max(1, Math.ceil(bridge.status.timeout / 1000) - passed);
    if (isFirst) this.options.onSlow(this.secondsLeft);
    this.host.requestUpdate();
  };
}
