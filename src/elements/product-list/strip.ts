import { html, nothing, type TemplateResult } from 'lit';
import type { KfError } from '../../core/error.js';
import { errorText } from '../../locales/describe.js';
import { twoLines, type Words } from '../../locales/words.js';
import type { Outcome } from '../shared/sender.js';

export type StripAction = 'send' | 'close' | 'dismiss' | 'arrived' | 'reconnect' | 'reconnectAndSend';

/** The question below a row: what is so, what to do, and the answers. */
export interface Strip {
  title: string;
  hint: string;
  /** Needs a line of its own for the buttons. */
  tall: boolean;
  buttons: { label: string; action: StripAction; look: 'plain' | 'fill' }[];
  /** Which button gets the focus: where a habit could send twice, the one that does not. */
  first: number;
}

export const STRIP = 60;
export const TALL_STRIP = 112;

/** Words about a send that did not happen by somebody's will: it may be asked again as if for the first time. */
const WILLED = ['cancelled', 'stopped', 'aborted'];

/** `whyNot`: why nothing can go here and now; `lost`: because there is no client. */
export function stripOf(
  outcome: Outcome,
  { whyNot, lost }: { whyNot: KfError | null; lost: boolean },
  words: Words,
): Strip {
  const plain = (label: string, action: StripAction): Strip['buttons'][number] => ({ label, action, look: 'plain' });
  const fill = (label: string, action: StripAction): Strip['buttons'][number] => ({ label, action, look: 'fill' });
  const cancel = plain(words.cancel, 'close');
  const error = outcome.phase === 'failed' && !WILLED.includes(outcome.error.code) ? outcome.error : null;
  const say = (why: KfError, first: number, ...buttons: Strip['buttons']): Strip => ({
    ...errorText(why, words),
    tall: true,
    buttons,
    first,
  });
  if (error && error.code === 'customer-changed')
    return say(error, 0, plain(words.dontSend, 'dismiss'), plain(words.sendToThis, 'reconnectAndSend'));
  if (error && error.outcome === 'unknown')
    return say(error, 0, plain(words.arrived, 'arrived'), plain(words.notArrived, 'send'));
  if (whyNot && lost) return say(whyNot, 1, cancel, plain(words.reconnect, 'reconnect'));
  if (whyNot) return say(whyNot, 0, cancel);
  if (error) return say(error, 1, cancel, fill(words.retry, 'send'));
  return { ...twoLines(words.ask, {}), tall: false, buttons: [cancel, fill(words.send, 'send')], first: 1 };
}

export const strip = (state: Strip, act: (action: StripAction) => void): TemplateResult =>
  html`<div class="strip ${state.tall ? 'tall' : ''}" part="confirm" role="group" aria-label=${state.title}>
    <div class="said" role="status">
      <span class="what">${state.title}</span>
      ${state.hint ? html`<span class="hint">${state.hint}</span>` : nothing}
    </div>
    <div class="answers">
      ${state.buttons.map(
        ({ label, action, look }, index) =>
          html`<button
            class="${look} ${index === state.first ? 'first' : ''}"
            part="${action === 'send' ? 'send' : action} ${look}"
            @click=${() => act(action)}
          >
            ${label}
          </button>`,
      )}
    </div>
  </div>`;
