import type { ReactiveController, TemplateResult } from 'lit';
import type { MsgMenu } from '../../core/message.js';
import type { KfSendEvent } from '../../events/kf-send.js';
import type { KfLateEvent, KfSentEvent } from '../../events/outcome.js';
import { DraftSends } from './draft-sends.js';
import { NO_BRIDGE, slotNow } from './draft-slot.js';
import { DraftShelf, type From } from './draft-shelf.js';
import { draftText } from './draft-text.js';
import { forget, slotOf, type DraftText, type StoredDraft } from './draft-store.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { editEnterChat } from './loading.js';
import { fromMenu, toMenu, type Draft } from './menu-draft.js';
import { offer } from './offer.js';

/** Milliseconds from an edit until it is stored. */
const SOON = 250;

const asJson = (draft: Draft): string => JSON.stringify(toMenu(draft));
const asDraft = ({ menu }: DraftText): Draft => fromMenu(JSON.parse(menu) as MsgMenu);

/**
 * What was typed and not sent, kept in the storage for each key and customer. Each composer writes a draft of its own and never
 * over one that it does not know: another window's is offered instead. Text never goes from one customer to another by itself.
 */
export class Drafts implements ReactiveController {
  /** Where the text on show belongs. Undefined until somebody knows. */
  private shelf: DraftShelf | undefined;
  /** What is not stored yet. */
  private unsaved: { draft: Draft; start: Draft } | undefined;
  /** The draft that was put in, until the next edit. */
  private restored: StoredDraft | undefined;
  /** In this slot, a draft was put in or the user has typed: from now on nothing is put in unasked. */
  private used = false;
  private history: object | undefined;
  /** What `enterChat` was before the user or a draft changed it. */
  private enterChat = false;
  /** The storage has to be looked at. */
  private stale: From | undefined;
  private composing = false;
  private restoring = false;
  private saving = 0;
  private readonly sends = new DraftSends();

  constructor(private readonly host: KfMenuComposer) {
    host.addController(this);
    host.addEventListener('kf-send', this.sending);
    host.addEventListener('kf-sent', this.sent);
    host.addEventListener('kf-late', this.sent);
  }

  /** The user has edited something. */
  edited(): void {
    if (this.restoring) return;
    this.restored = undefined;
    this.used = true;
    if (this.composing) return;
    const { controls } = this.host;
    this.unsaved = { draft: controls.draft, start: this.start };
    this.saving = this.saving || window.setTimeout(this.save, SOON);
  }

  /** The user has read what became of the last message: where nobody knew, it was seen in the chat. */
  read(): void {
    if (this.unknown) this.done(this.sends.seen(this.now));
  }

  hostConnected(): void {
    this.stale = 'draftAlso';
    for (const type of ['compositionstart', 'compositionend'])
      this.host.renderRoot.addEventListener(type, this.compose);
    document.addEventListener('visibilitychange', this.leave);
    window.addEventListener('pagehide', this.leave);
    window.addEventListener('load', this.update);
    window.addEventListener('storage', this.stored);
  }

  hostDisconnected(): void {
    this.composing = false;
    this.leave();
    document.removeEventListener('visibilitychange', this.leave);
    window.removeEventListener('pagehide', this.leave);
    window.removeEventListener('load', this.update);
    window.removeEventListener('storage', this.stored);
  }

  hostUpdate(): void {
    const { host } = this;
    const { history, draft } = host.controls;
    if (history !== this.history) this.given();
    if (this.start === draft) this.enterChat = host.enterChat;
    const { now, slot } = this;
    if (now === null || this.composing || host.locked) return;
    if (now === slot) {
      if (this.stale) this.look(this.stale);
    } else if (this.early) this.bring(now);
    else if (slot)
      setTimeout(this.change); // after a send that waited for the bridge: it takes the text along
    else this.enter(now);
  }

  strip(): TemplateResult | undefined {
    const { host, shelf, restored } = this;
    const { words, controls } = host;
    const other = shelf && shelf.other;
    if (other)
      return offer(
        controls,
        'clock',
        this.said,
        [words.keepMine, () => this.keep(other)],
        [words.takeTheirs, () => this.take(other)],
      );
    return restored && offer(controls, 'clock', this.said, [words.startBlank, () => this.blank()]);
  }

  private get said(): string {
    return draftText(this.shelf, this.restored, this.host.words);
  }

  /** Nobody has heard what became of the last message. */
  private get unknown(): boolean {
    const { outcome } = this.host.sender;
    return outcome.phase === 'failed' && outcome.error.outcome === 'unknown';
  }

  private get slot(): string | undefined {
    return this.shelf && this.shelf.slot;
  }

  /** Where drafts go now; null while nobody knows. */
  private get now(): string | null {
    const { draftKey, bridge, isConnected } = this.host;
    return draftKey && isConnected ? slotNow(draftKey, bridge.status) : null;
  }

  /** What the page gave: the oldest step, which is there as long as anything can be undone. */
  private get start(): Draft {
    const { history, draft } = this.host.controls;
    return history.undo[0] || draft;
  }

