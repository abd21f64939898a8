import { demandObject, invalidArgument, KfError } from '../core/error.js';
import { here, onAnswer, toldContext, type Told } from './address.js';
import { pack } from './base64url.js';
import type { Host } from './host.js';

/** jweixin's `wx.miniProgram`, as much of it as is needed. */
export interface MiniProgram {
  navigateTo(options: { url: string; fail(reply: unknown): void }): unknown;
}

/** Characters of an address. The platform names no limit; developers report about 1 KB as safe. */
const LONGEST = 1024;

/**
 * A page in a mini program's web-view, which can't send: a native page of the mini program, the relay page, makes the call. The
 * message goes there in its address, the reply comes back behind `#kf=` in this one's. The mini program may tell the context
 * behind `#kf-context=`; without it the entry is taken for `single_kf_tools`, because the relay page asks the client itself and
 * sends from no other.
 */
export class RelayHost implements Host {
  readonly name = 'relay';

  constructor(
    private readonly miniProgram: MiniProgram,
    private readonly page: string,
  ) {
    demandObject(miniProgram, 'wx.miniProgram');
    if (typeof page !== 'string') throw invalidArgument('the relay page is no text');
    toldContext();
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const { entry = 'single_kf_tools', customerId } = toldContext();
    if (api === 'sendChatMessage') return this.send(params, customerId);
    if (api === 'getContext') return { err_msg: `${api}:ok`, entry };
    if (api !== 'getCurExternalContact') return { err_msg: `${api}:fail` };
    return customerId ? { err_msg: `${api}:ok`, userId: customerId } : { err_msg: `${api}:fail no customer told` };
  }

  async clientInfo(): Promise<Pick<Told, 'platform' | 'version'>> {
    return toldContext();
  }

  private send(message: object, customerId: string | undefined): Promise<unknown> {
    const { page } = this;
    const id = Math.random().toString(36).slice(2);
    const url = `${page}${page.includes('?') ? '&' : '?'}kf=${pack({ id, message, customerId, at: here() })}`;
    const { length } = url;
    if (length > LONGEST)
      throw new KfError('too-large', `${length} characters`, { details: { limit: LONGEST, actual: length } });
    return new Promise((resolve, reject) => {
      const stop = onAnswer(id, resolve);
      const fail = (raw: unknown): void => {
        stop();
        reject(new KfError('host-absent', 'navigateTo failed', { raw, cause: raw }));
      };
      this.miniProgram.navigateTo({ url, fail });
    });
  }
}
