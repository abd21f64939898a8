import { isKfError } from '../../src/core/index.js';
import { idOf } from './contents.js';
import { errorOf, receiptOf, type Send, type Telling } from './ledger.js';
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
export function* toldOnce(sends: readonly Send[], tellings: readonly Telling[]): Generator<string> {
  const told = tellings.filter(({ type }) => type !== 'kf-late');
  yield* compare(
    'an outcome',
    sends.filter(({ cancelled, result }) => result && !cancelled).map(outcomeOf),
    told.map(({ type, asker, id, what }) => [type, asker, id, what]),
  );
}

/** Each first answer of the client is told once: as the outcome, or as `kf-late` where an outcome had been told already. */
export function* everyAnswerTold(
  sends: readonly Send[],
  tellings: readonly Telling[],
  calls: readonly NativeCall[],
): Generator<string> {
  const askers = new Map(sends.map(({ id, asker }) => [id, asker]));
  const answers = calls.flatMap(({ answer, message }) => (answer ? [{ id: idOf(message), what: answer.what }] : []));
  const known = new Set(answers.map(({ what }) => what));
  const late = tellings.filter(({ type }) => type === 'kf-late');
  yield* compare(
    'an answer of the client',
    answers.map(({ id, what }) => [askers.get(id), id, what]),
    [
      ...sends.map(send => [send.asker, send.id, sourceOf(errorOf(send) ?? receiptOf(send))]),
      ...late.map(({ asker, id, what }) => [asker, id, sourceOf(what)]),
    ].filter(([, , what]) => known.has(what)),
  );
}
