import type { ReactiveController } from 'lit';
import type { KfSendEvent } from '../../../events/kf-send.js';
import type { KfLateEvent, KfSentEvent } from '../../../events/outcome.js';
import { isOut, type SendRecord } from '../../../events/send-record.js';
import { isKnown } from '../../../events/addressee.js';
import { contentOf } from '../../../events/content.js';
import { fill, type Words } from '../../../locales/words.js';
import { Listeners } from '../../shared/listeners.js';
import type { OnScreen } from '../../shared/sends/send-controller.js';
import type { Composer } from '../composer.js';
import type { StateChange } from '../state/composer-state.js';
import { fromMenu, isEmpty, knownText, toMenu, type Draft } from '../state/draft.js';
import type { Offer } from '../view/offer.js';
import { DraftSends } from './draft-sends.js';
import {
  DraftSlot,
  isRemoved,
  removeDraft,
  slotKey,
  type DraftText,
  type Origin,
  type StoredDraft,
} from './draft-store.js';

/** The entry outside of chats: there is no customer. */
const OUTSIDE = 'normal';

/** Milliseconds from an edit until it is stored. */
const DELAY = 250;

const asJson = (draft: Draft): string => JSON.stringify(toMenu(draft));
const asDraft = ({ menu }: DraftText): Draft => fromMenu(JSON.parse(menu));

/** 「10:31」; on another day 「11/19 10:31」. */
function timeText({ at }: StoredDraft): string {
  const then = new Date(at);
  const time = then.toTimeString().slice(0, 5);
  return then.toDateString() === new Date().toDateString() ? time : `${then.getMonth() + 1}/${then.getDate()} ${time}`;
}

/** What is said of a draft; `origin` is that of one that is not on show. */
function draftText(draft: StoredDraft, origin: Origin | undefined, words: Words): string {
  const offered = origin === 'other-window' ? words.draftElsewhere : words.draftAlso;
  const text = draft.isDoubtful ? words.draftDoubtful : origin ? offered : words.draftOf;
  return fill(text, { time: timeText(draft) });
}

/**
 * What was typed and not sent, kept in the storage for each key and customer. Each composer writes a draft of its own and never
 * over one that it does not know: another window's is offered instead. Text never goes from one customer to another by itself.
 */
export class Drafts implements ReactiveController {
  /** Where the text on show belongs. Undefined until somebody knows. */
  private slot: DraftSlot | undefined;
  /** What is not stored yet. */
  private unsaved: { draft: Draft; start: Draft } | undefined;
  /** In this slot, a draft was put in or the user has typed: from now on nothing is put in unasked. */
  private isUsed = false;
  /** The storage has to be read, as something was stored or may have been. */
  private stale: Origin | undefined = 'earlier';
  private timer = 0;
  private readonly sends = new DraftSends();
  private readonly listeners = new Listeners();

  constructor(
    private readonly composer: Composer,
    /** Called when the page has given another `draft-key`: `leave` and `arrive` have to follow. */
    private readonly onOtherKey: () => void,
  ) {
    composer.addController(this);
    composer.state.subscribe(change => this.onStateChange(change));
    composer.addEventListener('kf-send', event => this.onSend(event));
    composer.addEventListener('kf-sent', event => this.onSent(event));
    composer.addEventListener('kf-late', event => this.onSent(event));
  }

  hostConnected(): void {
    this.stale = 'earlier';
    this.listeners
      .on(document, 'visibilitychange', this.onLeave)
      .on(window, 'pagehide', this.onLeave)
      .on(window, 'load', this.onLoad)
      .on(window, 'storage', this.onStorage);
  }

  hostDisconnected(): void {
    this.onLeave();
    this.listeners.end();
  }

  hostUpdate(): void {
    const { composer, key, now, slot, stale } = this;
    if (now === null || composer.isComposing || !composer.canEdit) return;
    if (slot?.is(key, now)) {
      if (stale) this.refresh(stale);
    } else if (this.isFromBefore) this.moveTo(now);
    else if (slot) this.onOtherKey();
    else this.enter(now);
  }

  /** The page has given another key, and what stands there is still what was written under the one before. */
  get isAtOtherKey(): boolean {
    const { key, now, slot } = this;
    return slot !== undefined && now !== null && !slot.is(key, now);
  }

  /** The chat is about to be another customer's, or the key is another one: what was typed is stored as it was. Returns where. */
  leave(): DraftSlot | undefined {
    const { slot } = this;
    this.save();
    this.slot = this.unsaved = undefined;
    return slot;
  }

