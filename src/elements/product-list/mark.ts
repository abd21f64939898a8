import { html, type TemplateResult } from 'lit';
import type { Issue } from '../../core/issue.js';
import { errorText, issueText } from '../../locales/describe.js';
import { fill, type Word, type Words } from '../../locales/words.js';
import { icon, spinner } from '../shared/icons.js';
import type { Outcome } from '../shared/sender.js';
import { whenText } from './when.js';

/** For how long a send of just now stands in green. */
const FRESH = 60_000;

/** What is known of a product's sends to this customer. */
export interface Sent {
  outcome: Outcome;
  /** The last time, in this visit or an earlier one. */
  at: number | undefined;
  now: number;
}

/** Why it can't be sent: 「缺价格，不能发送」. */
export function lackText(errors: readonly Issue[], words: Words): string {
  const missing = errors.filter(({ code }) => code === 'required');
  if (!missing.length) return fill(words.because, { text: issueText(errors[0] as Issue, words) });
  const names = missing.map(({ path }) => words[path[path.length - 1] as Word] || '');
  return fill(words.lacking, { text: names.join(words.and) });
}

/** What stands at the right of a row. */
export function mark(errors: readonly Issue[], sent: Sent, words: Words): TemplateResult {
  const { outcome, at, now } = sent;
  const say = (look: string, sign: unknown, text: string): TemplateResult =>
    html`<span class="mark ${look}" part="mark">${sign}<span class="cut">${text}</span></span>`;
  if (errors.length) return say('', '', lackText(errors, words));
  if (outcome.phase === 'sending') return say('', spinner, words.sendingNow);
  if (outcome.phase === 'failed') {
    const { code } = outcome.error;
    const { title } = errorText(outcome.error, words);
    if (code === 'cancelled' || code === 'stopped') return say('', icon('info'), title);
    return html`<span class="mark danger" part="mark"
      >${icon('error')}<span class="cut">${title}</span><b class="again">${words.retry}</b></span
    >`;
  }
  if (outcome.phase === 'sent') {
    if (outcome.receipt.outcome === 'dry-run') return say('', icon('info'), words.dryRun);
    if (now - outcome.at.getTime() < FRESH) return say('ok', icon('check'), words.sentShort);
  }
  if (at !== undefined) return say('', icon('check'), whenText(at, now, words));
  return html`<span class="mark go" part="mark"><kbd>${words.key}</kbd><b>${words.send}</b></span>`;
}
