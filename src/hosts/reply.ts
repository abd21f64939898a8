import { KfError, type KfErrorCode } from '../core/error.js';

/**
 * The client's words, squeezed to letters and digits because the SDK deletes `_`, lower-cases, and platforms disagree on blanks.
 * The first row that fits decides. Sources: `sendChatMessage`, 注意事项; replies seen on devices; what `@wecom/jssdk` 2.4 makes of them.
 */
const REPLIES: readonly [words: string, code: KfErrorCode][] = [
  ['unsupportedmsgtype', 'unsupported-msgtype'],
  ['withoutcontextofexternalcontact', 'no-context'],
  ['invalidsignature', 'invalid-signature'],
  ['nopermission', 'no-permission'],
  ['permissiondenied', 'no-permission'],
  ['accessdenied', 'no-permission'],
  ['usernotinallowlist', 'member-not-allowed'],
  ['notallowtocrosscorp', 'miniprogram-not-linked'],
  ['invalidminiprograminfo', 'miniprogram-not-linked'],
  ['invalidparam', 'invalid-parameter'],
  ['invalidimgurl', 'invalid-image'],
];

/** The client's text: mac and phones say `err_msg`, Windows `errmsg`, the SDK and the mini-program library `errMsg`. */
function replyText(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw !== 'object' || raw === null) return '';
  const { errMsg, err_msg, errmsg } = raw as Record<string, unknown>;
  const text = [errMsg, err_msg, errmsg].find(candidate => typeof candidate === 'string' && candidate !== '');
  return typeof text === 'string' ? text : '';
}

/**
 * What a native reply says: null for success, else the error. Success is the exact keyword `ok` behind the first colon: a reply
 * that merely contains it ("invalid token") is none.
 */
export function readReply(api: string, raw: unknown): KfError | null {
  const text = replyText(raw);
  if (text === '') return new KfError('no-answer', `${api} answered without a text`, { outcome: 'unknown', raw });
  const keyword = text.slice(text.indexOf(':') + 1).trim();
  if (/^ok$/i.test(keyword)) return null;
  if (/^(fail[\s_]*)?cancel$/i.test(keyword)) return new KfError('cancelled', text, { raw });
  const squeezed = keyword.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [, code] = REPLIES.find(([words]) => squeezed.includes(words)) || ['', 'refused' as const];
  return new KfError(code, text, { raw, details: { text } });
}
