import type { ChatMessage } from '../core/message.js';
import { checkSupport } from '../core/support.js';
import { validate } from '../core/validate.js';
import type { ClientState } from './client-state.js';
import { INVALID_SIGNATURE, NOT_LISTED, ok, refusal, type NativeReply, type Way } from './dialect.js';
import { Signatures, signedUrl, withoutSignature } from './signatures.js';

type Params = Record<string, unknown>;
/** What a successful answer has beside its text; a string is the text of a refusal. */
type Answer = NativeReply | string;

/** Entries with a customer. Source: `wx.qy.getCurExternalContact`, 入口. */
const WITH_CUSTOMER = ['single_kf_tools', 'single_chat_tools', 'contact_profile'];
/** Source: `wx.qy.sendChatMessage` and `wx.qy.getContext`, 调用前提. */
const WITH_SESSION = ['getContext', 'getCurExternalContact', 'sendChatMessage'];
const WITH_PERMISSION = ['getCurExternalContact', 'sendChatMessage'];
const NO_CONTEXT = 'fail without context of external contact';
/** How the real client words it is not known. */
const NO_SESSION = 'fail session expired';
const NO_SUCH_FUNCTION: NativeReply = { err_msg: 'system:function_not_exist' };

/** What the real client decides: login, configuration, context, and which messages it takes. Strict, because that one is. */
export class NativeClient {
  readonly sent: ChatMessage[] = [];
  readonly signatures = new Signatures();
  /** What the last `agentConfig` allowed, and at which address. */
  private allowed: { apis: unknown[]; url: string } | undefined;

  constructor(readonly state: ClientState) {}

  answer(way: Way, api: string, params: Params): NativeReply {
    const answer = way === 'wx.qy' ? this.inMiniProgram(api, params) : this.inWebPage(api, params);
    if (answer === undefined) return NO_SUCH_FUNCTION;
    if (typeof answer === 'string') return refusal(way, this.state.platform, api, answer);
    return 'err_msg' in answer ? answer : ok(way, api, answer);
  }

  private inMiniProgram(api: string, params: Params): Answer | undefined {
    const { state } = this;
    if (WITH_SESSION.includes(api) && state.session !== 'live') return NO_SESSION;
    switch (api) {
      case 'checkSession':
        return state.session === 'live' ? { expireIn: 7200 } : NO_SESSION;
      case 'login':
        if (state.session === 'refused') return 'fail';
        state.session = 'live';
        return { code: 'simulated-code' };
      case 'getSystemInfo':
        return { version: state.version };
      default:
        return this.inChat(api, params);
    }
  }

  private inWebPage(api: string, params: Params): Answer | undefined {
    switch (api) {
      case 'agentConfig':
        if (!this.signatures.signs(params)) return { err_msg: `${api}:${INVALID_SIGNATURE}` };
        this.allowed = { apis: Array.isArray(params.jsApiList) ? params.jsApiList : [], url: signedUrl() };
        return {};
      case 'preVerifyJSAPI':
        return this.signatures.verifies(params) ? {} : { err_msg: `${api}:${INVALID_SIGNATURE}` };
      case 'checkJsApi':
        return { checkResult: this.checked(params.jsApiList) };
      case 'getNetworkType':
        return { err_msg: 'network_type:wifi' };
      case 'invokeMiniProgramAPI': // a page in a mini program's web-view
        return {};
      default:
        return this.refusePermission(api, params) ?? this.inChat(api, params);
    }
  }

  private inChat(api: string, params: Params): Answer | undefined {
    switch (api) {
      case 'getContext':
        return { entry: this.state.entry };
      case 'getCurExternalContact':
        return this.customer();
      case 'sendChatMessage':
        return this.send(withoutSignature(params));
      default:
        return undefined;
    }
  }

  private refusePermission(api: string, params: Params): string | undefined {
    if (!WITH_PERMISSION.includes(api)) return undefined;
    if (params.verifySignature !== undefined && !this.signatures.verifies(params)) return INVALID_SIGNATURE;
    const { platform } = this.state;
    if (this.allowed?.url !== signedUrl()) return platform === 'mac' ? NOT_LISTED.mac : 'fail_no permission';
    return this.allowed.apis.includes(api) ? undefined : NOT_LISTED[platform];
  }

  /** Android answers in JSON. Source: `@wecom/jssdk`, `checkJsApi`. */
  private checked(apis: unknown): unknown {
    const result = Object.fromEntries(
      (Array.isArray(apis) ? apis : []).map(api => [api, WITH_SESSION.includes(String(api))]),
    );
    return this.state.platform === 'android' ? JSON.stringify(result) : result;
  }

  private customer(): Answer {
    const { entry, customerId } = this.state;
    return WITH_CUSTOMER.includes(entry) && customerId !== null ? { userId: customerId } : NO_CONTEXT;
  }

  private send(message: Params): Answer {
    const { entry } = this.state;
    if (checkSupport(String(message.msgtype), this.state)) return 'fail unsupported msgtype';
    if (entry === 'normal' || entry === 'contact_profile') return NO_CONTEXT;
    const result = validate(message);
    if (!result.ok) {
      const image = result.issues.some(({ code, path }) => code === 'url-scheme' && /img/i.test(path.join('.')));
      return image ? 'fail invalid imgUrl' : 'fail, invalid param';
    }
    this.sent.push(JSON.parse(JSON.stringify(message))); // not the copy of `validate`: as it came in
    return {};
  }
}
