import { KfError, type KfErrorCode } from '../core/error.js';

/**
 * The client's words, squeezed to letters and digits because the SDK deletes `_`, lower-cases, and platforms disagree on blanks.
 * The first row that fits decides. Sources: `sendChatMessage`, 注意事项; replies seen on devices; what `@wecom/jssdk` 2.4 makes of them
 * (of a wrong signature without the call's name, as Windows says things, it leaves only the address `…/devtool/query?e=40093`).
 */
const REPLIES: readonly [words: RegExp, code: KfErrorCode][] = [
  [/unsupportedmsgtype/, 'unsupported-msgtype'],
  [/withoutcontextofexternalcontact/, 'no-context'],
  [/invalidsignature|e40093/, 'invalid-signature'],
  [/nopermission|permissiondenied|accessdenied/, 'no-permission'],
  [/usernotinallowlist/, 'member-not-allowed'],
  [/notallowtocrosscorp|invalidminiprograminfo/, 'miniprogram-not-linked'],
  [/invalidparam/, 'invalid-parameter'],
  [/invalidimgurl/, 'invalid-image'],
  [/customerchanged/, 'customer-changed'],
];

/** The client's text: mac and phones say `err_msg`, Windows `errmsg`, the SDK and the mini-program library `errMsg`. */
function replyText(raw: unknown): string {
  const { errMsg, err_msg, errmsg } = Object(raw) as Record<string, unknown>;
  const isText = (candidate: unknown): candidate is string => typeof candidate === 'string' && candidate !== '';
  return [raw, errMsg, err_msg, errmsg].find(isText) || '';
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
  const squeezed = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [, code] = REPLIES.find(([words]) => words.test(squeezed)) || [/^/, 'refused' as const];
  return new KfError(code, text, { raw, details: { text } });
}
