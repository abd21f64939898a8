import type { ReactiveController } from 'lit';
import type { MsgMenu } from '../../../core/message.js';
import { Listeners, type EventFrom } from '../../shared/listeners.js';
import type { Composer } from '../composer.js';
import { BY_USER, type Written } from '../state/composer-state.js';
import { fromMenu, toMenu, wordsIn, writtenIn, type Draft } from '../state/draft.js';

/** Milliseconds: what comes back as it was so long ago is from a page that is a little behind the user. */
const BEHIND = 1000;
/** Milliseconds in which a page, or its server, may be at work on what it has heard. */
const LATE = 5000;
/** Milliseconds after a chat was left in which the page may still give back what was written there. */
const FORGOTTEN = 30_000;
/** So many of the texts that the page has heard in one chat are known again. */
const MOST = 300;
/** What the user has added is known again from so many pairs of characters on, and if there is this much of it. */
const LEAST = 3;
const ENOUGH = 0.5;
/** Or if so much of what is given is in it: it was cut. */
const NEARLY_ALL = 0.9;
/** And so much of a menu is in a text that it is that one but for a word. */
const MOSTLY = 0.6;
/** So many characters a page puts beside a text at the most. */
const SIGNATURE = 8;
/** What has no more new pairs than this is the same text with a word masked, or a mark more. */
const FEW = 3;

type Text = Pick<Written, 'draft' | 'start'>;
/** What the page has heard, and when. */
type Heard = Text & { readonly at: number };

/**
 * What a menu of the page's has to do with what the user writes. `same`: it is that, trimmed, or with ids of the page's own; `akin`:
 * it was made of it; `answer`: that is not seen, but it comes as the page hears of what the user does; `outdated`: it was that a
 * moment ago, and the user has written on; `none`: it is the page's own.
 */
export type EchoKind = 'same' | 'akin' | 'answer' | 'outdated' | 'none';

interface Forms {
  /** As it is; an optional text that is empty is none. */
  readonly exact: string;
  readonly words: string;
}

const formsOfDraft = new WeakMap<Draft, Forms>();

/** A menu as texts to compare. */
function formsOf(draft: Draft): Forms {
  const known = formsOfDraft.get(draft);
  if (known) return known;
  const exact = JSON.stringify(toMenu(draft), (_, value: unknown) => (value === '' ? undefined : value));
  const forms = { exact, words: wordsIn(draft) };
  formsOfDraft.set(draft, forms);
  return forms;
}

const isNothing = (draft: Draft): boolean => formsOf(draft).exact === '{}';

/** Whether a menu is what was written, as a page may give it back: trimmed, or with ids of its own. What the page gave is not. */
const isEcho = (menu: Draft, { draft, start }: Text): boolean => {
  const [given, written, begun] = [menu, draft, start].map(formsOf) as [Forms, Forms, Forms];
  return (['exact', 'words'] as const).some(form => written[form] === given[form] && begun[form] !== given[form]);
};

const pairsOf = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap(text => Array.from(text.slice(1), (character, at) => text.charAt(at) + character)));

/** The pairs of characters that follow each other in the texts of a menu. */
const pairsIn = (draft: Draft): Set<string> => pairsOf(writtenIn(draft));

/** How much of a menu is in a text, from 0 to 1. */
function shareIn(text: Draft, menu: Draft): number {
  const [written, given] = [text, menu].map(pairsIn) as [Set<string>, Set<string>];
  return Array.from(given).filter(pair => written.has(pair)).length / given.size;
}

/** The texts that the user has changed. */
function changedIn({ draft, start }: Text): string[] {
  const before = writtenIn(start);
  return writtenIn(draft).filter(text => text && !before.includes(text));
}

/** Whether all that the user has changed, however short, is in a menu, with a signature at the most. */
function hasAdded(menu: Draft, text: Text): boolean {
  const given = writtenIn(menu);
  const isIn = (changed: string): boolean =>
    given.some(other => other.includes(changed) && other.length <= changed.length + SIGNATURE);
  const changed = changedIn(text);
  return changed.length > 0 && changed.every(isIn);
}

/** Whether what the user has left of the page's own words in their text is in a menu, too. */
function hasKept(menu: Draft, text: Text): boolean {
  const [begun, given] = [text.start, menu].map(pairsIn) as [Set<string>, Set<string>];
  const kept = Array.from(pairsOf(changedIn(text))).filter(pair => begun.has(pair));
  return kept.filter(pair => given.has(pair)).length >= kept.length * ENOUGH;
}

/**
 * How much a menu is like what was written, from 0 to 1: 0 unless most of what the user has added to the page's is in it, whatever was
 * masked, cut or put beside it.
 */
function likeness(menu: Draft, text: Text): number {
  if (isEcho(menu, text)) return 1;
  const begun = pairsIn(text.start);
  const [given, written] = [menu, text.draft].map(pairsIn) as [Set<string>, Set<string>];
  const added = Array.from(written).filter(pair => !begun.has(pair));
  const news = Array.from(given).filter(pair => !begun.has(pair));
  const again = added.filter(pair => given.has(pair)).length;
  const isMadeOf = again >= LEAST && (again >= added.length * ENOUGH || again >= news.length * NEARLY_ALL);
  return isMadeOf ? again / (added.length + news.length) : 0;
}

/** Whether a menu was made of what was written. */
const isMadeOf = (menu: Draft, text: Text): boolean =>
  hasKept(menu, text) && (likeness(menu, text) > 0 || hasAdded(menu, text));

/**
 * A page that binds `value` gives back what it hears of: at once or later, as it was or put in order, also when the chat is another
 * customer's by then. What was written for a customer stays theirs, whichever way it comes back.
 */
