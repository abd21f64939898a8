import type { ChatMessage } from '../../src/core/index.js';
import { KfSendEvent, type SendRequestOptions } from '../../src/events/kf-send.js';
import type { Receipt } from '../../src/events/send-record.js';

/** Asks for a message to be sent, as our elements do, and gives the answer that somebody took over. */
export function ask(asker: EventTarget, message: ChatMessage, options?: SendRequestOptions): Promise<Receipt> {
  const event = new KfSendEvent(message, options);
  asker.dispatchEvent(event);
  if (!event.response) throw new Error('nobody answered kf-send');
  return event.response;
}

const OUTCOMES = ['kf-sent', 'kf-cancel', 'kf-error', 'kf-late'];

/** Every event of these types that reaches `target` from now on. */
export function record(target: EventTarget, types: readonly string[] = OUTCOMES): CustomEvent[] {
  const events: CustomEvent[] = [];
  for (const type of types) target.addEventListener(type, event => events.push(event as CustomEvent));
  return events;
}

export const typesOf = (events: readonly Event[]): string[] => events.map(({ type }) => type);
