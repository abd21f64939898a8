import { isKfError } from '../../src/core/index.js';
import { idOf } from './contents.js';
import { errorOf, mayGo, receiptOf, type Ledger, type Send } from './ledger.js';
import type { NativeCall } from './soak-host.js';
import { NEVER } from './screen.js';
import type { SoakPage } from './soak-page.js';
import { everyAnswerTold, sourceOf, toldOnce } from './tellings.js';

/** Nothing is left pending, and nothing but a `KfError` is ever a reason. */
function* settled({ sends, calls }: Ledger): Generator<string> {
  for (const { promise, result } of [...sends, ...calls]) {
    if (promise && !result) yield 'a promise is still pending';
    const error = errorOf({ result });
    if (error && !isKfError(error)) yield `a promise was rejected with ${String(error)}`;
  }
  for (const send of sends)
    if (send.cancelled && send.promise && !isKfError(errorOf(send), 'stopped'))
      yield `${send.id} was cancelled, and ended otherwise`;
}

/** The outcomes that say that the client was called: it is out, nobody knows, or the client refused it. Shared ones once. */
function outcomesOfCalls(sends: readonly Send[], answers: ReadonlySet<unknown>, late: ReadonlySet<unknown>): number {
  const outcomes = new Set<unknown>();
  for (const send of sends) {
    const error = errorOf(send);
    const receipt = receiptOf(send);
    if (error && (error.outcome === 'unknown' || answers.has(sourceOf(error)))) outcomes.add(error);
    if (receipt?.outcome === 'sent' && !late.has(receipt)) outcomes.add(receipt);
  }
  return outcomes.size;
}

/** As many native calls of a message as outcomes that say so: none after a "not sent". */
function* saidAsMade({ ledger: { sends, tellings }, allChannels }: SoakPage): Generator<string> {
  const late = new Set(tellings.flatMap(({ type, what }) => (type === 'kf-late' ? [what] : [])));
  const calls = allChannels.flatMap(({ host }) => host.calls);
  const answers = new Set(calls.flatMap(({ answer }) => (answer ? [answer.what] : [])));
  for (const id of new Set([...sends.map(send => send.id), ...calls.map(({ message }) => idOf(message))])) {
    const said = outcomesOfCalls(
      sends.filter(send => send.id === id),
      answers,
      late,
    );
    const made = calls.filter(({ message }) => idOf(message) === id).length;
    if (made !== said) yield `${id}: ${said} outcomes say that the client was called, it was ${made}`;
  }
}

/** Nobody gets what was meant for another customer, and nobody gets it more often than it was meant. */
function* asMeant(page: SoakPage): Generator<string> {
  for (const channel of page.allChannels)
    for (const { message, addressee } of channel.host.calls) {
      const id = idOf(message);
      const made = page.callsOf(channel, id, addressee).length;
      const meant = page.ledger.sends.filter(send => {
        const of = page.allChannels.find(({ bridge }) => bridge === send.bridge);
        return send.id === id && mayGo(send) && of && page.sameCustomer(channel, addressee, send.to, of);
      }).length;
      if (made > meant) yield `${id} went ${made} times to ${addressee}, and was meant ${meant} times`;
    }
}

/** What was written in one customer's chat never goes to another. */
function* asWritten(page: SoakPage): Generator<string> {
  for (const channel of page.allChannels)
    for (const { message, addressee } of channel.host.calls) {
      const owner = page.written.get(idOf(message));
      if (owner && owner !== NEVER && owner !== addressee)
        yield `${idOf(message)} was written for ${owner}, and went to ${addressee}`;
    }
}

/** What is wrong when everything is over. */
export function* broken(page: SoakPage): Generator<string> {
  const { ledger, allChannels, violations } = page;
  const calls: NativeCall[] = allChannels.flatMap(({ host }) => host.calls);
  yield* violations;
  yield* settled(ledger);
  yield* saidAsMade(page);
  yield* asMeant(page);
  yield* asWritten(page);
  yield* toldOnce(ledger);
  yield* everyAnswerTold(ledger.sends, ledger.tellings, calls);
}