export class Echoes implements ReactiveController {
  /** What the page has heard in this chat, newest first. */
  private heard: readonly Heard[] = [];
  /** What it has heard in the chats before, and when these were left. */
  private before: readonly (Text & { readonly leftAt: number })[] = [];
  /** What was being written in the last of them, if the page may still be at work on it. */
  private left: Heard | undefined;
  /** What the page has given last though it was another customer's, and whether it has given something of its own since they left. */
  private refused = '';
  private hasGiven = true;
  /** Runs while the page may be at work on what the user did: two tasks long, as the page's own timers begin a little later. */
  private hearing = 0;
  /** The first of them: what it gives now is its answer. */
  private isAnswering = false;
  /** The user's last press was on something of the page's: what the page gives then, or a moment later, is what they have chosen. */
  private isByHand = false;
  private readonly listeners = new Listeners();

  constructor(private readonly composer: Composer) {
    const { state } = composer;
    state.subscribe(change => {
      if (change === 'replaced') {
        this.refused = '';
        this.hasGiven = true;
      }
      if (!BY_USER.includes(change)) return;
      this.isByHand = false;
      this.hear(change !== 'undone');
    });
    composer.addController(this);
  }

  /** In its own fields: neither what the page has put into a slot nor an event of the page's counts. */
  hostConnected(): void {
    this.listeners
      .on(this.composer.renderRoot, 'input change', this.onEvent, true)
      .on(document, 'pointerdown keydown click input change', this.onPress, true);
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

  private isLately({ at }: Heard): boolean {
    return performance.now() - at < LATE;
  }

  /** Whether it is what stands there, a little other, and comes later than an answer to `input`. */
  isTouchUp(menu: MsgMenu): boolean {
    const written = pairsIn(this.composer.state.draft);
    const news = Array.from(pairsIn(fromMenu(menu))).filter(pair => !written.has(pair));
    return !this.isHeard && this.isAtWork && !this.isByHand && news.length <= FEW;
  }

  /** The chat is about to be another customer's. `isOut`: what stands there was sent, and is no secret of theirs. */
  leave(isOut: boolean): void {
    const { written, replaced } = this.composer.state;
    this.left = this.isAtWork && !isOut ? this.heard[0] : undefined;
    const leftAt = performance.now();
    const texts = [written, replaced, ...this.heard].filter(text => text !== undefined);
    this.before = [...texts.map(({ draft, start }) => ({ draft, start, leftAt })), ...this.before].slice(0, MOST);
    this.heard = [];
    this.hasGiven = this.isByHand = false;
    clearTimeout(this.hearing);
    this.hearing = 0;
    this.isAnswering = false;
  }

  /** What a menu that the page gives has to do with what is written in this chat. */
  kindOf(menu: MsgMenu): EchoKind {
    const { state } = this.composer;
    const given = fromMenu(menu);
    const like = likeness(given, state);
    if (like === 1) return 'same';
    if (isNothing(given)) return 'none';
    if (!this.isAnswering && this.likenessLately(given) > like) return 'outdated';
    const isAgain = [...this.heard, state.replaced].some(text => text && isEcho(given, text));
    if (like > 0 || isAgain) return 'akin';
    const isAnswer = this.isHeard || (this.isAtWork && hasAdded(given, state));
    return isAnswer ? 'answer' : 'none';
  }

  /** How much it is like what the page has heard a moment ago. */
  private likenessLately(given: Draft): number {
    const lately = this.heard.filter(({ at }) => performance.now() - at < BEHIND);
    const behind = lately.filter(({ draft }) => shareIn(draft, given) >= MOSTLY);
    return Math.max(0, ...behind.map(text => likeness(given, text)));
  }

  /**
   * Whether a menu is not taken in this chat, because it is what was written for another customer a moment ago, or was made of that.
   * It is not when it is given again, either, as a page does that renders again.
   */
  refuses(menu: MsgMenu, kind: EchoKind): boolean {
    const { left } = this;
    const given = fromMenu(menu);
    const { exact } = formsOf(given);
    if (isNothing(given)) return false;
    if (kind === 'akin') return !this.isAtWork && this.isTheirs(given);
    const isMadeOfTheirs = left !== undefined && this.isLately(left) && isMadeOf(given, left);
    const isTheirs = this.isTheirs(given) || (!this.isByHand && (exact === this.refused || isMadeOfTheirs));
    if (isTheirs) this.refused = exact;
    return isTheirs;
  }

  /** Whether it is what was written for another customer. */
  private isTheirs(given: Draft): boolean {
    const now = performance.now();
    const last = this.before[0]?.leftAt;
    const isBound = !this.hasGiven && !this.isByHand; // it may still have nothing but what it heard
    const texts = this.before.filter(({ leftAt }) => now - leftAt < FORGOTTEN || (isBound && leftAt === last));
    return texts.some(text => isEcho(given, text));
  }

  /** `mayAnswer`: what the page gives as it hears of this is its answer to it; after undo it may be what stood there before. */
  private hear(mayAnswer: boolean): void {
    const { draft, start } = this.composer.state;
    const earlier = this.heard.filter(other => other.draft !== draft);
    this.heard = [{ draft, start, at: performance.now() }, ...earlier].slice(0, MOST);
    clearTimeout(this.hearing);
    this.isAnswering = mayAnswer;
    this.hearing = window.setTimeout(() => {
      this.isAnswering = false;
      this.hearing = window.setTimeout(() => (this.hearing = 0));
    });
  }

  private readonly onPress = (event: Event): void => {
    if (event.isTrusted) this.isByHand = !event.composedPath().includes(this.composer.renderRoot);
  };

  private readonly onEvent = ({ target }: EventFrom<Node>): void => {
    if (this.composer.renderRoot.contains(target)) this.hear(true);
  };
}
