import type { EventFrom } from '../../shared/event-on.js';
import type { Composer } from '../composer.js';
import { textAt } from '../state/draft.js';
import { setTextAt } from '../state/draft-edits.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * What a user does in the composer's own fields, and whether an input method is at work in one of them. Its `compositionend` may
 * never come: the page sets `value`, undo removes the item, the editor goes. So a composition is also over when the field is left,
 * rewritten or gone, and with an `input` of another kind.
 */
export class FieldEvents {
  /** In which an input method is at work. */
  private field: Field | undefined;
  /** What the field was, as a control may come to stand for another row. */
  private id = '';

  /** `onCompositionOver` is called however it ended. */
  constructor(
    private readonly composer: Composer,
    private readonly onCompositionOver: () => void,
  ) {}

  get isComposing(): boolean {
    return !!this.field;
  }

  /** Goes out of the field, of which the page hears: what was composed there is an edit now. */
  leave(): void {
    this.field?.blur();
  }

  endComposition(): void {
    if (!this.field) return;
    this.field = undefined;
    this.onCompositionOver();
  }

  /** Before a render: one that is about to write another text into the field ends the composition. */
  beforeUpdate(): void {
    const { field, id, composer } = this;
    const isText = field?.getAttribute('part') === 'input'; // of the message, not a variable's or one in a dialog
    if (isText && field?.value !== textAt(composer.state.draft, id)) this.endComposition();
  }

  /** After a render: the field may be gone, or stand for another row. */
  afterUpdate(): void {
    const { field, id } = this;
    if (field && (!field.isConnected || field.id !== id)) this.endComposition();
  }

  readonly onInput = (event: EventFrom<Field, InputEvent>): void => {
    const { composer } = this;
    if (!composer.owns(event)) return;
    if (event.isComposing === false) this.endComposition(); // Safari before 16.4 does not say
    const { state } = composer;
    const { id, value } = event.target;
    state.edit(setTextAt(state.draft, id, value), { step: id });
  };

  /** A control's own `change` stops at the shadow root: the page hears ours. */
  readonly onChange = (event: Event): void => {
    const { composer } = this;
    if (composer.owns(event)) composer.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly onFocusOut = (event: EventFrom<Element, FocusEvent>): void => {
    const { composer } = this;
    if (!composer.owns(event)) return;
    this.endComposition();
    composer.state.problems.touch(event.target.id);
    composer.requestUpdate();
  };

  readonly onCompositionStart = (event: EventFrom<Field, CompositionEvent>): void => {
    const { composer } = this;
    if (composer.owns(event)) {
      this.field = event.target;
      this.id = event.target.id;
    }
    composer.requestUpdate();
  };

  readonly onCompositionEnd = (event: CompositionEvent): void => {
    if (this.composer.owns(event)) this.endComposition();
  };
}
