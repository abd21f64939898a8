import type { MsgMenu } from '../../core/message.js';
import { isKnown } from '../../events/addressee.js';
import type { Composer } from './composer.js';
import type { DraftSlot } from './drafts/draft-slot.js';
import type { Drafts } from './drafts/drafts.js';
import type { Written } from './state/composer-state.js';
import { toMenu } from './state/draft.js';
import { knownText } from './state/options.js';
import type { Variables } from './variables/variables.js';

/** What one customer's chat is about. */
interface Kept {
  readonly written: Written | undefined;
  /** What the user typed for variables. */
  readonly values: ReadonlyMap<string, string>;
  /** Where it is stored. */
  readonly slot: DraftSlot | undefined;
}

const idOf = (draftKey: string, customer: string): string => JSON.stringify([draftKey, customer]);

/**
 * Whose text it is: what was written in one customer's chat stays there. It is kept as long as the element lives, and with a
 * `draft-key` also in the storage.
 */
export class CustomerTexts {
  /** By `draft-key` and customer. */
  private readonly kept = new Map<string, Kept>();
  /** What was written in the chat before, whoever that was. */
  private last: Written | undefined;

  constructor(
    private readonly composer: Composer,
    private readonly drafts: Drafts,
    private readonly variables: Variables,
  ) {}

  /** The chat is another customer's: the text of the one before makes way for theirs, or for what the page gave. */
  change(addressee: string, before: string): void {
    const { composer, drafts, variables, kept } = this;
    const { state } = composer;
    const { written } = state;
    const { ofUser: values } = variables;
    const draftKey = knownText(composer.draftKey);
    const slot = drafts.leave();
    this.last = written ?? this.last;
    // Nobody comes back whose name nobody knows. The page may have given another key that has not been taken yet.
    if (isKnown(before) && (written || values.size))
      kept.set(idOf(slot?.draftKey ?? draftKey, before), { written, values, slot });
    const id = idOf(draftKey, addressee);
    const back: Partial<Kept> = kept.get(id) ?? {};
    kept.delete(id);
    variables.ofUser = back.values ?? new Map<string, string>();
    state.switchTo(back.written);
    drafts.arrive(back.written && back.slot);
  }

  /** Whether this is what the user wrote for another customer. A page that binds `value` to what it has heard gives it back. */
  hasElsewhere(menu: MsgMenu): boolean {
    const text = JSON.stringify(menu);
    const others = [this.last, ...Array.from(this.kept.values(), ({ written }) => written)];
    return others.some(written => written && JSON.stringify(toMenu(written.draft)) === text);
  }
}
