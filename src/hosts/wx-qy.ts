import { demandObject, KfError } from '../core/error.js';
import { freshCopy, type Host } from './host.js';

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

  invoke(api: string, params: object): Promise<unknown> {
    const call = this.qy[api];
    if (typeof call !== 'function') return Promise.reject(new KfError('host-absent', `wx.qy has no function ${api}`));
    return new Promise(answer => {
      (call as QyFunction).call(this.qy, {
        ...freshCopy(params),
        success: answer,
        fail: answer,
        complete: answer,
      });
    });
  }
}
