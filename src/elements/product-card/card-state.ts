import type { Issue } from '../../core/issue.js';
import { isPending, type SendRecord } from '../../events/send-record.js';
import type { Words } from '../../locales/words.js';
import { errorsOf, lackText } from '../shared/product.js';
import type { SendAction, SendState } from '../shared/sends/send-state.js';

/** How long 「已发送」 stands on the button, in milliseconds. */
const SENT_FOR = 3000;

/** What a button of a card says and does. */
export interface CardButton {
  readonly label: string;
  /** Null where a press would do the same again, or nothing. */
  readonly action: SendAction | null;
}

/** What the end of a card shows: its button, the reason above it, the time beside the shop. */
export interface CardFoot extends CardButton {
  /** How the send went, as a part of the button. */
  readonly part: 'idle' | 'sending' | 'sent' | 'failed';
  /** What the styles make of it; `plain` for what needs no colour. */
  readonly tone: 'plain' | 'busy' | 'done' | 'warn' | 'danger';
  readonly reason: string;
  /** The other answer, where there is a question. */
  readonly other: CardButton | null;
  /** When it was sent; `''` while the button says so. */
  readonly mark: string;
}

/** Milliseconds until 「已发送」 leaves the button again; 0 where it does not say so. By the clock that does not jump. */
export function sentFor(record: SendRecord | null): number {
  if (!record || record.endedAt === null || !(record.phase === 'sent' || record.isConfirmed)) return 0;
  return Math.max(0, record.endedAt + SENT_FOR - performance.now());
}

/** As far as the record says it; 「已发送」 is said for a while only. */
function partOf(record: SendRecord | null): CardFoot['part'] {
  if (!record) return 'idle';
  if (isPending(record)) return 'sending';
  return record.error && !record.isConfirmed ? 'failed' : 'idle';
}

/** A card has the last button of its state, the one most people want, and before it the other answer to a question. */
export function footOf(
  { name, title, hint, buttons }: SendState,
  record: SendRecord | null,
  issues: readonly Issue[],
  words: Words,
): CardFoot {
  const [button, other = null] = buttons.map(({ word, action }) => ({ label: words[word], action })).reverse();
  const why = [title, hint].filter(Boolean).join(words.stop);
  const foot: CardFoot = {
    part: partOf(record),
    tone: 'plain',
    label: words.send,
    reason: '',
    other: null,
    action: 'send',
    mark: '',
  };
  const isFresh = sentFor(record) > 0;
  switch (name) {
    case 'ready':
    case 'noticed':
    case 'connecting':
      return foot;
    case 'sending':
      return { ...foot, tone: 'busy', label: words.sendingNow, reason: words.sendingNow, action: null };
    case 'sent':
      return isFresh
        ? { ...foot, part: 'sent', tone: 'done', label: words.sentShort, reason: words.sentShort, action: null }
        : { ...foot, mark: record?.endedOn?.toTimeString().slice(0, 5) ?? '' };
    case 'dry-run':
      return isFresh ? { ...foot, part: 'sent', reason: why, action: null } : foot;
    case 'incomplete':
    case 'not-here':
      return {
        ...foot,
        label: words.cannotSend,
        reason: why || lackText(errorsOf(issues), words, { missing: 'missing' }),
        action: null,
      };
    case 'stopped':
      return { ...foot, reason: why };
    default:
      return {
        ...foot,
        ...button,
        other,
        tone: name === 'unknown' ? 'warn' : name === 'not-connected' ? 'plain' : 'danger',
        reason: why,
      };
  }
}
