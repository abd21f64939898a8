import type { ReactiveController } from 'lit';
import { isInputMethods, Listeners, type EventFrom } from '../../shared/listeners.js';
import type { Composer } from '../composer.js';
import { History } from '../state/history.js';

type Way = 'undo' | 'redo';

/** Which way a key leads through what was written. */
export function wayOf({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): Way | undefined {
  if (!ctrlKey && !metaKey) return undefined;
  const name = key.toLowerCase();
  if (name === 'z') return shiftKey ? 'redo' : 'undo';
  return name === 'y' ? 'redo' : undefined;
}

/** A text that is none of the message's: a variable's value, a search, a name. */
const asOwn = (target: EventTarget): HTMLInputElement | undefined =>
  target instanceof HTMLInputElement && target.matches('[part~="variable"], [part="field"]') ? target : undefined;

/**
 * Undo and redo in the texts that are none of the message's, as long as one has the focus. The browser's own would do: but it has
 * one history for all fields, goes on in a text of the message, which has steps of its own, and brings back half of what was typed
 * where something else was rendered meanwhile.
 */
export class OwnUndo implements ReactiveController {
  private history = new History<{ readonly text: string }>();
  /** What stood in the field after the last event. */
  private text = '';
  private readonly listeners = new Listeners();

  constructor(private readonly composer: Composer) {
    composer.addController(this);
    composer.state.subscribe(change => {
      if (change === 'switched') this.begin(this.text); // what was typed for one customer is none of the next one's
    });
  }

  /** In the capture phase: a key that is taken here is heard neither by the field nor by what is around it. */
  hostConnected(): void {
    this.listeners
      .on(this.composer.renderRoot, 'focusin', this.onFocusIn, true)
      .on(this.composer.renderRoot, 'input', this.onInput, true)
      .on(this.composer.renderRoot, 'keydown', this.onKeydown, true)
      .on(this.composer.renderRoot, 'beforeinput', this.onBeforeInput, true);
  }

  hostDisconnected(): void {
    this.listeners.end();
  }

  private begin(text: string): void {
    this.history = new History();
    this.text = text;
  }

  /** Somebody else may have written there. */
  private notice(field: HTMLInputElement | undefined, { isComposing }: { readonly isComposing: boolean }): void {
    if (field && field.value !== this.text && !isComposing) this.begin(field.value);
  }

  /** Whether there was a step to go. */
  private travel(field: HTMLInputElement, way: Way): boolean {
    const step = field.readOnly ? undefined : this.history[way]({ text: this.text });
    if (!step) return false;
    field.value = this.text = step.text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    return true;
  }

  private readonly onFocusIn = ({ target }: Event & { readonly target: EventTarget }): void =>
    this.begin(asOwn(target)?.value ?? '');

  private readonly onInput = ({ target, inputType }: EventFrom<EventTarget, InputEvent>): void => {
    const field = asOwn(target);
    if (!field || field.value === this.text) return;
    this.history.record({ text: this.text }, inputType);
    this.text = field.value;
  };

  private readonly onKeydown = (event: EventFrom<EventTarget, KeyboardEvent>): void => {
    if (!this.composer.owns(event)) return;
    const field = asOwn(event.target);
    this.notice(field, event);
    const way = isInputMethods(event) ? undefined : wayOf(event);
    if (!way) return;
    event.preventDefault();
    if (field && (this.travel(field, way) || field.matches('[part~="variable"]'))) event.stopPropagation();
  };

  /** From the browser's menu, or by shaking a phone. */
  private readonly onBeforeInput = (event: EventFrom<EventTarget, InputEvent>): void => {
    const way = ({ historyUndo: 'undo', historyRedo: 'redo' } as const)[event.inputType];
    if (!way || !this.composer.owns(event)) return;
    event.preventDefault();
    const field = asOwn(event.target);
    this.notice(field, event);
    if (field) this.travel(field, way);
    else this.composer[way]();
  };
}
