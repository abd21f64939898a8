import type { Issue } from '../../core/issue.js';
import { isPending, type SendRecord } from '../../events/send-record.js';
import type { Words } from '../../locales/words.js';
import { errorsOf, lackText } from '../shared/product.js';
import { timeOf, type SendAction, type SendState, type SendStateName } from '../shared/sends/send-state.js';

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

/** What there is to say. */
interface Told {
  readonly state: SendState;
  readonly record: SendRecord | null;
  readonly issues: readonly Issue[];
  readonly words: Words;
}

const whyOf = ({ state: { title, hint }, words }: Told): string => [title, hint].filter(Boolean).join(words.stop);

const cannotSend = (told: Told): Partial<CardFoot> => ({
  label: told.words.cannotSend,
  reason: whyOf(told) || lackText(errorsOf(told.issues), told.words, { missing: 'missing' }),
  action: null,
});

/** An error, or a question: the last button of the state, the one most people want, and before it the other answer. */
function asked(told: Told): Partial<CardFoot> {
  const { state, words } = told;
  const [button, other = null] = state.buttons.map(({ word, action }) => ({ label: words[word], action })).reverse();
  const tone = state.name === 'unknown' ? 'warn' : state.name === 'not-connected' ? 'plain' : 'danger';
  return { ...button, other, tone, reason: whyOf(told) };
}

/** What is other than on a card that nothing was asked of, by state; for all others `asked` says it. */
const FEET: Partial<Record<SendStateName, (told: Told) => Partial<CardFoot>>> = {
  ready: () => ({}),
  noticed: () => ({}),
  connecting: () => ({}),
  sending: ({ words }) => ({ tone: 'busy', label: words.sendingNow, reason: words.sendingNow, action: null }),
  sent: ({ record, words }) =>
    sentFor(record)
      ? { part: 'sent', tone: 'done', label: words.sentShort, reason: words.sentShort, action: null }
      : { mark: record ? timeOf(record) : '' },
  'dry-run': told => (sentFor(told.record) ? { part: 'sent', reason: whyOf(told), action: null } : {}),
  incomplete: cannotSend,
  'not-here': cannotSend,
  stopped: told => ({ reason: whyOf(told) }),
};

/** What the end of a card shows in this state. */
export const footOf = (
  state: SendState,
  record: SendRecord | null,
  issues: readonly Issue[],
  words: Words,
): CardFoot => ({
  part: partOf(record),
  tone: 'plain',
  label: words.send,
  reason: '',
  other: null,
  action: 'send',
  mark: '',
  ...(FEET[state.name] ?? asked)({ state, record, issues, words }),
});
