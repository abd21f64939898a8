import { demandObject, KfError } from '../core/error.js';
import { freshCopy, handOver, type Host } from './host.js';
import { readReply } from './reply.js';

/** `wx.qy` as the mini program's library has it: callbacks in the parameters, no promise. */
export type WxQy = object;

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
    const { qy } = this;
    const copy = freshCopy(params);
    const call: unknown = Reflect.get(qy, api);
    if (typeof call !== 'function') throw new KfError('host-absent', `wx.qy has no function ${api}`);
    return handOver(api, answer => {
      const returned: unknown = call.call(qy, { ...copy, success: answer, fail: answer, complete: answer });
      // A library that gives a promise as well rejects it with the reply that `fail` got.
      Promise.resolve(returned).catch(() => undefined);
    });
  }

  /** `checkSession`, and when that fails one `login`. Source: `wx.qy.sendChatMessage`, 注意事项. */
  async prepare(): Promise<void> {
    if (typeof Reflect.get(this.qy, 'checkSession') !== 'function') return;
    if (!readReply('checkSession', await this.invoke('checkSession', {}))) return;
    const error = readReply('login', await this.invoke('login', {}));
    if (error) throw error;
  }
}
