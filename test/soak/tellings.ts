import { isKfError } from '../../src/core/index.js';
import { errorOf, receiptOf, type Ledger, type Send, type Telling } from './ledger.js';
import type { NativeCall } from './soak-host.js';

type Row = readonly unknown[];

/** What of a receipt or an error shows which native answer it comes from. */
export function sourceOf(what: unknown): unknown {
  if (isKfError(what) && what.cause !== undefined) return what.cause;
  return (what as { raw?: unknown } | undefined)?.raw ?? what;
}

const named = (cell: unknown): string => {
  if (cell instanceof Element) return cell.localName;
  return cell instanceof Error || typeof cell !== 'object' ? String(cell) : JSON.stringify(cell);
};

/** The same rows, as often, in any order; else what is missing and what is too much. */
function* compare(story: string, wanted: readonly Row[], got: readonly Row[]): Generator<string> {
  const extra = [...got];
  const missing = wanted.filter(row => {
    const at = extra.findIndex(other => row.every((cell, index) => cell === other[index]));
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  const show = (rows: readonly Row[]): string => rows.map(row => row.map(named).join(' ')).join('; ');
  if (missing.length) yield `${story}, not told: ${show(missing)}`;
  if (extra.length) yield `${story}, told too often: ${show(extra)}`;
}

function outcomeOf(send: Send): Row {
  const { asker, id } = send;
  const error = errorOf(send);
  if (!error) return ['kf-sent', asker, id, receiptOf(send)];
  return error.code === 'cancelled' ? ['kf-cancel', asker, id, undefined] : ['kf-error', asker, id, error];
}

/** Exactly one event for each send, on the element that asked, with its promise's own receipt or error. */
export function* toldOnce({ sends, tellings, turnedAway }: Ledger): Generator<string> {
  const outcomes = sends.filter(({ cancelled, result }) => result && !cancelled).map(outcomeOf);
  const rest = [...turnedAway];
  const silent = sends.filter(({ cancelled, promise }) => !promise && !cancelled);
  const unheard = [...silent];
  const expected = [...outcomes];
  const isTurnedAway = ({ asker, id, what }: Telling): boolean => {
    const own = expected.findIndex(row => [asker, id, what].every(cell => row.includes(cell)));
    if (own >= 0) return !expected.splice(own, 1); // a press that is turned away may end with the same error
    if (!isKfError(what) || what.outcome !== 'not-sent') return false;
    const unanswered = unheard.findIndex(send => send.asker === asker && send.id === id);
    if (what.code === 'bridge-absent' && unanswered >= 0) return !unheard.splice(unanswered, 1);
    // That another customer is there, that the bridge has gone, or why that is not in touch.
    const at = rest.findIndex(press => press.asker === asker && press.id === id);
    return at >= 0 && rest.splice(at, 1).length > 0;
  };
  const isEmpty = ({ id, what }: Telling): boolean => id === '' && isKfError(what, 'invalid-message'); // was never asked for
  const isAbsent = ({ what }: Telling): boolean => isKfError(what, 'bridge-absent');
  const told = tellings.filter(telling => telling.type !== 'kf-late' && !isEmpty(telling) && !isTurnedAway(telling));
  yield* compare(
    'an outcome',
    outcomes,
    told.filter(telling => !isAbsent(telling)).map(({ type, asker, id, what }) => [type, asker, id, what]),
  );
  yield* compare(
    'that nobody answers',
    silent.map(({ asker, id }) => [asker, id]),
    told.filter(isAbsent).map(({ asker, id }) => [asker, id]),
  );
}

/** Each first answer of the client is told: as an outcome, or as `kf-late` where an outcome had been told already, once to each. */
export function* everyAnswerTold(
  sends: readonly Send[],
  tellings: readonly Telling[],
  calls: readonly NativeCall[],
): Generator<string> {
  const inTime = new Set(sends.map(send => sourceOf(errorOf(send) ?? receiptOf(send))));
  const late = tellings.filter(({ type }) => type === 'kf-late');
  for (const { answer } of calls) {
    if (!answer) continue;
    const told = late.filter(({ what }) => sourceOf(what) === answer.what);
    if (!told.length && !inTime.has(answer.what)) yield `nobody was told ${JSON.stringify(answer.what)}`;
    if (new Set(told.map(({ asker }) => asker)).size !== told.length)
      yield `an element was told ${JSON.stringify(answer.what)} twice`;
  }
}
