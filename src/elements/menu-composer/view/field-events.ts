import { isInputMethods, type EventFrom } from '../../shared/listeners.js';
import type { Composer } from '../composer.js';
import { DETAILS, fieldId, hasDetails, isBlank, locate, rowText, setTextAt, textAt, type Row } from '../state/draft.js';
import { wayOf } from './own-undo.js';
import { mendAt, mendId } from './problem.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The field that something is part of: itself, or the one beside which it stands, as 插入变量. */
export const fieldOf = (element: Element | null): string =>
  element?.closest<HTMLElement>('[data-field]')?.dataset.field ?? element?.id ?? '';

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

  readonly onFocusOut = (event: EventFrom<Element, FocusEvent & { readonly relatedTarget: Element | null }>): void => {
    const { composer } = this;
    if (!composer.owns(event)) return;
    this.endComposition();
    const field = fieldOf(event.target);
    if (field && field === fieldOf(event.relatedTarget)) return; // it is not left, only its button is used
    composer.state.problems.touch(field);
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

/** A key that was pressed in something of the composer's. */
export type FieldKey = EventFrom<Element, KeyboardEvent>;

/** How far the key moves an item. */
const stepOf = ({ altKey, key }: KeyboardEvent): number | undefined =>
  altKey ? { ArrowUp: -1, ArrowDown: 1 }[key] : undefined;

/**
 * Enter goes to what is missing in an item or can be mended, else makes the next one, Backspace takes an empty one away, Alt with
 * an arrow moves it. Returns whether it was one of these.
 */
function onRowKey(composer: Composer, event: FieldKey): boolean {
  const { state, canEdit } = composer;
  const { target: field } = event;
  const { row, name } = locate(state.draft, field.id);
  if (!row || !canEdit) return false;
  const by = stepOf(event);
  if (by) composer.move(row, by, name);
  else if (event.key === 'Enter' && field.matches('input')) onEnter(composer, field.id, row);
  else if (event.key === 'Backspace' && !event.repeat && name === 'content' && isBlank(row))
    composer.focusOn(state.remove(row));
  else return false;
  return true;
}

/** The first detail that has to be filled in and is not. */
const emptyDetail = (row: Row): string | undefined =>
  hasDetails(row.item.type) ? DETAILS.get(row.item.type)?.find(name => !rowText(row, name)) : undefined;

function openDetail(composer: Composer, row: Row, name: string): void {
  composer.state.open.add(row.key);
  composer.requestUpdate();
  composer.focusOn(fieldId(row, name));
}

function onEnter(composer: Composer, field: string, row: Row): void {
  const { state, maxItems } = composer;
  const wasShown = !!state.problems.at(field);
  showProblem(composer, field);
  const detail = emptyDetail(row);
  if (!wasShown && mendAt(composer, field)) composer.focusOn(mendId(field));
  else if (detail) openDetail(composer, row, detail);
  else if (state.rows.length < maxItems) composer.focusOn(state.add(row.item.type, row));
}

/** Before a key leads out of a field: its problem comes at once, and what mends it is where Tab goes next. */
function showProblem(composer: Composer, field: string): void {
  const { state, facts } = composer;
  state.problems.touch(field);
  state.showProblems(facts.problems);
  composer.requestUpdate();
}

const hasCommand = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey;

/** Ctrl or ⌘ with a letter. Returns whether it was one of ours. */
function onShortcut(composer: Composer, event: KeyboardEvent, send: () => void): boolean {
  if (!hasCommand(event)) return false;
  const way = wayOf(event);
  if (way) composer[way]();
  else if (event.key === 'Enter') send();
  else return false;
  return true;
}

/** Enter, held down: one press. Without a command key it goes on making lines in a text of several. */
const isHeldEnter = (event: KeyboardEvent): boolean =>
  event.repeat && event.key === 'Enter' && (hasCommand(event) || !(event.target instanceof HTMLTextAreaElement));

/** What the keys do in the composer's own fields, unless an input method has them. */
export function onKeydown(composer: Composer, event: FieldKey, send: () => void): void {
  if (isInputMethods(event) || !composer.owns(event)) return;
  const { key, target } = event;
  if (key === 'Tab' && !hasCommand(event)) showProblem(composer, target.id);
  if (isHeldEnter(event) || onShortcut(composer, event, send) || onRowKey(composer, event)) event.preventDefault();
}
