import { demandObject, invalidArgument, reading, type KfError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { fill, firstText, twoLines, wordsFor, type Words } from './words.js';

/** What is wrong, in the words of `words`. */
export function issueText({ code, severity, path, limit = 0, actual = 0 }: Issue, words: Words): string {
  const key = path.slice(-1).join();
  const over = actual - limit;
  const index = path.find(part => typeof part === 'number');
  const text = firstText(
    words,
    `issue.${code === 'too-short' ? 'required' : code}.${key}`,
    `issue.${code}.${severity}`,
    `issue.${code}`,
  );
  return fill(text || code, {
    key,
    field: firstText(words, key) || key,
    limit,
    over,
    chars: Math.ceil(over / 3), // a Han character has three bytes
    n: typeof index === 'number' ? index + 1 : '',
  });
}

/** The details that are names of the platform's and have words of their own; all others are data. */
const NAMED = ['platform', 'msgtype'];

/** What happened, and what to do about it. */
export function errorText(error: KfError, words: Words): ReturnType<typeof twoLines> {
  const { code, outcome } = error;
  const key = outcome === 'unknown' && code !== 'timeout' ? 'unknown' : code;
  return errorLines(error, firstText(words, `error.${key}`, 'error.refused'), words);
}

/** Why there is no connection: nothing was to be sent yet. */
export const connectionText = (error: KfError, words: Words): ReturnType<typeof twoLines> =>
  errorLines(error, firstText(words, `connect.${error.code}`, `error.${error.code}`, 'connect.refused'), words);

/** The client's own words, without the name of the call that failed: `qy__sendChatMessage:fail system busy`. */
const withoutCall = (message: string): string => message.replace(/^[\w.]+:\s*fail[\s_:,]+(?=\S)/, '');

function errorLines({ details = {}, message }: KfError, text: string, words: Words): ReturnType<typeof twoLines> {
  const values: Record<string, string | number> = { text: message };
  for (const [name, value] of Object.entries(details))
    values[name] = (NAMED.includes(name) && firstText(words, String(value))) || value;
  values.text = withoutCall(String(values.text));
  return twoLines(text, values);
}

/**
 * What is wrong with a message, for users: 「还没填网址」.
 * @param lang A language tag; zh-CN where it is absent or nobody has words for it.
 * @throws KfError `invalid-argument` for anything but an issue.
 */
export function describeIssue(issue: Issue, lang?: string): string {
  demandObject(issue, 'the issue');
  return reading('the issue', () => {
    if (typeof issue.code !== 'string' || !Array.isArray(issue.path)) throw invalidArgument('not an issue');
    return issueText(issue, wordsFor(lang));
  });
}

/**
 * What happened and what to do, for users: 「没有连上企业微信。请在企业微信里打开本页」.
 * @param lang A language tag; zh-CN where it is absent or nobody has words for it.
 * @throws KfError `invalid-argument` for anything but an error.
 */
export function describeError(error: KfError, lang?: string): string {
  demandObject(error, 'the error');
  return reading('the error', () => {
    if (typeof error.message !== 'string') throw invalidArgument('not an error');
    const words = wordsFor(lang);
    const { title, hint } = errorText(error, words);
    return hint ? title + words.stop + hint : title;
  });
}
