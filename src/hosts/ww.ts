import { demandObject, KfError } from '../core/error.js';
import { freshCopy, type Host } from './host.js';
import { noAnswer, readReply } from './reply.js';

/** `ww` of `@wecom/jssdk`. The page registers it, with its own signatures. */
export type Ww = object;

/** Calls `onRead` when one of the message's fields is read. */
function watchReads(message: Record<string, unknown>, onRead: () => void): void {
  for (const [key, value] of Object.entries(message)) {
    const plain = { configurable: true, enumerable: true };
    Object.defineProperty(message, key, {
      ...plain,
      get() {
        onRead();
        return value;
      },
      set: (other: unknown) => Object.defineProperty(message, key, { ...plain, writable: true, value: other }),
    });
  }
}

/**
 * The SDK writes `errCode: -1` into every reply without a number whose text is not `ok`, also where it is `yes` or no refusal: that
 * number says nothing. Source: `@wecom/jssdk` 2.4.4, `invoke`.
 */
function withoutAddedNumber(reply: unknown): unknown {
  const { errCode, ...own }: Record<string, unknown> = Object(reply);
  const isAdded = errCode === -1 && own.err_code == null && !/:ok$/.test(String(own.errMsg));
  return isAdded ? own : reply;
}

/**
 * The H5 SDK. It rejects with the client's reply, with what the page's signature function threw, or with an error of its own, on a
 * reply that is not an object, after the native call. So it matters how far it came. It copies the message when it makes the call:
 * a message that nobody has read was not handed over. Source: `@wecom/jssdk` 2.4.4, `passthrough` and `invoke`.
 */
export class WwHost implements Host {
  readonly name = 'ww';

  constructor(private readonly ww: Ww) {
    demandObject(ww, 'ww');
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const message = freshCopy(params);
    const isQuestion = Object.keys(message).length === 0; // nothing that could reach a customer
    const call: unknown = Reflect.get(this.ww, api);
    if (typeof call !== 'function') throw new KfError('host-absent', `ww has no function ${api}`);
    let isHandedOver = false;
    watchReads(message, () => (isHandedOver = true));
    try {
      return withoutAddedNumber(await call.call(this.ww, message));
    } catch (reason) {
      if (isHandedOver && reason instanceof Error) throw noAnswer(`${api} threw`, { cause: reason });
      if (isHandedOver || (isQuestion && !(reason instanceof Error))) return withoutAddedNumber(reason);
      const refusal = readReply(api, reason); // of the configuration
      throw refusal?.outcome === 'not-sent'
        ? refusal
        : new KfError('invalid-signature', 'signing failed', { cause: reason });
    }
  }
}
