import { textAt, type Draft } from '../state/draft.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Whether an input method is at work in a field. Its `compositionend` may never come: the page sets `value`, undo removes the
 * item, the editor goes. So it is also over when the field is left, rewritten or gone, and with an `input` of another kind.
 */
export class Composition {
  private field: Field | undefined;
  /** What the field was, as a control may come to stand for another row. */
  private id = '';

  /** `onEnd` is called when it is over, however it ended. */
  constructor(private readonly onEnd: () => void) {}

  get isActive(): boolean {
    return !!this.field;
  }

  start(field: Field): void {
    this.field = field;
    this.id = field.id;
  }

  /** Goes out of the field, of which the page hears: what was composed there is an edit now. */
  leave(): void {
    this.field?.blur();
  }

  end(): void {
    if (!this.field) return;
    this.field = undefined;
    this.onEnd();
  }

  /** Before a render: one that is about to write another text into the field ends it. */
  beforeUpdate(draft: Draft): void {
    const { field, id } = this;
    const isText = field?.getAttribute('part') === 'input'; // of the message, not a variable's or one in a dialog
    if (isText && field?.value !== textAt(draft, id)) this.end();
  }

  /** After a render: the field may be gone, or stand for another row. */
  afterUpdate(): void {
    const { field, id } = this;
    if (field && (!field.isConnected || field.id !== id)) this.end();
  }
}
