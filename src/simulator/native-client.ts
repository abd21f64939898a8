import type { ChatMessage, Platform } from '../core/message.js';
import { checkSupport } from '../core/support.js';
import { validate } from '../core/validate.js';

/** What the simulated client is, and where the page was opened. */
export interface ClientState {
  entry: string;
  platform: Platform;
  version: string;
  /** The customer in the chat, or null for none. */
  customerId: string | null;
  /** Milliseconds before each answer. */
  latency: number;
}

export type NativeReply = Record<string, unknown>;
type Params = Record<string, unknown>;

/** Entries with a customer. Source: `wx.qy.getCurExternalContact`, 入口. */
const WITH_CUSTOMER = ['single_kf_tools', 'single_chat_tools', 'contact_profile'];
const NO_CONTEXT = 'fail without context of external contact';

/** The page's address as it is signed: without the hash. */
export const signedUrl = (): string => location.href.split('#', 1)[0] as string;

/** What the real client decides: configuration, context, and which messages it takes. Strict, because the real one is. */
export class NativeClient {
  readonly sent: ChatMessage[] = [];
  /** Signatures made by `sign`, with the address that they are for. */
  readonly signatures = new Map<string, string>();
  /** What `agentConfig` allowed. */
  private allowed: unknown[] = [];

  constructor(readonly state: ClientState) {}

  /** The reply to a call through the bridge, which has to be configured first, or through `wx.qy`, which has a session. */
  answer(api: string, params: Params, hasSession: boolean): NativeReply {
    switch (api) {
      case 'agentConfig':
      case 'preVerifyJSAPI':
        return this.configure(api, params);
      case 'getContext':
        return this.ok(api, { entry: this.state.entry });
      case 'login':
      case 'checkSession':
        return this.ok(api);
      case 'getNetworkType':
        return { err_msg: 'network_type:wifi' };
      case 'checkJsApi':
        return this.ok(api, { checkResult: '{}' });
      case 'getCurExternalContact':
      case 'sendChatMessage': {
        if (!hasSession && !this.allowed.includes(api)) return this.refuse(api, 'fail_no permission');
        return api === 'sendChatMessage' ? this.send(params) : this.customer(api);
      }
      default:
        return { err_msg: 'system:function_not_exist' };
    }
  }

  private configure(api: string, params: Params): NativeReply {
    const signature = params.signature ?? params.verifySignature;
    const madeFor = this.signatures.get(String(signature));
    if (!signature || (madeFor !== undefined && madeFor !== signedUrl()))
      return { err_msg: `${api}:fail_invalid signature more info at /devtool/query?e=40093` };
    if (api === 'agentConfig' && Array.isArray(params.jsApiList)) this.allowed = params.jsApiList;
    return this.ok(api);
  }

  private customer(api: string): NativeReply {
    const { entry, customerId } = this.state;
    if (!WITH_CUSTOMER.includes(entry) || customerId === null) return this.refuse(api, NO_CONTEXT);
    return this.ok(api, { userId: customerId });
  }

  private send(params: Params): NativeReply {
    const { entry } = this.state;
    const refuse = (text: string): NativeReply => this.refuse('sendChatMessage', text);
    const result = validate(params);
    const msgtype = String(params.msgtype);
    if (checkSupport(msgtype, this.state)) return refuse('fail unsupported msgtype');
    if (entry === 'normal' || entry === 'contact_profile') return refuse(NO_CONTEXT);
    if (!result.ok) {
      const image = result.issues.some(({ code, path }) => code === 'url-scheme' && /img/i.test(path.join('.')));
      return refuse(image ? 'fail invalid imgUrl' : 'fail, invalid param');
    }
    this.sent.push(JSON.parse(JSON.stringify(params)) as ChatMessage);
    return this.ok('sendChatMessage');
  }

  private ok(api: string, facts: NativeReply = {}): NativeReply {
    return { ...facts, err_msg: `${api}:ok` };
  }

  /** Windows says it in another field, without the call's name. */
  private refuse(api: string, text: string): NativeReply {
    return this.state.platform === 'windows' ? { errmsg: text } : { err_msg: `${api}:${text}` };
  }
}
