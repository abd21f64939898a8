import type { ReactiveController } from 'lit';
import type { MsgMenu } from '../../../core/message.js';
import { Listeners, type EventFrom } from '../../shared/listeners.js';
import type { Composer } from '../composer.js';
import { BY_USER } from '../state/composer-state.js';
import { fromMenu, type Draft } from '../state/draft.js';
import {
  exactOf,
  hasAdded,
  isEcho,
  isHidden,
  isLong,
  isMadeOf,
  isMasked,
  isNear,
  isNothing,
  isTheSame,
  likeness,
  shareIn,
  type Text,
} from './likeness.js';

/** Milliseconds: what comes back as it was so long ago is from a page that is a little behind the user. */
const BEHIND = 1000;
/** Milliseconds in which a page, or its server, may be at work on what it has heard. */
const LATE = 5000;
/** Milliseconds after a chat was left in which the page may still give back what was written there. */
const FORGOTTEN = 30_000;
/** So many of the texts that the page has heard in one chat are known again. */
const MOST = 300;
/** So many of the page's own menus are known again. */
const MOST_OWN = 50;
/** From this share of its words on, a menu is taken for a text in which a word or two were changed. */
const MOSTLY = 0.6;

/** What the page has heard, and when. */
type Heard = Text & { readonly at: number };
/** What was written in a chat that was left since. */
interface Left extends Text {
  readonly leftAt: number;
  /** Whose it is. */
  readonly owner: string;
  /** The composer that has told the page. */
  readonly by: symbol;
  /** The chat became another customer's; false where only the key is another one. */
  readonly isOther: boolean;
}
/** The same, of what is no longer here: it is another owner's, or it was sent in this chat. */
type Gone = Heard & { readonly owner?: string };

/**
 * What a menu of the page's has to do with what the user writes. `same`: it is that, trimmed, or with ids of the page's own; `akin`:
 * it was made of it; `answer`: that is not seen, but it comes as the page hears of what the user does; `outdated`: it was that a
 * moment ago, and the user has written on; `none`: it is the page's own.
 */
export type EchoKind = 'same' | 'akin' | 'answer' | 'outdated' | 'none';

/** What the page has heard in chats that were left, newest first, whichever composer has told it. */
let left: readonly Left[] = [];

/** Keys that a page may have for its own texts, also while the caret is in the composer. */
const isShortcut = (event: Event): boolean =>
  event instanceof KeyboardEvent && (event.altKey || /^F\d+$/.test(event.key));

/**
 * A page that binds `value` gives back what it hears of: at once or later, as it was or put in order, also when the chat is another
 * customer's by then. What was written for a customer stays theirs, whichever way it comes back.
 */
export class Echoes implements ReactiveController {
  private readonly id = Symbol('composer');
  /** What the page has heard in this chat, newest first. */
  private heard: readonly Heard[] = [];
  /** What the page may still be at work on, though it is no longer here: it was written for another customer, or it is out. */
  private gone: readonly Gone[] = [];
  /** The last menu of the page's that was not taken, as it was another customer's. */
  private refused = '';
  /** The page has given something of its own since the last change of customer. */
  hasGiven = false;
  /** What the page has given of its own. */
  private owned = new Set<string>();
  /** What the user was asked about in this chat, and has said. */
  private readonly asked = new Map<string, 'alike' | 'theirs'>();
  /** Runs while the page may be at work on what the user did: two tasks long, as the page's own timers begin a little later. */
  private hearing = 0;
  /** The first of them: what it gives now is its answer. */
  private isAnswering = false;
  /** When the user has pressed something of the page's, and nothing of the composer's since. */
  private pressedAt = -Infinity;
  private readonly listeners = new Listeners();

  constructor(private readonly composer: Composer) {
    const { state } = composer;
    state.subscribe(change => {
      if (change === 'replaced') {
        this.refused = '';
        this.hasGiven = true;
      }
      if (!BY_USER.includes(change)) return;
      this.pressedAt = -Infinity;
      this.hear(change !== 'undone');
    });
    composer.addController(this);
  }

  /** In its own fields: neither what the page has put into a slot nor an event of the page's counts. */
  hostConnected(): void {
    this.listeners
      .on(this.composer.renderRoot, 'input change', this.onEvent, true)
      .on(document, 'pointerdown keydown click input change', this.onPress, true)
      .on(window, 'blur', this.onBlur);
  }

  hostDisconnected(): void {
    this.listeners.end();
  }

  /** The page hears of what the user did, or may be at work on that: what it gives meanwhile is that, as the page has it. */
  private get isHeard(): boolean {
    return this.hearing > 0;
  }

  /** The page, or its server, may still be at work on what it heard last. */
  get isAtWork(): boolean {
    const [last] = this.heard;
    return last !== undefined && this.isLately(last);
  }

