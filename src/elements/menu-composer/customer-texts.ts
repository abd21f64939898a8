import type { Composer } from './composer.js';
import type { Drafts } from './drafts/drafts.js';
import type { Written } from './state/composer-state.js';
import type { Variables } from './variables/variables.js';

/** What one customer's chat is about. */
interface Kept {
  readonly written: Written | undefined;
  /** What the user typed for variables. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Whose text it is: what was written in one customer's chat stays there. It is kept as long as the element lives, and with a
 * `draft-key` also in the storage.
 */
export class CustomerTexts {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly composer: Composer,
    private readonly drafts: Drafts,
    private readonly variables: Variables,
  ) {}

  /** The chat is another customer's: the text of the one before makes way for theirs, or for what the page gave. */
  change(addressee: string, before: string): void {
    const { composer, drafts, variables, kept } = this;
    const { state } = composer;
    drafts.leave();
    kept.set(before, { written: state.written, values: variables.ofUser });
    const { written, values = new Map<string, string>() }: Partial<Kept> = kept.get(addressee) ?? {};
    kept.delete(addressee);
    variables.ofUser = values;
    state.switchTo(written);
    drafts.arrive(written !== undefined);
  }
}
