/**
 * Everything that can go wrong while signing: a code, the HTTP status, the platform's errcodes that lead to it, and
 * one sentence for a developer on what happened and what to do. docs/signing.md has the same table.
 *
 * Meaning of the errcodes: https://developer.work.weixin.qq.com/document/path/90455. That page asks to decide by
 * `errcode` and never by `errmsg`, whose text may change.
 */
export const PROBLEMS = {
  'not-found': {
    status: 404,
    en: 'There is nothing at this address; signatures are at /kf-signature.',
    zh: '该地址没有内容；签名接口是 /kf-signature。',
  },
  'method-not-allowed': {
    status: 405,
    en: 'Only GET, POST and OPTIONS are answered here.',
    zh: '此接口只接受 GET、POST 和 OPTIONS。',
  },
  'bad-request': {
    status: 400,
    en: 'Send the address of the page as url (at most 4096 characters, http or https, as location.href has it, through encodeURIComponent), and agentConfig or config as for.',
    zh: '请用 url 传入页面地址（不超过 4096 个字符，http 或 https，与 location.href 一致，并经过 encodeURIComponent），for 只能是 agentConfig 或 config。',
  },
  'origin-not-allowed': {
    status: 403,
    en: 'The page that asks, or the address to sign, is not of an origin in KF_ALLOWED_ORIGINS; add its origin there and start again.',
    zh: '发起请求的页面或待签名的地址不在 KF_ALLOWED_ORIGINS 中；请把它的源（origin）加进去并重启服务。',
  },
  'wrong-secret': {
    status: 502,
    errcodes: [40001, 40091, 41004],
    en: 'The platform does not know this secret; set KF_APP_SECRET to the secret of the app that the toolbar opens.',
    zh: '平台不认可该 secret；请把 KF_APP_SECRET 设为工具栏所打开应用的 Secret。',
  },
  'wrong-corp-id': {
    status: 502,
    errcodes: [40013, 41002],
    en: 'The platform does not know this company; set KF_CORP_ID to the corp id that the admin console shows.',
    zh: '平台不认可该企业 ID；请把 KF_CORP_ID 设为管理后台显示的企业 ID（CorpID）。',
  },
  'token-refused': {
    status: 502,
    errcodes: [40014, 41001, 42001],
    en: 'The platform refused the access token, and a new one as well; check that nobody else replaces it all the time and that the secret is that of this app.',
    zh: '平台拒绝了 access_token，重新获取后仍被拒绝；请确认没有其他服务在反复刷新它，且 Secret 属于本应用。',
  },
  'ip-not-allowed': {
    status: 502,
    errcodes: [60020],
    en: 'The platform does not accept calls from the address of this server; add it to the trusted IP addresses (企业可信IP) of the app. The log names the address.',
    zh: '平台不接受来自本服务器 IP 的调用；请把该 IP 加入应用的「企业可信IP」。日志中有这个 IP。',
  },
  'no-permission': {
    status: 502,
    errcodes: [48002, 48004, 48006],
    en: 'The app may not call this function of the platform; check which app the secret belongs to and what it is allowed to do.',
    zh: '该应用无权调用此接口；请检查 Secret 属于哪个应用，以及应用的权限。',
  },
  'app-disabled': {
    status: 502,
    errcodes: [50003],
    en: 'The app is disabled; enable it in the admin console.',
    zh: '应用已被停用；请在管理后台启用。',
  },
  'too-many-calls': {
    status: 502,
    errcodes: [45009, 45033],
    en: 'The platform was called too often; run one signing server for all pages, and wait before you try again.',
    zh: '调用平台接口过于频繁；请让所有页面共用一个签名服务，稍后再试。',
  },
  'platform-busy': {
    status: 502,
    errcodes: [-1],
    en: 'The platform is busy; try again in a moment.',
    zh: '平台系统繁忙，请稍后再试。',
  },
  'platform-refused': {
    status: 502,
    en: 'The platform refused the call with an errcode that this server does not know; look it up at https://open.work.weixin.qq.com/devtool/query.',
    zh: '平台拒绝了调用，本服务不认识该 errcode；请到 https://open.work.weixin.qq.com/devtool/query 查询。',
  },
  'platform-unreachable': {
    status: 502,
    en: 'The platform could not be reached; check the network, the proxy and the DNS of this server.',
    zh: '无法连接平台；请检查本服务器的网络、代理和 DNS。',
  },
  'platform-timeout': {
    status: 502,
    en: 'The platform did not answer in time; try again, or raise KF_TIMEOUT_MS.',
    zh: '平台未在限定时间内应答；请重试，或调大 KF_TIMEOUT_MS。',
  },
  'platform-garbage': {
    status: 502,
    en: 'What answered is not the platform; check KF_API_BASE, and whether a proxy answers in its place.',
    zh: '应答不是平台返回的内容；请检查 KF_API_BASE，以及是否有代理代为应答。',
  },
  'internal-error': {
    status: 500,
    en: 'The signing server failed; its log has the reason.',
    zh: '签名服务内部出错，原因见其日志。',
  },
};

const CODE_OF_ERRCODE = new Map(
  Object.entries(PROBLEMS).flatMap(([code, { errcodes = [] }]) => errcodes.map(errcode => [errcode, code])),
);

/** A known problem. `detail` is for the log of the server only: it never reaches a page. */
export class Problem extends Error {
  constructor(code, { errcode, detail } = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.errcode = errcode;
    this.detail = detail;
  }

  get status() {
    return PROBLEMS[this.code].status;
  }

  /** The sentence in the language of an `Accept-Language` header: Chinese or English. */
  sentence(acceptLanguage = '') {
    const { en, zh } = PROBLEMS[this.code];
    const sentence = /^\s*zh\b/i.test(acceptLanguage) ? zh : en;
    return this.errcode === undefined ? sentence : `${sentence} (errcode ${this.errcode})`;
  }
}

/** What an answer of the platform that is not `errcode: 0` means. */
export const problemOfErrcode = (errcode, errmsg) =>
  new Problem(CODE_OF_ERRCODE.get(errcode) ?? 'platform-refused', { errcode, detail: errmsg });