  /** What the page gives is what its user has just chosen there. */
  get isByHand(): boolean {
    return this.isLately({ at: this.pressedAt });
  }

  private isLately({ at }: Pick<Heard, 'at'>): boolean {
    return performance.now() - at < LATE;
  }

  /** Whether it is what stands there, a little other, and comes later than an answer to `input`. */
  isTouchUp(menu: MsgMenu): boolean {
    const given = fromMenu(menu);
    const { draft } = this.composer.state;
    if (this.isHeard || !this.isAtWork) return false;
    return this.isByHand ? isHidden(given, draft) : isNear(given, draft);
  }

  /** The chat is about to be another customer's than the owner's, or the text another one of theirs. */
  leave(owner: string, isOther: boolean): void {
    const { written, replaced } = this.composer.state;
    if (isOther) this.gone = this.atWork().map(text => ({ owner, ...text }));
    const { id: by } = this;
    const leftAt = performance.now();
    const texts = [written, replaced, ...this.heard].filter(text => text !== undefined);
    left = [...texts.map(({ draft, start }) => ({ draft, start, leftAt, owner, by, isOther })), ...left].slice(0, MOST);
    this.heard = [];
    this.refused = '';
    this.asked.clear();
    this.hasGiven = false;
    this.pressedAt = -Infinity;
    clearTimeout(this.hearing);
    this.hearing = 0;
    this.isAnswering = false;
  }

  /** What stands here is out, and makes way for another menu of the page's. */
  sent(): void {
    this.gone = this.atWork();
  }

  /** What the page may be at work on, with the last of what it has heard after each menu that it gave. */
  private atWork(): readonly Gone[] {
    const { heard } = this;
    const isLast = ({ start }: Heard, at: number): boolean =>
      heard.findIndex(other => exactOf(other.start) === exactOf(start)) === at;
    return [...heard.filter(isLast), ...this.gone].filter(text => this.isLately(text)).slice(0, MOST);
  }

  /** The composer is empty, and the page has heard nothing of it. */
  private get isNew(): boolean {
    const { draft, start, replaced } = this.composer.state;
    return draft === start && isNothing(draft) && !replaced && !this.heard.length && !this.isHeard;
  }

  /** What is written, with the values of its variables: a page may bind the message. */
  private get filled(): Draft | undefined {
    const { message, names } = this.composer.facts;
    return names.length ? fromMenu(message.msgmenu) : undefined;
  }

  /** What a menu that the page gives has to do with what is written in this chat. */
  kindOf(menu: MsgMenu): EchoKind {
    if (this.isNew) return 'none';
    const { state } = this.composer;
    const given = fromMenu(menu);
    const like = likeness(given, state);
    if (like === 1) return 'same';
    if (this.filled && exactOf(this.filled) === exactOf(given)) return 'akin';
    if (isNothing(given)) return 'none';
    if (!this.isAnswering && !this.isByHand && this.likenessLately(given) > like) return 'outdated';
    const isAgain = [...this.heard, state.replaced].some(text => text && isEcho(given, text));
    if (like > 0 || isAgain) return 'akin';
    const isAnswer = this.isHeard || (this.isAtWork && !this.isByHand && hasAdded(given, state));
    return isAnswer ? 'answer' : 'none';
  }

  /** How much it is like what the page has heard a moment ago. */
  private likenessLately(given: Draft): number {
    const lately = this.heard.filter(({ at }) => performance.now() - at < BEHIND);
    const behind = lately.filter(({ draft }) => shareIn(draft, given) >= MOSTLY);
    return Math.max(0, ...behind.map(text => likeness(given, text)));
  }

  /**
   * Why a menu is not taken in the owner's chat: it is what was written for another customer, or what is out (`theirs`), or it may be
   * (`alike`). The first is not taken when it is given again, either, as a page does that renders again.
   */
  whyNot(menu: MsgMenu, kind: EchoKind, owner: string): 'theirs' | 'alike' | undefined {
    const given = fromMenu(menu);
    if (kind === 'same' || isNothing(given) || this.owned.has(exactOf(given))) return undefined;
    if (this.isAtWork && this.isMadeHere(given, kind)) return undefined;
    if (this.isOut(given)) return 'theirs';
    const asked = this.asked.get(exactOf(given));
    if (asked) return this.isByHand ? 'alike' : asked;
    const isTheirs = this.isTheirs(given, owner);
    const why = isTheirs ? (this.isByHand ? 'alike' : 'theirs') : this.whyGone(given, owner);
    if (isTheirs || why === 'theirs') this.refused = exactOf(given);
    return why;
  }

  /** What happens in it is not the page's doing. */
  quietly(act: () => void): void {
    const { refused, hasGiven } = this;
    act();
    this.refused = refused;
    this.hasGiven = hasGiven;
  }