  private readonly update = (): void => this.host.requestUpdate();

  /** The page has given a menu, and that wins. What was typed or put in before it is offered, if it is still unsent. */
  private given(): void {
    this.save();
    this.history = this.host.controls.history;
    if (this.shelf) this.shelf.own = undefined;
    this.restored = this.unsaved = undefined;
    this.stale = 'draftAlso';
  }

  /** From now on, the text on show belongs here. */
  private enter(slot: string): void {
    this.shelf = new DraftShelf(slot);
    this.look('draftAlso');
    if (this.unsaved) this.save();
  }

  /** Written while no bridge was around: it belongs to whom the bridge has found. */
  private get early(): boolean {
    const { draftKey } = this.host;
    return !!draftKey && this.slot === slotOf(draftKey, NO_BRIDGE) && this.used && !this.restored;
  }

  /** The text on show goes along to another slot. */
  private bring(slot: string): void {
    if (this.early && this.shelf) this.shelf.drop();
    this.unsaved = { draft: this.host.controls.draft, start: this.start };
    this.enter(slot);
  }

  /** It is another customer, or another key: what was written stays with the old one, and never shows with the new one. */
  private readonly change = (): void => {
    const { host, now } = this;
    if (now === null || now === this.slot || this.composing || host.locked) return;
    this.save();
    host.controls.load(toMenu(this.start));
    host.enterChat = this.enterChat;
    host.sender.reset();
    host.requestUpdate();
    this.history = host.controls.history;
    this.restored = this.unsaved = undefined;
    this.used = false;
    this.enter(now);
  };

  /** Looks at what is stored: puts in the draft of this very start while nothing was typed, and offers what is not ours. */
  private look(from: From): void {
    this.stale = undefined;
    const { shelf, host } = this;
    const before = this.said;
    const wanted = !this.used && from === 'draftAlso';
    const fitting = shelf && shelf.look(from, wanted ? asJson(this.start) : undefined);
    if (fitting) this.restore(fitting);
    if (this.said && this.said !== before) host.controls.announcement = this.said;
    host.requestUpdate();
  }

  private restore(draft: StoredDraft): void {
    this.restored = draft;
    this.used = this.restoring = true;
    editEnterChat(this.host, asDraft(draft), draft.enterChat, 'draft');
    this.restoring = false;
  }

  private readonly save = (): void => {
    clearTimeout(this.saving);
    this.saving = 0;
    const { unsaved, shelf, host } = this;
    const { enterChat, draftKey } = host;
    if (!unsaved || !shelf || !shelf.slot || !draftKey) return;
    this.unsaved = undefined;
    shelf.save({ menu: asJson(unsaved.draft), start: asJson(unsaved.start), enterChat });
    this.look('draftElsewhere');
  };

  /** Nobody may come back: the panel goes, or the client with its answer, which can be a while before the page. */
  private readonly leave = (): void => {
    this.save();
    if (this.shelf) this.shelf.doubt(this.host.sender.sending || this.unknown);
  };

  private readonly stored = ({ key }: StorageEvent): void => {
    const { slot } = this;
    if (!slot || (key !== null && !key.startsWith(slot))) return;
    this.stale = 'draftElsewhere';
    this.update();
  };

  private readonly compose = (event: Event): void => {
    if (!this.host.controls.owns(event)) return;
    this.composing = event.type === 'compositionstart';
    if (this.composing) return;
    this.edited();
    this.update();
  };

  /** Who presses send means the customer who is there now. */
  private readonly sending = (event: Event): void => {
    const { host, now, slot } = this;
    if (event.target !== host) return;
    this.save();
    if (slot && now && now !== slot) this.bring(now);
    const { detail } = event as KfSendEvent;
    this.sends.add({ detail, slot: now, menu: asJson(host.controls.draft), own: this.shelf && this.shelf.own });
  };

  private readonly sent = (event: Event): void => {
    if (event.target !== this.host) return;
    this.done(this.sends.arrived((event as KfSentEvent | KfLateEvent).detail, this.now));
  };

  /** The menu that was written like this is out. */
  private done(menu: string | undefined): void {
    if (menu === undefined) return;
    if (this.unsaved && asJson(this.unsaved.draft) === menu) this.unsaved = undefined;
    if (this.shelf) this.shelf.check();
    this.restored = undefined;
    this.look('draftElsewhere');
  }

  private blank(): void {
    const { host, start } = this;
    editEnterChat(host, start, this.enterChat);
    host.controls.focus('head_content');
    this.save();
  }

  /** The other draft goes, this one stays. */
  private keep(other: StoredDraft): void {
    forget(other);
    this.unsaved = { draft: this.host.controls.draft, start: this.start };
    this.save();
  }

  /** The other draft comes; undo brings this one back. */
  private take(other: StoredDraft): void {
    const { host, shelf } = this;
    if (shelf) shelf.take(other);
    editEnterChat(host, asDraft(other), other.enterChat);
    host.controls.focus('head_content');
    this.save();
  }
}
