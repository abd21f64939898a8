import { html, nothing, type TemplateResult } from 'lit';
import type { SendRecord } from '../../events/send-record.js';
import { twoLines, type Words } from '../../locales/words.js';
import type { EventOn } from '../shared/listeners.js';
import type { OnScreen } from '../shared/sends/send-controller.js';
import { isAnswer } from '../shared/sends/press.js';
import type { SendAction, SendButton, SendState } from '../shared/sends/send-state.js';

/** `close`: takes the question back. */
export type StripAction = SendAction | 'close';

interface StripButton {
  readonly label: string;
  readonly action: StripAction;
  readonly look: 'plain' | 'fill';
}

/** The question below a row: what is so, what to do, and the answers. */
export interface Strip {
  readonly title: string;
  readonly hint: string;
  /** Whether the hint is about keys. */
  readonly isAboutKeys?: boolean;
  /** Whether the buttons need a line of their own. */
  readonly isTall: boolean;
  readonly buttons: readonly StripButton[];
  /** Which button gets the focus: where a habit could send twice, the one that does not. */
  readonly first: number;
}

/** What a question is about: what can be answered, and the send that it is about. */
export interface AskedQuestion {
  readonly actions: string;
  readonly record: SendRecord | null;
}

export const isSameQuestion = (one: AskedQuestion, other: AskedQuestion): boolean =>
  one.actions === other.actions && one.record === other.record;

/** Who hears of the answers. */
export interface StripListener {
  onAnswerDown(action: StripAction, onScreen: OnScreen, event: PointerEvent): void;
  /** A key or a screen reader has no pointer that goes down first: its event's `detail` is 0. */
  onAnswer(action: StripAction, onScreen: OnScreen, event: MouseEvent): void;
}

/**
 * The question for a product in this state; null where there is none: it is on its way, or can't be sent at all. `reason`: what has
 * become of it at another price, if somebody came to read that.
 */
export function stripOf(
  { name, title, hint, buttons }: SendState,
  words: Words,
  { isNarrow, reason }: { isNarrow: boolean; reason: string },
): Strip | null {
  const cancel: StripButton = { label: words.cancel, action: 'close', look: 'plain' };
  const answer = ({ word, action, look }: SendButton): StripButton => ({
    label: words[word],
    action,
    look: look === 'fill' ? 'fill' : 'plain',
  });
  const answers = buttons.map(answer);
  switch (name) {
    case 'sending':
    case 'incomplete':
      return null;
    case 'unknown':
    case 'customer-changed':
      return { title, hint, isTall: true, buttons: answers, first: 0 };
    case 'not-connected':
    case 'failed':
      return { title, hint, isTall: true, buttons: [cancel, ...answers], first: 1 };
    case 'not-here':
      return { title, hint, isTall: true, buttons: [cancel], first: 0 };
    default: {
      const send: StripButton = { label: words.send, action: 'send', look: 'fill' };
      const question = twoLines(words.ask, {});
      const isAboutKeys = !reason;
      return {
        title: question.title,
        hint: reason || question.hint,
        isTall: isNarrow || !isAboutKeys,
        buttons: [cancel, send],
        first: 1,
        isAboutKeys,
      };
    }
  }
}

/** `onScreen`: what the question is about. An answer is about that, whatever has changed since. */
export const strip = (
  { title, hint, isAboutKeys, isTall, buttons, first }: Strip,
  onScreen: OnScreen,
  { onAnswer, onAnswerDown }: StripListener,
): TemplateResult =>
  html`<div class="strip ${isTall ? 'tall' : ''}" part="confirm" role="group" aria-label=${title}>
    <div class="said" role="status">
      <span class="what">${title}</span>
      ${hint ? html`<span class="hint ${isAboutKeys ? 'keys' : ''}">${hint}</span>` : nothing}
    </div>
    <div class="answers">
      ${buttons.map(
        ({ label, action, look }, index) =>
          html`<button
            class="${look} ${index === first ? 'first' : ''} ${isAnswer(action) ? 'answer' : ''}"
            part="${action} ${look}"
            @pointerdown=${(event: PointerEvent) => onAnswerDown(action, onScreen, event)}
            @click=${(event: EventOn<Element, MouseEvent>) =>
              event.currentTarget.isConnected && event.detail < 2 && onAnswer(action, onScreen, event)}
          >
            ${label}
          </button>`,
      )}
    </div>
  </div>`;
