import { readVariables, type Values } from '../../../core/variables.js';
import type { Composer } from '../composer.js';
import { toMenu, type Draft } from '../state/draft.js';

const isSame = (a: Draft, b: Draft): boolean => JSON.stringify(toMenu(a)) === JSON.stringify(toMenu(b));

/**
 * Who gave which value: the page's wins over the user's. What the user typed is for one customer and one menu.
 */
export class VariableValues {
  /** Every name that the page has said, with its value or ''. */
  page: Values = new Map();
  private typed = new Map<string, string>();
  private filled: Values = new Map();
  /** What there was when the page heard of the user's last edit, as long as it may be at work on that. */
  private heard: Draft | undefined;

  constructor(private readonly composer: Composer) {
    for (const type of ['input', 'change']) composer.addEventListener(type, this.onHeard);
    composer.state.subscribe(change => {
      // A menu that the page gives back as it heard it from us, as v-model does, is no other one.
      const isEcho = this.heard && isSame(this.heard, composer.state.draft);
      if (change === 'replaced' && !isEcho) this.forgetTyped();
    });
  }

  /** The values that count; another map when one has changed. */
  get all(): Values {
    return this.filled;
  }

  /** What the user typed for the customer of this chat. */
  get ofUser(): ReadonlyMap<string, string> {
    return this.typed;
  }
  set ofUser(typed: ReadonlyMap<string, string>) {
    this.typed = new Map(typed);
    this.refresh();
  }

  /** What the user typed for a name that the page has no value for. */
  typedFor(name: string): string {
    return this.typed.get(name) ?? '';
  }

  /** Takes what the page gives now. */
  setPage(given: unknown): void {
    this.page = readVariables(given);
    this.page.forEach((value, name) => value && this.typed.delete(name));
    this.refresh();
  }

  /** Takes what the user types. */
  setTyped(name: string, text: string): void {
    this.typed.set(name, text);
    this.refresh();
  }

  private forgetTyped(): void {
    if (!this.typed.size) return;
    this.typed.clear();
    this.refresh();
    this.composer.sends.forget(); // it was another message
  }

  private refresh(): void {
    this.filled = new Map([...this.typed, ...this.page].filter(([, value]) => value.trim()));
  }

  private readonly onHeard = (): void => {
    const { draft } = this.composer.state;
    this.heard = draft;
    setTimeout(() => {
      if (this.heard === draft) this.heard = undefined;
    });
  };
}
