import { demandObject, KfError } from '../core/error.js';
import { freshCopy, handOver, type Host } from './host.js';

/** Something with `invoke(api, params, callback)`: jweixin's `wx` once it is configured, or the client's `WeixinJSBridge`. */
export interface Invoker {
  invoke(api: string, params: object, callback: (reply: unknown) => void): unknown;
}

/** `wx.invoke` and `WeixinJSBridge.invoke`: the same shape, the raw native reply. */
export class InvokeHost implements Host {
  constructor(
    readonly name: 'wx.invoke' | 'WeixinJSBridge',
    private readonly invoker: Partial<Invoker>,
  ) {
    demandObject(invoker, 'what has invoke');
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const { invoker, name } = this;
    const copy = freshCopy(params);
    // jweixin has no `invoke` before its `config`, and none at all without `beta: true`.
    if (typeof invoker.invoke !== 'function') throw new KfError('host-absent', `${name} has no function invoke`);
    return handOver(api, answer => void invoker.invoke?.(api, copy, answer));
  }
}
