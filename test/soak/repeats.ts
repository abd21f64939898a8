import type { ChatMessage } from '../../src/core/index.js';
import { idOf } from './contents.js';
import type { NativeCall } from './soak-host.js';
import type { Channel, SoakPage } from './soak-page.js';

const isLate = ({ answer, deadline }: NativeCall): boolean => !!answer && answer.at >= deadline;
const says = ({ answer }: NativeCall, ...endings: string[]): boolean => !!answer && endings.includes(answer.ending);

/** Nobody knows whether it is out, and nothing that comes from the client can make it known. */
const isOpen = (call: NativeCall): boolean => !call.answer || says(call, 'nothing');

/** The client has said in time that it was not sent. */
const isRefuted = (call: NativeCall): boolean => says(call, 'refused', 'cancelled') && !isLate(call);

/**
 * Whether `beforeSend` has to be told that this message may be out already: null where it depends on microtasks. Sends go one
 * after another, so that each earlier native call is over now.
 */
export function expectedRepeat(page: SoakPage, channel: Channel, message: ChatMessage): boolean | null {
  const { ledger } = page;
  const earlier = page.callsOf(channel, idOf(message), channel.bridge.addressee);
  const elsewhere = earlier.filter(call => !channel.host.calls.includes(call));
  if (elsewhere.some(({ answer }) => !answer || answer.at === performance.now())) return null; // may be under way
  if (earlier.every(isRefuted)) return false;
  const id = idOf(message);
  if (ledger.sends.some(send => send.id === id && send.controller && send.controller.signal.aborted)) return null;
  const late = new Set(ledger.tellings.flatMap(({ type, what }) => (type === 'kf-late' ? [what] : [])));
  const isToldWithoutCall = ledger.tellings.some(
    telling => telling.type === 'kf-sent' && telling.id === id && late.has(telling.what),
  );
  if (isToldWithoutCall) return null;
  const confirmed = earlier.filter(call => says(call, 'sent') && !isLate(call));
  const since = earlier.filter(
    call => !confirmed.includes(call) && !confirmed.some(({ step }) => step > call.step), // called for after it
  );
  if (since.some(call => isOpen(call) || (says(call, 'sent') && isLate(call)))) return true;
  return since.every(isRefuted) ? false : null;
}
