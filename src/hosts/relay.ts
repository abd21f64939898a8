import { demandObject, invalidArgument, KfError } from '../core/error.js';
import { currentPath, onAnswer, pack, readProgramContext, type ProgramContext } from './address.js';
import { freshCopy, type Host } from './host.js';
import { noAnswer } from './reply.js';

/** jweixin's `wx.miniProgram`, as much of it as is needed. */
export interface MiniProgram {
  navigateTo(options: { url: string; fail(reply: unknown): void }): unknown;
}

/** Characters of an address. The platform names no limit; developers report about 1 KB as safe. */
const LONGEST = 1024;

/**
 * A page in a mini program's web-view, which can't send: a native page of the mini program, the relay page, makes the call. The
 * message goes there in its address, the reply comes back behind `#kf=` in this one's. The mini program may give the context
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
    readProgramContext();
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const { entry = 'single_kf_tools', customerId } = readProgramContext();
    if (api === 'sendChatMessage') return this.send(freshCopy(params), customerId);
    if (api === 'getContext') return { err_msg: `${api}:ok`, entry };
    if (api !== 'getCurExternalContact') return { err_msg: `${api}:fail` };
    return customerId ? { err_msg: `${api}:ok`, userId: customerId } : { err_msg: `${api}:fail no customer told` };
  }

  async clientInfo(): Promise<Pick<ProgramContext, 'platform' | 'version'>> {
    return readProgramContext();
  }

  private send(message: object, customerId: string | undefined): Promise<unknown> {
    const { miniProgram, page } = this;
    const id = Math.random().toString(36).slice(2);
    const url = `${page}${page.includes('?') ? '&' : '?'}kf=${pack({ id, message, customerId, at: currentPath() })}`;
    const { length } = url;
    if (length > LONGEST)
      throw new KfError('too-large', `${length} characters`, { details: { limit: LONGEST, actual: length } });
    return new Promise((resolve, reject) => {
      const stop = onAnswer(id, resolve);
      const end = (error: KfError): void => {
        stop();
        reject(error);
      };
      const fail = (raw: unknown): void => end(new KfError('host-absent', 'navigateTo failed', { raw, cause: raw }));
      try {
        miniProgram.navigateTo({ url, fail });
      } catch (cause) {
        end(noAnswer('navigateTo threw', { cause })); // the relay page may be open
      }
    });
  }
}
