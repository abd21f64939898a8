import { asKfError } from '../../events/outcome.js';
import type { Receipt } from '../../events/receipt.js';
import type { Host } from '../../hosts/host.js';
import { readReply } from '../../hosts/reply.js';
import { KfError } from '../../core/error.js';
import type { Passed } from './gate.js';

/** The client's answer: a receipt or an error. */
export type Answer = { receipt: Receipt } | { error: KfError };

/**
 * The one native call of a send. `answer` is the first answer, or the timeout's; `late` is called with one that comes after that.
 * Nothing here ever calls twice.
 */
export function sendNatively(
  host: Host,
  { message, warnings }: Passed,
  timeout: number,
  late: (answer: Answer) => void,
): Promise<Answer> {
  const started = performance.now();
  const read = (raw: unknown): Answer => {
    const error = readReply('sendChatMessage', raw);
    if (error) return { error };
    const elapsed = Math.round(performance.now() - started);
    return { receipt: { outcome: 'sent', channel: host.name, elapsed, raw, warnings } };
  };
  const call = async (): Promise<unknown> => host.invoke('sendChatMessage', message);
  const reply = call().then(read, (reason: unknown) => ({ error: asKfError(reason) }));
  return new Promise(resolve => {
    let open = true;
    const timer = setTimeout(() => {
      open = false;
      const seconds = Math.round(timeout / 1000);
      resolve({
        error: new KfError('timeout', `no answer within ${timeout} ms`, { outcome: 'unknown', details: { seconds } }),
      });
    }, timeout);
    void reply.then(answer => {
      clearTimeout(timer);
      if (open) resolve(answer);
      else late(answer);
    });
  });
}