  /**
   * Customer or key is another one, and the text on show is what the page gave; with a slot, what was written there before and is
   * stored there.
   */
  arrive(slot: DraftSlot | undefined): void {
    const { key, now } = this;
    this.isUsed = slot !== undefined;
    this.stale = 'earlier';
    if (now === null) return;
    this.slot = slot?.is(key, now) ? slot : new DraftSlot(key, now);
    this.refresh(slot ? 'other-window' : 'earlier'); // another one may have sent what was put in
  }

  /** The draft that is not ours, or the one that was put in, under the header. */
  get offer(): Offer | undefined {
    const { composer, slot, restored, text } = this;
    const { words } = composer;
    const other = slot?.other;
    if (other)
      return {
        icon: 'clock',
        text,
        choices: [
          { label: words.keepMine, onChoose: () => this.keepOwn(other) },
          { label: words.takeTheirs, onChoose: () => this.adopt(other) },
        ],
      };
    if (!restored || composer.sends.record?.phase === 'sent') return undefined; // the foot says so
    return {
      icon: 'clock',
      text,
      choices: [
        {
          label: isEmpty(composer.state.start) ? words.startBlank : words.startAsGiven,
          onChoose: () => this.startBlank(),
        },
      ],
    };
  }

  /** The message of a record is out: the client says so, or the user has seen it in the chat. */
  onArrived({ record, message }: OnScreen): void {
    const { now, sends, composer } = this;
    if (!record || !now) return;
    this.save(); // an earlier state of it may be stored
    const isOnShow = contentOf(message) === contentOf(record.message);
    this.forgetSent(sends.seen(record, now, isOnShow ? asJson(composer.state.draft) : undefined));
  }

  /** A message is out, whoever has sent it: where it is on show here, it is no draft any more. */
  onRecord(record: SendRecord): void {
    const { addressee, isAcknowledged } = record;
    const { bridge, sends } = this.composer;
    const isNews = isOut(record) && !isAcknowledged;
    if (isNews && addressee === bridge.addressee) this.onArrived({ ...sends.current, record });
  }

  /** A composition in one of the fields is over: what was composed counts as an edit now. */
  onCompositionEnd(): void {
    this.onEdit();
  }

  /** See `DraftSlot`. */
  private get restored(): StoredDraft | undefined {
    return this.slot?.restored;
  }
  private set restored(draft: StoredDraft | undefined) {
    if (this.slot) this.slot.restored = draft;
  }

  private get text(): string {
    const { slot, restored, composer } = this;
    const shown = slot?.other ?? restored;
    return shown ? draftText(shown, slot?.other && slot.otherOrigin, composer.words) : '';
  }

  private get key(): string {
    return knownText(this.composer.draftKey);
  }

  /**
   * Where drafts go now: `''` where none may be kept, as the chat's customer can't be read and may be another one next time; null
   * while nobody knows.
   */
  private get now(): string | null {
    const { key } = this;
    const { bridge, isConnected } = this.composer;
    if (!key || !isConnected) return null;
    const { addressee, status } = bridge;
    if (isKnown(addressee)) return slotKey(key, addressee);
    if (!status) return document.readyState === 'complete' ? slotKey(key, null) : null; // one may still come
    if (!status.context) return null;
    return status.context.entry === OUTSIDE ? slotKey(key, '') : '';
  }

  /**
   * Written while no bridge was around, or before it could read any customer: it belongs to whom the bridge has found. (When one
   * customer follows another, `leave` and `arrive` come first.)
   */
  private get isFromBefore(): boolean {
    const { key, slot } = this;
    return !!key && !!slot && (slot.is(key, '') || slot.is(key, slotKey(key, null))) && this.isUsed && !this.restored;
  }

  private onStateChange(change: StateChange): void {
    if (change === 'replaced') this.onReplaced();
    else if (change !== 'restored' && change !== 'switched') this.onEdit();
  }

  private onEdit(): void {
    this.restored = undefined;
    this.isUsed = true;
    const { isComposing } = this.composer;
    if (isComposing && this.timer) this.save(); // what was typed before: half a word waits for its other half, or for the end
    this.unsaved = this.written;
    if (!isComposing) this.timer ||= window.setTimeout(() => this.save(), DELAY);
  }

