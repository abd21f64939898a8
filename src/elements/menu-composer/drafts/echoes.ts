import type { ReactiveController } from 'lit';
import type { MsgMenu } from '../../../core/message.js';
import { Listeners, type EventFrom } from '../../shared/listeners.js';
import type { Composer } from '../composer.js';
import { BY_USER, type Written } from '../state/composer-state.js';
import { fromMenu, textsOf, toMenu, wordsIn, type Draft } from '../state/draft.js';

/** Milliseconds: what comes back as it was so long ago is from a page that is a little behind the user. */
const BEHIND = 1000;
/** Milliseconds after a change of customer in which a page may still give back what it heard before, whatever else it gives. */
const LATE = 5000;
/** So many of the texts that the page has heard in one chat are known again. */
const MOST = 300;
/** A text is known again in another one from so many characters on. */
const LONG = 4;

type Text = Pick<Written, 'draft' | 'start'>;

/**
 * What a menu of the page's has to do with what the user writes. `same`: it is that, trimmed, or with ids of the page's own; `akin`:
 * it was made of it; `outdated`: it was that a moment ago, and the user has written on; `none`: it is the page's own.
 */
export type EchoKind = 'same' | 'akin' | 'outdated' | 'none';

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

/** Whether a menu has in it the longest text that the user has written. */
function hasWritten(menu: Draft, { draft, start }: Text): boolean {
  const before = textsOf(start);
  const written = textsOf(draft)
    .map(text => text.trim())
    .filter(text => text.length >= LONG && !before.some(other => other.includes(text)));
  const [longest] = written.sort((a, b) => b.length - a.length);
  return longest !== undefined && textsOf(menu).some(text => text.includes(longest));
}

/**
 * A page that binds `value` gives back what it hears of: at once or later, as it was or put in order, also when the chat is another
 * customer's by then. What was written for a customer stays theirs, whichever way it comes back.
 */
export class Echoes implements ReactiveController {
  /** What the page has heard in this chat, newest first. */
  private heard: readonly (Text & { readonly at: number })[] = [];
  /** What it has heard in the chats before. */
  private before: readonly Text[] = [];
  /** When the chat became another customer's, and whether the page has given something of its own since. */
  private switchedAt = -Infinity;
  private hasGiven = true;
  /** Runs while the page may be at work on what the user did: two tasks long, as the page's own timers begin a little later. */
  private hearing = 0;
  private readonly listeners = new Listeners();

  constructor(private readonly composer: Composer) {
    const { state } = composer;
    state.subscribe(change => {
      if (change === 'replaced') this.hasGiven = true;
      if (BY_USER.includes(change)) this.hear();
    });
    composer.addController(this);
  }

  /** In its own fields: neither what the page has put into a slot nor an event of the page's counts. */
  hostConnected(): void {
    for (const type of ['input', 'change']) this.listeners.on(this.composer.renderRoot, type, this.onEvent, true);
  }

  hostDisconnected(): void {
    this.listeners.end();
  }

  /** The page hears of what the user did, or may be at work on that: what it gives meanwhile is that, as the page has it. */
  get isHeard(): boolean {
    return this.hearing > 0;
  }

  /** The chat is about to be another customer's. */
  leave(): void {
    const { written, replaced } = this.composer.state;
    const onShow = [written, replaced].filter(text => text !== undefined);
    this.before = [...onShow, ...this.heard, ...this.before].slice(0, MOST);
    this.heard = [];
    this.switchedAt = performance.now();
    this.hasGiven = false;
    clearTimeout(this.hearing);
    this.hearing = 0;
  }

  /** What a menu that the page gives has to do with what is written in this chat. */
  kindOf(menu: MsgMenu): EchoKind {
    const { state } = this.composer;
    const given = fromMenu(menu);
    if (isEcho(given, state)) return 'same';
    const earlier = isNothing(given) ? undefined : this.heard.find(text => isEcho(given, text));
    if (earlier && performance.now() - earlier.at < BEHIND) return 'outdated';
    const { replaced } = state;
    const isAkin = !!earlier || (replaced && isEcho(given, replaced)) || hasWritten(given, state);
    return isAkin || (this.isHeard && Object.keys(menu).length > 0) ? 'akin' : 'none';
  }

  /** Whether it is what was written for another customer. `kept`: what of theirs is still there. */
  isOfAnother(menu: MsgMenu, kept: readonly Text[]): boolean {
    if (this.hasGiven && performance.now() - this.switchedAt > LATE) return false;
    const given = fromMenu(menu);
    return !isNothing(given) && [...this.before, ...kept].some(text => isEcho(given, text));
  }

  private hear(): void {
    const { draft, start } = this.composer.state;
    const earlier = this.heard.filter(other => other.draft !== draft);
    this.heard = [{ draft, start, at: performance.now() }, ...earlier].slice(0, MOST);
    clearTimeout(this.hearing);
    this.hearing = window.setTimeout(() => {
      this.hearing = window.setTimeout(() => (this.hearing = 0));
    });
  }

  private readonly onEvent = ({ target }: EventFrom<Node>): void => {
    if (this.composer.renderRoot.contains(target)) this.hear();
  };
}
