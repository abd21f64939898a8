import { demandObject, KfError } from '../core/error.js';
import { freshCopy, type Host } from './host.js';

/** `ww` of `@wecom/jssdk`. The page registers it, with its own signatures. */
export type Ww = object;

/**
 * The H5 SDK. It rejects with the client's plain reply object, which is an answer; it rejects with an `Error` when the page's
 * signature function threw, which is not (seen with `@wecom/jssdk` 2.4.4).
 */
export class WwHost implements Host {
  readonly name = 'ww';

  constructor(private readonly ww: Ww) {
    demandObject(ww, 'ww');
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const call = (this.ww as Record<string, unknown>)[api];
    if (typeof call !== 'function') throw new KfError('host-absent', `ww has no function ${api}`);
    try {
      return await (call as (params: object) => Promise<unknown>).call(this.ww, freshCopy(params));
    } catch (reply) {
      if (reply instanceof Error) throw new KfError('invalid-signature', 'signing failed', { cause: reply });
      return reply;
    }
  }
}
