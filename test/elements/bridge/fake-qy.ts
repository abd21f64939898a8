import type { WxQyHost } from '../../../src/hosts/index.js';

interface Callbacks {
  success(reply: object): void;
  fail(reply: object): void;
}

const OK: Readonly<Record<string, object>> = {
  checkSession: { errMsg: 'qy__checkSession:ok', expireIn: 7200 },
  login: { errMsg: 'qy__login:ok' },
  getContext: { errMsg: 'qy__getContext:ok', entry: 'single_kf_tools' },
  getCurExternalContact: { errMsg: 'qy__getCurExternalContact:ok', userId: 'wmAAAAAAAA' },
  sendChatMessage: { errMsg: 'qy__sendChatMessage:ok' },
};

/** What one function of it does: answer well, refuse, say nothing, or not exist. */
export type Mode = 'ok' | 'fail' | 'never' | 'missing';

/** `wx.qy` of a mini program whose session a test decides about. */
export class FakeQy {
  /** The functions that were called, in order. */
  readonly calls: string[] = [];
  /** What its functions do; `ok` unless told otherwise. */
  modes: Readonly<Record<string, Mode>> = {};

  /** What a host takes. */
  get object(): ConstructorParameters<typeof WxQyHost>[0] {
    const apis = Object.keys(OK).filter(api => this.modes[api] !== 'missing');
    return Object.fromEntries(apis.map(api => [api, (callbacks: Callbacks) => this.answer(api, callbacks)]));
  }

  private answer(api: string, { success, fail }: Callbacks): void {
    this.calls.push(api);
    const mode = this.modes[api] ?? 'ok';
    if (mode === 'ok') success(OK[api] as object);
    if (mode === 'fail') fail({ errMsg: `qy__${api}:fail session expired` });
  }
}
