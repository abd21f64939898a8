import type { KfError } from '../../core/error.js';
import { asKfError } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import type { Passed } from './gate.js';

/** The client's answer: a receipt or an error. */
export type Answer = { receipt: Receipt; error?: never } | { error: KfError };

/** The one native call of a send. Never rejects, and never calls twice. */
export async function sendNatively(host: Host, { message, warnings }: Passed): Promise<Answer> {
  const started = performance.now();
  try {
    const raw = await host.invoke('sendChatMessage', message);
    const error = readReply('sendChatMessage', raw);
    if (error) return { error };
    const elapsed = Math.round(performance.now() - started);
    return { receipt: { outcome: 'sent', channel: host.name, elapsed, raw, warnings } };
  } catch (reason) {
    return { error: asKfError(reason) };
  }
}
