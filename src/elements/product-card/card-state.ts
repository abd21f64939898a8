import type { KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { errorText, issueText } from '../../locales/describe.js';
import { fill, type Word, type Words } from '../../locales/words.js';
import type { Outcome } from '../shared/sender.js';

/** What a press does; nothing where it would do the same again, or in vain. */
export type CardAction = 'send' | 'reconnectAndSend' | '';

/** The last row of the card: what the button says and does, the reason above it. */
export type CardState = [word: Word, action: CardAction, reason?: string];

/** Whether nobody can tell if it was sent. */
export const isUnknown = (outcome: Outcome): boolean =>
  outcome.phase === 'failed' && outcome.error.outcome === 'unknown';

/** Whether nothing was really sent. A page that answers itself may give no receipt. */
export const isDry = (outcome: Outcome): boolean =>
  outcome.phase === 'sent' && !!outcome.receipt && outcome.receipt.outcome === 'dry-run';

/** What is missing, else the first thing that is wrong. */
function lack(errors: readonly Issue[], words: Words): string {
  const missing = errors.filter(({ code }) => code === 'required').map(({ path }) => words[path[1] as Word]);
  return missing.length ? fill(words.missing, { text: missing.join(words.and) }) : issueText(errors[0] as Issue, words);
}

/** `errors`: why it can't be sent at all. `whyNot`: why nothing can go here and now. */
export function cardState(outcome: Outcome, errors: readonly Issue[], whyNot: KfError | null, words: Words): CardState {
  const why = (error: KfError): string => Object.values(errorText(error, words)).filter(Boolean).join(words.stop);
  if (outcome.phase === 'sending') return ['sendingNow', ''];
  if (outcome.phase === 'sent') return isDry(outcome) ? ['send', '', words.dryRun] : ['sentShort', ''];
  if (errors.length) return ['cannotSend', '', lack(errors, words)];
  if (outcome.phase === 'idle') return whyNot ? ['cannotSend', '', why(whyNot)] : ['send', 'send'];
  const { error } = outcome;
  const { code } = error;
  if (isUnknown(outcome)) return ['notArrived', 'send', why(error)];
  if (code === 'customer-changed') return ['sendToThis', 'reconnectAndSend', why(error)];
  return [['cancelled', 'stopped', 'aborted'].includes(code) ? 'send' : 'retry', 'send', why(error)];
}
