import {
  addresseeOfOutcome,
  type KfCancelEvent,
  type KfErrorEvent,
  type KfLateEvent,
  type KfSentEvent,
} from '../../../events/outcome.js';
import { NEVER_KNOWN } from '../../../events/addressee.js';
import { isOut } from '../../../events/send-record.js';
import type { Composer } from '../composer.js';
import type { Written } from '../state/composer-state.js';
import { knownText, type Draft } from '../state/draft.js';
import type { History } from '../state/history.js';
import type { Variables } from '../variables.js';
import type { Offer } from '../view/offer.js';
import type { DraftSlot } from './draft-store.js';
import type { Drafts } from './drafts.js';
import type { Echoes } from './echoes.js';

/** What one customer's chat is about. */
interface Kept {
  readonly written: Written | undefined;
  /** What the user typed for variables. */
  readonly values: ReadonlyMap<string, string>;
  /** Where it is stored. */
  readonly slot: DraftSlot | undefined;
}

const isSomething = ({ written, values }: Kept): boolean => !!written || values.size > 0;

/**
 * Whose text it is: what was written in one customer's chat stays there, and what was written under one `draft-key` stays with that.
 * It is kept as long as the element lives, and with a `draft-key` also in the storage.
 */
export class CustomerTexts {
  /** By `draft-key` and addressee. */
  private readonly kept = new Map<string, Kept>();
  /** The steps of each, also where the page has given another menu since. */
  private readonly steps = new Map<string, History<Draft>>();
  /** What was written while nobody could tell whose chat it was: nobody comes back whose it is, so it is offered. The newest last. */
  private nobodys: readonly Kept[] = [];
  /** What stands there has been sent. */
  private isOut = false;
  /** What the composer is telling the page just now: what became of a send for whoever is in the chat, or for somebody else. */
  private told: 'here' | 'elsewhere' | undefined;
  private timer = 0;

  constructor(
    private readonly composer: Composer,
    private readonly drafts: Drafts,
    private readonly variables: Variables,
    private readonly echoes: Echoes,
  ) {
    for (const type of ['kf-sent', 'kf-cancel', 'kf-error', 'kf-late'] as const)
      composer.addEventListener(type, event => this.onOutcome(event));
  }

  /** The page is hearing, from whichever element, what became of a send here or elsewhere: what it does meanwhile is about that. */
  get reporting(): 'here' | 'elsewhere' | undefined {
    return this.told ?? (this.composer.bridge.isTellingElsewhere ? 'elsewhere' : undefined);
  }

  /** While the chat is still the customer's who is about to go. */
  onLeave(): void {
    const { record } = this.composer.sends;
    this.isOut = !!record && isOut(record);
  }

  /** The chat is another customer's: the text of the one before makes way for theirs, or for what the page gave. */
  change(addressee: string, before: string): void {
    const { id, ...text } = this.leave(before, true);
    const { bridge, words } = this.composer;
    const isNamed = bridge.hashOf(before) !== ''; // nobody comes back whose name nobody knows
    const isPutAway = isNamed && this.keep(id, text);
    const isBack = this.arrive(addressee, new Map());
    if (!isNamed && !this.isOut && isSomething(text)) this.nobodys = [...this.nobodys, text];
    if (this.nobodys.length) this.composer.announce(words.nobodysText);
    // Beside a text that has come back, it would be read as being about that one.
    this.composer.notify(isPutAway && !isBack ? words.putAway : '', { isLasting: true });
  }

  /** Whose text stands here; undefined while nobody knows. */
  get owner(): string | undefined {
    const { bridge, draftKey } = this.composer;
    return bridge.addressee === NEVER_KNOWN ? undefined : this.idOf(knownText(draftKey), bridge.addressee);
  }

  /** What nobody could be read for, under the header, until the user takes it for this chat or lets it go. */
  get offer(): Offer | undefined {
    const { composer, nobodys } = this;
    const { words } = composer;
    const [text] = nobodys.slice(-1);
    if (!text) return undefined;
    const drop = (): void => {
      this.nobodys = nobodys.slice(0, -1);
      composer.announce(''); // it is there no more
    };
    const choices = [
      { label: words.ignore, onChoose: drop },
      { label: words.load, onChoose: () => (drop(), this.take(text)) },
    ];
    return { icon: 'clock', text: words.nobodysText, choices };
  }

  /** The page has given another key: what was written stays with the old one. */
  changeKey(): void {
    const { addressee } = this.composer.bridge;
    const { id, ...text } = this.leave(addressee, false);
    this.keep(id, text);
    this.arrive(addressee, text.values);
  }

  private onOutcome({ target, detail }: KfSentEvent | KfCancelEvent | KfErrorEvent | KfLateEvent): void {
    const { composer } = this;
    const addressee = addresseeOfOutcome(detail);
    if (target !== composer || addressee === undefined) return;
    this.told = composer.bridge.customerOf(addressee) === composer.bridge.addressee ? 'here' : 'elsewhere';
    clearTimeout(this.timer);
    const end = (): void => void (this.told = undefined);
    this.timer = window.setTimeout(() => (this.timer = window.setTimeout(end))); // a page may render in the next task
  }

  private idOf(draftKey: string, addressee: string): string {
    return JSON.stringify([draftKey, this.composer.bridge.hashOf(addressee) || addressee]);
  }

  /** Returns whether there is anything to keep. */
  private keep(id: string, text: Kept): boolean {
    const isToKeep = isSomething(text);
    const { history } = this.composer.state;
    if (isToKeep) this.kept.set(id, text);
    if (isToKeep || history.canUndo) this.steps.set(id, history);
    return isToKeep;
  }

  private take({ written, values }: Kept): void {
    const { composer, variables } = this;
    variables.ofUser = new Map([...variables.ofUser, ...values]);
    if (!written) return;
    composer.edit(written.draft, 'head_content', { enterChat: written.enterChat });
    composer.notify(composer.words.loadedText);
  }

  private leave(addressee: string, isOther: boolean): Kept & { id: string } {
    const { composer, variables } = this;
    const { written } = composer.state;
    const slot = this.drafts.leave();
    // The page may have given another key that has not been taken yet.
    const id = this.idOf(slot?.draftKey ?? knownText(composer.draftKey), addressee);
    this.echoes.leave(id, isOther);
    return { id, written, values: variables.ofUser, slot };
  }

  /** Returns whether a text has come back. */
  private arrive(addressee: string, values: Kept['values']): boolean {
    const { composer, kept, steps } = this;
    const id = this.idOf(knownText(composer.draftKey), addressee);
    const back: Partial<Kept> = kept.get(id) ?? {};
    kept.delete(id);
    this.variables.ofUser = back.values ?? values;
    composer.state.switchTo(back.written, steps.get(id));
    steps.delete(id);
    this.drafts.arrive(back.written && back.slot);
    return !!back.written;
  }
}