  /** The page has given a menu, and that wins. What was typed or put in before it is offered, if it is still unsent. */
  private onReplaced(): void {
    this.save();
    if (this.slot) this.slot.own = undefined;
    this.restored = this.unsaved = undefined;
    this.stale = 'earlier';
  }

  private get written(): { draft: Draft; start: Draft } {
    const { draft, start } = this.composer.state;
    return { draft, start };
  }

  /** From now on, the text on show belongs here. */
  private enter(key: string): void {
    this.slot = new DraftSlot(this.key, key);
    this.refresh('earlier');
    if (this.unsaved) this.save();
  }

  /** The text on show goes along to another slot. */
  private moveTo(key: string): void {
    if (this.isFromBefore) this.slot?.drop();
    const { record } = this.composer.sends;
    this.unsaved = record && isOut(record) ? undefined : this.written;
    this.enter(key);
  }

  /** Reads what is stored: puts in the draft of this very start while nothing was typed, and offers what is not ours. */
  private refresh(origin: Origin): void {
    const { slot, composer, text, restored } = this;
    this.stale = undefined;
    if (restored && isRemoved(restored) && origin === 'other-window') this.forgetRestored();
    const isWanted = !this.isUsed && origin === 'earlier';
    const matching = slot?.refresh(origin, isWanted ? asJson(composer.state.start) : undefined);
    if (matching) {
      this.restored = matching;
      this.isUsed = true;
      composer.state.restore(asDraft(matching), matching.enterChat);
    }
    if (this.text && this.text !== text) composer.announce(this.text);
    composer.requestUpdate();
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const { unsaved, slot, composer } = this;
    if (!unsaved || !slot?.key || !this.key) return;
    this.unsaved = undefined;
    slot.save({ menu: asJson(unsaved.draft), start: asJson(unsaved.start), enterChat: composer.state.enterChat });
    this.refresh('other-window');
  }

  /** Another window has sent the draft that is on show here, or has begun anew: nobody has written on, so it goes here, too. */
  private forgetRestored(): void {
    this.restored = undefined;
    this.slot?.checkOwn();
    this.isUsed = false;
    this.composer.state.switchTo(undefined);
  }

  /** The menu that was written like this is out. */
  private forgetSent(menu: string | undefined): void {
    if (menu === undefined) return;
    if (this.unsaved && asJson(this.unsaved.draft) === menu) this.unsaved = undefined;
    this.slot?.checkOwn();
    this.restored = undefined;
    this.refresh('other-window');
  }

  private startBlank(): void {
    const { composer } = this;
    const { start, givenEnterChat: enterChat } = composer.state;
    composer.edit(start, 'head_content', { enterChat });
    this.save();
  }

  /** The other draft goes, this one stays. */
  private keepOwn(other: StoredDraft): void {
    removeDraft(other);
    this.unsaved = this.written;
    this.save();
  }

  /** The other draft comes; undo brings this one back. */
  private adopt(other: StoredDraft): void {
    this.slot?.adopt(other);
    this.composer.edit(asDraft(other), 'head_content', { enterChat: other.enterChat });
    this.save();
  }

  private onSend(event: KfSendEvent): void {
    const { composer, now } = this;
    if (event.target !== composer) return;
    // 发给现在这位, 没有，重发: what is asked for may be another message than the one on show.
    if (contentOf(event.asked) !== contentOf(composer.sends.current.message)) return;
    this.save();
    const menu = asJson(composer.state.draft);
    this.sends.add({ asked: event.asked, detail: event.detail, slot: now, menu, own: this.slot?.own });
  }

  private onSent(event: KfSentEvent | KfLateEvent): void {
    if (event.target === this.composer) this.forgetSent(this.sends.arrived(event.detail, this.now));
  }

  /** Nobody may come back: the panel goes, the chat is another one, or the client goes with its answer, a while before the page. */
  readonly onLeave = (): void => {
    const { sends } = this.composer;
    this.save();
    this.slot?.setDoubtful(sends.isSending || sends.isUnknown || !!this.restored?.isDoubtful);
  };

  /** Once the page is there, no bridge will come: without one, the key alone tells drafts apart. */
  private readonly onLoad = (): void => {
    if (this.key) this.composer.requestUpdate();
  };

  private readonly onStorage = ({ key }: StorageEvent): void => {
    if (key === null) this.restored = undefined; // all was emptied, whoever had sent or written what: what is on show stays
    const slot = this.slot?.key;
    if (!slot || (key !== null && !key.startsWith(slot))) return;
    this.stale = 'other-window';
    this.composer.requestUpdate();
  };
}
