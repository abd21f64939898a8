import { invalidArgument } from '../core/error.js';
import type { ChatMessage } from '../core/message.js';
import { copyOfArgument, DEFAULT_STATE, demandState, isDelay, type ClientState } from './client-state.js';
import { Exchange, type ForcedReply, type NativeCall, type ReplyTiming } from './exchange.js';
import { NativeClient } from './native-client.js';
import { pretendToBe, putInto, stopPretending } from './page.js';
import { signedUrl, type Signature } from './signatures.js';
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
  /** Changes the client while it runs, also while a call is under way. Throws `invalid-argument` where a client can't be so. */
  set(changes: Partial<ClientState>): void;
  /**
   * Answers the next call of `api` in another way, late or several times where `timing` says so. Several of them wait in a row.
   * Throws `invalid-argument` for a name or a timing that is none.
   */
  failNext(api: string, reply: ForcedReply, timing?: ReplyTiming): void;
  /** A signature for the page's address. The client refuses it at another address. */
  sign(url?: string): Signature;
  /** Takes the client away again. */
  restore(): void;
}

/** How many clients this page has had. */
let clients = 0;

/** The next client's customer, where the page names none: what became of a message to one customer is nothing of another's. */
function nextCustomer(): string {
  clients++;
  return clients === 1 ? DEFAULT_STATE.customerId : `${DEFAULT_STATE.customerId}${clients}`;
}

/**
 * Puts a simulated WeCom client under this page: the bridge that every SDK calls, `wx.qy`, and the user agent. Do it before
 * `@wecom/jssdk` loads, which reads the user agent once. Throws `invalid-argument` where a client can't be so.
 */
export function simulateWeCom(options: SimulatorOptions = {}): SimulatedClient {
  const { wxQy = true, bridgeAfter, onCall, ...state } = copyOfArgument('the options', options);
  if (bridgeAfter !== undefined && !isDelay(bridgeAfter))
    throw invalidArgument('bridgeAfter is no number of milliseconds');
  if (onCall !== undefined && typeof onCall !== 'function') throw invalidArgument('onCall is no function');
  demandState(state);
  const native = new NativeClient({ ...DEFAULT_STATE, customerId: nextCustomer(), ...state });
  const exchange = new Exchange(native, onCall);

  pretendToBe(native.state.platform, native.state.version);
  const page = putInto(window);
  const bridge = {
    invoke: (api: string, params: unknown, reply?: (reply: unknown) => void): void =>
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
      const state = copyOfArgument('the changes', changes);
      demandState(state);
      const { platform, version } = Object.assign(native.state, state);
      pretendToBe(platform, version);
    },
    failNext: (api, reply, timing) => exchange.forced.add(api, reply, timing),
    sign(url = signedUrl()) {
      if (typeof url !== 'string') throw invalidArgument('the address is no text');
      return native.signatures.sign(url);
    },
    restore() {
      exchange.end();
      stopPretending();
      page.restore();
    },
  };
}
