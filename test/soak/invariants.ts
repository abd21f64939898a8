import { isKfError } from '../../src/core/index.js';
import { idOf } from './contents.js';
import { errorOf, receiptOf, type Send } from './ledger.js';
import type { NativeCall } from './soak-host.js';
import type { SoakPage } from './soak-page.js';
import { everyAnswerTold, sourceOf, toldOnce } from './tellings.js';

/** Nothing is left pending, and nothing but a `KfError` is ever a reason. */
function* settled(sends: readonly Send[]): Generator<string> {
  for (const send of sends) {
    if (!send.result) yield `${send.id} is still pending`;
    const error = errorOf(send);
    if (error && !isKfError(error)) yield `${send.id} was rejected with ${String(error)}`;
    if (send.cancelled && !isKfError(error, 'stopped')) yield `${send.id} was cancelled, and ended otherwise`;
  }
}

/** Whether a send says that the client was called: it is out, nobody knows, or the client refused it. */
function wasCalled(send: Send, answers: ReadonlySet<unknown>): boolean {
  const error = errorOf(send);
  if (error) return error.outcome === 'unknown' || answers.has(sourceOf(error));
  return receiptOf(send)?.outcome === 'sent';
}

/** As many native calls of a message as sends of it that say so: none goes twice, none after a "not sent". */
function* onceEach(sends: readonly Send[], calls: readonly NativeCall[]): Generator<string> {
  const answers = new Set(calls.flatMap(({ answer }) => (answer ? [answer.what] : [])));
  for (const id of new Set(sends.map(send => send.id))) {
    const ofId = sends.filter(send => send.id === id);
    const said = ofId.filter(send => wasCalled(send, answers)).length;
    const made = calls.filter(({ message }) => idOf(message) === id).length;
    if (made !== said) yield `${id}, sent ${ofId.length} times: ${said} say that the client was called, it was ${made}`;
  }
}

/** Nobody gets what was meant for another customer. */
function* rightCustomer(sends: readonly Send[], calls: readonly NativeCall[]): Generator<string> {
  for (const { message, customer } of calls) {
    const id = idOf(message);
    const meant = sends.filter(send => send.id === id).map(send => send.customer);
    if (!meant.some(one => one === undefined || one === customer))
      yield `${id} went to ${customer}, and was for ${meant.join(', ')}`;
  }
}

/** What is wrong when everything is over. */
export function* broken({ ledger: { sends, tellings }, channels, violations }: SoakPage): Generator<string> {
  const calls = channels.flatMap(({ host }) => host.calls);
  yield* violations;
  yield* settled(sends);
  yield* onceEach(sends, calls);
  yield* rightCustomer(sends, calls);
  yield* toldOnce(sends, tellings);
  yield* everyAnswerTold(sends, tellings, calls);
}
