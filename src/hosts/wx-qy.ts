import { demandObject, KfError } from '../core/error.js';
import { freshCopy, type Host } from './host.js';
import { readReply } from './reply.js';

type QyFunction = (params: Record<string, unknown>) => unknown;

/** `wx.qy` as the mini program's library has it: callbacks in the parameters, no promise. */
export type WxQy = Record<string, unknown>;

/**
 * The documented way, `wx.qy.sendChatMessage({ …, success, fail, complete })`.
 * The library may call only `complete`: whichever callback comes first answers.
 */
export class WxQyHost implements Host {
  readonly name = 'wx.qy';

  constructor(private readonly qy: WxQy) {
    demandObject(qy, 'wx.qy');
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const call = this.qy[api];
    if (typeof call !== 'function') throw new KfError('host-absent', `wx.qy has no function ${api}`);
    return new Promise(answer => {
      const callbacks = { success: answer, fail: answer, complete: answer };
      (call as QyFunction).call(this.qy, Object.assign(freshCopy(params), callbacks));
    });
  }

  /** `checkSession`, and when that fails one `login`. Source: `wx.qy.sendChatMessage`, 注意事项. */
  async prepare(): Promise<void> {
    if (typeof this.qy.checkSession !== 'function') return;
    if (!readReply('checkSession', await this.invoke('checkSession', {}))) return;
    const error = readReply('login', await this.invoke('login', {}));
    if (error) throw error;
  }
}
