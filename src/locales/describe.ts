import { demandObject, type KfError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { fill, twoLines, wordsFor, type Word, type Words } from './words.js';

const pick = (words: Words, ...keys: string[]): string =>
  keys.map(key => words[key as Word]).find(word => typeof word === 'string') || '';

/** What is wrong, in the words of `words`. */
export function issueText({ code, severity, path, limit = 0, actual = 0 }: Issue, words: Words): string {
  const key = path.slice(-1).join();
  const over = actual - limit;
  const index = path.find(part => typeof part === 'number');
  return fill(
    pick(
      words,
      `issue.${code === 'too-short' ? 'required' : code}.${key}`,
      `issue.${code}.${severity}`,
      `issue.${code}`,
    ) || code,
    {
      key,
      field: pick(words, key) || key,
      limit,
      over,
      chars: Math.ceil(over / 3), // a Han character has three bytes
      n: typeof index === 'number' ? index + 1 : '',
    },
  );
}

/** What happened, and what to do about it. */
export function errorText(error: KfError, words: Words): { title: string; hint: string } {
  const { code, outcome, details, message: text } = error;
  const key = outcome === 'unknown' && code !== 'timeout' ? 'unknown' : code;
  const values: Record<string, string | number> = { text };
  for (const [name, value] of Object.entries(details || {})) values[name] = pick(words, String(value)) || value;
  return twoLines(pick(words, `error.${key}`, 'error.refused'), values);
}

/**
 * What is wrong with a message, for users: 「还没填网址」.
 * @throws KfError `invalid-argument` for anything but an issue.
 */
export function describeIssue(issue: Issue, lang?: string): string {
  demandObject(issue, 'the issue');
  demandObject(issue.path, 'its path');
  return issueText(issue, wordsFor(lang));
}

/**
 * What happened and what to do, for users: 「没有连上企业微信。请在企业微信里打开本页」.
 * @throws KfError `invalid-argument` for anything but an error.
 */
export function describeError(error: KfError, lang?: string): string {
  demandObject(error, 'the error');
  const words = wordsFor(lang);
  const { title, hint } = errorText(error, words);
  return hint ? title + words.stop + hint : title;
}
