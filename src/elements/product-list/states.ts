import { html, nothing, type TemplateResult } from 'lit';
import { isKfError } from '../../core/error.js';
import { errorText } from '../../locales/describe.js';
import { isInDoubt } from '../../events/send-record.js';
import { fill, twoLines, type Words } from '../../locales/words.js';
import type { EventOn } from '../shared/listeners.js';
import { icon, spinner } from '../shared/look/icons.js';
import { titleOf, type News } from './list-sends.js';

/** Why the page could not get products: its own words, an error of ours, or just `true`. */
export type ListError = string | boolean | Error | null;

/** A text with a number of products in it: thousands stand apart. */
export const counted = (text: string, n: number): string => fill(text.replace('{n}', n.toLocaleString('en')), { n });

/** What stands in the middle where there is no row. */
export const message = ({ title, hint }: { title: string; hint: string }, button?: TemplateResult): TemplateResult =>
  html`<div class="middle" part="state" role="status">
    <p class="what">${title}</p>
    <p class="hint">${hint}</p>
    ${button || nothing}
  </div>`;

/** What happened, and what to do. Errors that are not ours carry words for developers: they stay out. */
export function failure(error: ListError, words: Words): { title: string; hint: string } {
  const { title, hint } = twoLines(words.failed, {});
  if (typeof error === 'string') return { title, hint: error };
  const said = isKfError(error) ? errorText(error, words) : null;
  return { title, hint: (said && said.hint) || hint };
}

export const retryButton = (words: Words, onRetry: () => void): TemplateResult =>
  html`<button class="retry" part="retry" @click=${onRetry}>${words.retry}</button>`;

/**
 * What became of a send whose row is not in sight, and the way there. Where it is too long, the product's title is cut, which is its
 * end. It is no live region: the outcome is said there already.
 */
export function newsLine(
  { record, entry }: News,
  words: Words,
  {
    onNews,
    onNewsDown,
  }: { onNews: (isKey: boolean) => void; onNewsDown: (event: EventOn<Node, PointerEvent>) => void },
): TemplateResult {
  const isDoubt = isInDoubt(record);
  const why = record.error?.code === 'customer-changed' ? words.unseenChanged : words.unseenFailed;
  const text = fill(isDoubt ? words.unseenDoubt : why, { text: titleOf(record) });
  return html`<div class="news ${isDoubt ? 'warn' : 'danger'}" part="news" @pointerdown=${onNewsDown}>
    ${icon(isDoubt ? 'question' : 'error')}
    <p id="news">${text}</p>
    <button
      class="link"
      part="look"
      aria-describedby="news"
      @click=${({ detail, currentTarget: { isConnected } }: EventOn<Element, MouseEvent>) =>
        isConnected && detail < 2 && onNews(!detail)}
    >
      ${entry ? words.look : words.understood}
    </button>
  </div>`;
}

/** Rows to be, while the first ones are on their way. */
export const skeleton = (words: Words): TemplateResult =>
  html`<div class="skeleton" part="loading">
    <span class="sr" role="status">${words.loading}</span>
    ${['long', 'short', 'middling', 'long', 'short', 'middling'].map(
      width =>
        html`<div class="row-to-be" aria-hidden="true">
          <div class="thumb"></div>
          <div class="facts"><span class="bar ${width}"></span><span class="bar price-to-be"></span></div>
        </div>`,
    )}
  </div>`;

/** The same in one line. */
function failureText(error: ListError, words: Words): string {
  const { title, hint } = failure(error, words);
  return fill(words.outcome, { title, text: hint });
}

/** What stands below the last row. */
interface TailFacts {
  loading: boolean;
  complete: boolean;
  error: ListError;
  /** How many are listed. */
  total: number;
  isSearching: boolean;
  /** How many can't be sent, and whether they are listed. */
  incomplete: number;
  showAll: boolean;
}

/** Whether more products are coming. */
function progress(
  { loading, complete, error, total, isSearching }: TailFacts,
  words: Words,
): TemplateResult | typeof nothing {
  if (loading) return html`<p>${spinner}${words.loadingMore}</p>`;
  if (error) return html`<p>${failureText(error, words)}</p>`;
  const isEnd = complete && total > 0 && !isSearching;
  return isEnd ? html`<p>${counted(words.end, total)}</p>` : nothing;
}

export function tail(
  facts: TailFacts,
  words: Words,
  { onRetry, onToggle }: { onRetry: () => void; onToggle: () => void },
): TemplateResult {
  const { loading, error, incomplete, showAll } = facts;
  return html`<div class="tail" part="end">
    ${
      incomplete
        ? html`<p>
            ${counted(showAll ? words.incompleteShown : words.incomplete, incomplete)}
            <button class="link" part="toggle" @click=${onToggle}>${showAll ? words.hide : words.show}</button>
          </p>`
        : nothing
    }
    <div role="status">${progress(facts, words)}</div>
    ${error && !loading ? retryButton(words, onRetry) : nothing}
  </div>`;
}
