import { invalidArgument, KfError, type KfErrorCode, type KfErrorOptions } from '../core/error.js';

/**
 * What the client's texts say, lower-cased and without blanks, `_`, `-` and commas, because the SDK deletes `_`, lower-cases, and
 * platforms disagree on blanks. The first row that fits decides; a text that fits none says nothing. Sources: `sendChatMessage`,
 * 注意事项; replies seen on devices; what `@wecom/jssdk` 2.4 makes of them (of a wrong signature without the call's name, as
 * Windows says things, it leaves only the address `…/devtool/query?e=40093`).
 */
const TEXTS: readonly [words: RegExp, meaning: 'yes' | KfErrorCode][] = [
  [/^([^:]*:)?(ok|confirm|yes)$/, 'yes'], // the whole keyword: "invalid token" contains ok, too
  [/^([^:]*:)?(fail)?cancel(l?ed)?$/, 'cancelled'],
  [/unsupportedmsgtype/, 'unsupported-msgtype'],
  [/withoutcontextofexternalcontact/, 'no-context'],
  [/invalidsignature|e=40093/, 'invalid-signature'],
  [/nopermission|permissiondenied|accessdenied/, 'no-permission'],
  [/usernotinallowlist/, 'member-not-allowed'],
  [/notallowtocrosscorp|invalidminiprograminfo/, 'miniprogram-not-linked'],
  [/invalidparam/, 'invalid-parameter'],
  [/invalidimgurl/, 'invalid-image'],
  [/customerchanged/, 'customer-changed'], // the relay page
  [/fail|deny|denied|functionnotexist/, 'refused'],
  // The platform's error numbers have five digits: in front of the text, or in the address of their explanation.
  [/^([^:]*:)?[1-9]\d{4}(?!\d)|[?&]e=[1-9]\d{4}/, 'refused'],
];

const meaningOf = (text: string): 'yes' | KfErrorCode | undefined => {
  const squeezed = text.toLowerCase().replace(/[\s_,-]+/g, '');
  return TEXTS.find(([words]) => words.test(squeezed))?.[1];
};

/** What of a reply can say something. */
interface Fields {
  texts: string[];
  numbers: number[];
}

/** What JSON text holds; another text is itself. */
function parsed(text: string): unknown {
  if (!/^\s*[{"]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Mac and phones say `err_msg`, Windows `errmsg`, the SDK and the mini program's library `errMsg`. JSON text counts as what it
 * holds, as the whole reply and as one of its texts.
 */
function fieldsOf(raw: unknown): Fields {
  const reply = typeof raw === 'string' ? parsed(raw) : raw;
  if (typeof reply === 'string' && reply !== raw) return fieldsOf(reply);
  if (typeof reply === 'string') return { texts: reply.trim() ? [reply] : [], numbers: [] };
  const { errMsg, err_msg, errmsg, errCode, err_code, errcode }: Record<string, unknown> = Object(reply);
  const inner = [errMsg, err_msg, errmsg].filter(text => typeof text === 'string').map(fieldsOf);
  const numbers = [errCode, err_code, errcode].filter(number => /^(number|string)$/.test(typeof number));
  return {
    texts: inner.reduce<string[]>((texts, fields) => texts.concat(fields.texts), []),
    numbers: inner.reduce((all, fields) => all.concat(fields.numbers), numbers.map(Number)),
  };
}

/** A reply that says neither yes nor no, or a call that threw: the message may have reached the customer. */
export const noAnswer = (message: string, options: KfErrorOptions): KfError =>
  new KfError('no-answer', message, { ...options, outcome: 'unknown' });

/** What texts and numbers say together. */
function verdictOf(api: string, raw: unknown, { texts, numbers }: Fields): KfError | null {
  const meanings = texts.map(meaningOf);
  const refusals = meanings.filter((meaning): meaning is KfErrorCode => meaning !== undefined && meaning !== 'yes');
  const isYes = meanings.includes('yes');
  if (isYes && refusals.length) return noAnswer(`the reply to ${api} says yes and no`, { raw });
  const errorNumber = numbers.find(number => number !== 0 && !Number.isNaN(number));
  const [text = errorNumber === undefined ? '' : String(errorNumber)] = texts;
  if (refusals.length || errorNumber !== undefined) {
    const code = refusals.find(refusal => refusal !== 'refused') ?? 'refused';
    return new KfError(code, text, { raw, details: { text } });
  }
  return isYes ? null : noAnswer(text || `${api} answered without a text`, { raw });
}

/**
 * What a native reply says: null for yes, else the error. A yes is `ok`, `confirm` or `yes` behind the first colon, in a reply
 * without an error number other than 0; a no is a known text, `fail…`, `deny…` or such a number. Everything else, a reply that
 * contradicts itself or can't be read included, is `no-answer`, whose outcome is unknown. Throws `invalid-argument` when `api`
 * is no text.
 */
export function readReply(api: string, raw: unknown): KfError | null {
  if (typeof api !== 'string') throw invalidArgument('the name of the function is no text');
  let fields: Fields;
  try {
    fields = fieldsOf(raw);
  } catch (cause) {
    return noAnswer(`the reply to ${api} can't be read`, { raw, cause });
  }
  return verdictOf(api, raw, fields);
}
