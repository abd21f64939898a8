import { demandObject } from '../core/error.js';
import type { ChatMessage } from '../core/message.js';
import { NativeClient, signedUrl, type ClientState, type NativeReply } from './native-client.js';
import { pretendToBe, stopPretending } from './user-agent.js';
import { simulatedQy } from './wx-qy.js';

/** One call that reached the client. */
export interface NativeCall {
  api: string;
  /** A copy, without the functions and the signature fields that the SDKs add. */
  params: Record<string, unknown>;
  /** Milliseconds since 1970. */
  at: number;
  /** What the client answered, once it has. */
  reply?: NativeReply;
  /** Milliseconds from the call to the answer. */
  elapsed?: number;
}

export interface SimulatorOptions extends Partial<ClientState> {
  /** Whether `wx.qy` is there, as in a mini program. Default: true. */
  wxQy?: boolean;
  /** Called when a call comes in, and again when it is answered. */
  onCall?: (call: NativeCall) => void;
}

/** A reply to give instead of the client's own: as it is, never, or the user's cancel. */
export type ForcedReply = NativeReply | 'never' | 'cancel';

export interface SimulatedClient {
  /** Every native call. */
  readonly calls: readonly NativeCall[];
  /** The messages that reached the conversation. */
  readonly sent: readonly ChatMessage[];
  /** Changes the client while it runs. */
  set(changes: Partial<ClientState>): void;
  /** Answers the next call of `api` in another way. */
  failNext(api: string, reply: ForcedReply): void;
  /** A signature for the page's address. The client refuses it at another address. */
  sign(url?: string): { timestamp: string; nonceStr: string; signature: string };
  /** Takes the client away again. */
  restore(): void;
}

type Reply = (reply: NativeReply) => void;
interface Globals {
  WeixinJSBridge?: unknown;
  wx?: { qy?: unknown };
}

const DEFAULTS: ClientState = {
  entry: 'single_kf_tools',
  platform: 'windows',
  version: '4.1.6',
  customerId: 'wmSimulatedCustomer',
  latency: 0,
};

const copied = (value: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value ?? {})) as Record<string, unknown>;

/** What was not there before is not there afterwards. */
const putBack = (owner: object, key: string, value: unknown): void => {
  if (value === undefined) Reflect.deleteProperty(owner, key);
  else Reflect.set(owner, key, value);
};

const withoutSignature = (params: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([key]) => key !== 'appId' && !key.startsWith('verify')));

/**
 * Puts a simulated WeCom client under this page: the bridge that every SDK calls, `wx.qy`, and the user agent. Do it before
 * `@wecom/jssdk` loads, which reads the user agent once.
 */
export function simulateWeCom(options: SimulatorOptions = {}): SimulatedClient {
  demandObject(options, 'the options');
  const { wxQy = true, onCall, ...state } = options;
  const native = new NativeClient({ ...DEFAULTS, ...state });
  const calls: NativeCall[] = [];
  const forced = new Map<string, ForcedReply[]>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const page = window as unknown as Globals;
  const before = { bridge: page.WeixinJSBridge, wx: page.wx, qy: page.wx?.qy };

  const receive = (api: string, params: unknown, hasSession: boolean, reply: Reply): void => {
    const given = copied(params);
    const call: NativeCall = { api, params: withoutSignature(given), at: Date.now() };
    calls.push(call);
    onCall?.(call);
    const instead = forced.get(api)?.shift();
    if (instead === 'never') return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const own = (): NativeReply => native.answer(api, api === 'sendChatMessage' ? call.params : given, hasSession);
      const answer = instead === 'cancel' ? { err_msg: `${api}:cancel` } : (instead ?? own());
      call.reply = copied(answer);
      call.elapsed = Date.now() - call.at;
      onCall?.(call);
      reply(copied(answer)); // the SDKs write into it
    }, native.state.latency);
    timers.add(timer);
  };

  pretendToBe(native.state.platform, native.state.version);
  page.WeixinJSBridge = {
    invoke: (api: string, params: unknown, reply?: Reply): void =>
      receive(api, params, false, answer => reply?.(answer)),
    on: (): void => undefined,
  };
  if (wxQy) {
    page.wx ??= {};
    page.wx.qy = simulatedQy((api, params, reply) => receive(api, params, true, reply));
  }

  return {
    calls,
    sent: native.sent,
    set(changes) {
      const { platform, version } = { ...native.state, ...changes };
      pretendToBe(platform, version);
      Object.assign(native.state, changes);
    },
    failNext(api, reply) {
      forced.set(api, [...(forced.get(api) ?? []), reply]);
    },
    sign(url = signedUrl()) {
      const nonceStr = `nonce${native.signatures.size}`;
      const signature = `signature-of-${nonceStr}`;
      native.signatures.set(signature, url);
      return { timestamp: String(Math.floor(Date.now() / 1000)), nonceStr, signature };
    },
    restore() {
      timers.forEach(clearTimeout);
      stopPretending();
      putBack(page, 'WeixinJSBridge', before.bridge);
      if (before.wx && wxQy) putBack(before.wx, 'qy', before.qy);
      putBack(page, 'wx', before.wx);
    },
  };
}