  /** The page has given it, and nobody has written it: it is the page's also in another chat. */
  own(menu: MsgMenu): void {
    this.owned = new Set([...this.owned, exactOf(fromMenu(menu))].slice(-MOST_OWN));
  }

  /** The user is asked about a menu (`alike`), or has said that it is not for this chat. */
  keep(menu: MsgMenu, as: 'alike' | 'theirs'): void {
    this.asked.set(exactOf(fromMenu(menu)), as);
  }

  /** It is for this chat after all. */
  allow(menu: MsgMenu): void {
    this.asked.delete(exactOf(fromMenu(menu)));
  }

  /** Whether a menu that the page gave before anybody was known, or has in its attribute, was written for another customer than the owner. */
  isOfOthers(menu: MsgMenu, owner: string): boolean {
    const given = fromMenu(menu);
    return !this.owned.has(exactOf(given)) && this.leftByOthers(given, owner).length > 0;
  }

  /** Who has written just this for others than the owner, and not for them. In another composer, a few words may be anybody's. */
  private leftByOthers(given: Draft, owner: string): readonly Left[] {
    const same = left.filter(text => isEcho(given, text));
    if (same.some(text => text.owner === owner)) return [];
    const isChosen = ({ isOther }: Left): boolean => this.isByHand && !isOther;
    return same.filter(text => (text.by === this.id || isLong(text)) && !isChosen(text));
  }

  /** Whether it is what is being written here, with a word or a mark of the page's. */
  private isMadeHere(given: Draft, kind: EchoKind): boolean {
    const { state } = this.composer;
    return kind === 'akin' ? isNear(given, state.draft) : kind === 'answer' && hasAdded(given, state);
  }

  /** Whether it is what was written for another customer. */
  private isTheirs(given: Draft, owner: string): boolean {
    if (exactOf(given) === this.refused) return true;
    const now = performance.now();
    const last = left.find(({ by }) => by === this.id)?.leftAt;
    const isBound = ({ leftAt }: Left): boolean => !this.hasGiven && leftAt === last; // the page may have nothing newer
    return this.leftByOthers(given, owner).some(text => now - text.leftAt < FORGOTTEN || isBound(text));
  }

  /** The page, or its server, may have been at work on it when it went. */
  private whyGone(given: Draft, owner: string): 'theirs' | 'alike' | undefined {
    const gone = this.goneLike(given).filter(text => text.owner !== undefined && text.owner !== owner);
    const isTheirs = this.isByHand ? isHidden : isMasked;
    if (gone.some(({ draft }) => isTheirs(given, draft))) return 'theirs';
    const isAlike = (text: Gone): boolean => (this.isByHand ? isMasked(given, text.draft) : isTheSame(given, text));
    return gone.some(isAlike) ? 'alike' : undefined;
  }

  /** It is what was sent here, as the page, or its server, has it by now. */
  private isOut(given: Draft): boolean {
    const isOut = ({ owner, draft }: Gone): boolean =>
      owner === undefined && isMasked(given, draft) && shareIn(given, draft) >= MOSTLY;
    return !this.isByHand && this.goneLike(given).some(isOut);
  }

  /** What is no longer here and more like a menu than what is. */
  private goneLike(given: Draft): readonly Gone[] {
    const like = likeness(given, this.composer.state);
    return this.gone.filter(
      text => this.isLately(text) && isMadeOf(given, text) && (!like || likeness(given, text) > like),
    );
  }

  /** `mayAnswer`: what the page gives as it hears of this is its answer to it; after undo it may be what stood there before. */
  private hear(mayAnswer: boolean): void {
    const { draft, start } = this.composer.state;
    const earlier = this.heard.filter(other => other.draft !== draft);
    const at = performance.now();
    const now = [draft, this.filled].flatMap(heard => (heard ? { draft: heard, start, at } : []));
    this.heard = [...now, ...earlier].slice(0, MOST);
    clearTimeout(this.hearing);
    this.isAnswering = mayAnswer;
    this.hearing = window.setTimeout(() => {
      this.isAnswering = false;
      this.hearing = window.setTimeout(() => (this.hearing = 0));
    });
  }

  private readonly onPress = (event: Event): void => {
    if (!event.isTrusted) return;
    const [target] = event.composedPath();
    const isOwn = target instanceof Node && this.composer.renderRoot.contains(target);
    this.pressedAt = isOwn && !isShortcut(event) ? -Infinity : performance.now();
  };

  /** A press in a frame of the page's is no event of this document. Firefox says a little later that the frame has the focus. */
  private readonly onBlur = (): void => {
    setTimeout(() => {
      if (document.activeElement instanceof HTMLIFrameElement) this.pressedAt = performance.now();
    });
  };

  private readonly onEvent = ({ target }: EventFrom<Node>): void => {
    if (this.composer.renderRoot.contains(target)) this.hear(true);
  };
}
