import { demandObject } from '../core/error.js';
import type { ChatMessage } from '../core/message.js';
import { Exchange, type NativeCall } from './exchange.js';
import type { ForcedReply, ReplyTiming } from './forced-replies.js';
import { NativeClient, type ClientState } from './native-client.js';
import { putInto } from './page-globals.js';
import { signedUrl, type Signature } from './signatures.js';
import { pretendToBe, stopPretending } from './user-agent.js';
import { simulatedQy } from './wx-qy.js';

export interface SimulatorOptions extends Partial<ClientState> {
  /** Whether `wx.qy` is there, as in a mini program. Default: true. */
  wxQy?: boolean;
  /** Milliseconds until `WeixinJSBridge` appears, with a `WeixinJSBridgeReady` on the document. Default: it is there at once. */
  bridgeAfter?: number;
  /** Called when a call comes in, and again when it is answered. */
  onCall?: (call: NativeCall) => void;
}

export interface SimulatedClient {
  /** Every native call. */
  readonly calls: readonly NativeCall[];
  /** The messages that reached the conversation. */
  readonly sent: readonly ChatMessage[];
  /** Changes the client while it runs, also while a call is under way. */
  set(changes: Partial<ClientState>): void;
  /** Answers the next call of `api` in another way, late or twice if it is told to. */
  failNext(api: string, reply: ForcedReply, timing?: ReplyTiming): void;
  /** A signature for the page's address. The client refuses it at another address. */
  sign(url?: string): Signature;
  /** Takes the client away again. */
  restore(): void;
}

const DEFAULTS: ClientState = {
  entry: 'single_kf_tools',
  platform: 'windows',
  version: '4.1.6',
  customerId: 'wmSimulatedCustomer',
  latency: 0,
  session: 'live',
};

/**
 * Puts a simulated WeCom client under this page: the bridge that every SDK calls, `wx.qy`, and the user agent. Do it before
 * `@wecom/jssdk` loads, which reads the user agent once.
 */
export function simulateWeCom(options: SimulatorOptions = {}): SimulatedClient {
  demandObject(options, 'the options');
  const { wxQy = true, bridgeAfter, onCall, ...state } = options;
  const native = new NativeClient({ ...DEFAULTS, ...state });
  const exchange = new Exchange(native, onCall);

  pretendToBe(native.state.platform, native.state.version);
  const page = putInto(window);
  const bridge = {
    invoke: (api: string, params: unknown, reply?: (reply: object) => void): void =>
      exchange.receive('bridge', api, params, answer => reply?.(answer)),
    on: (): void => undefined,
  };
  if (wxQy) page.setQy(simulatedQy((api, params, reply) => exchange.receive('wx.qy', api, params, reply)));
  if (bridgeAfter === undefined) page.setBridge(bridge);
  else
    exchange.later(bridgeAfter, () => {
      page.setBridge(bridge);
      document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    });

  return {
    calls: exchange.calls,
    sent: native.sent,
    set(changes) {
      const { platform, version } = { ...native.state, ...changes };
      pretendToBe(platform, version);
      Object.assign(native.state, changes);
    },
    failNext: (api, reply, timing) => exchange.forced.add(api, { reply, ...timing }),
    sign: (url = signedUrl()) => native.signatures.sign(url),
    restore() {
      exchange.end();
      stopPretending();
      page.restore();
    },
  };
}
