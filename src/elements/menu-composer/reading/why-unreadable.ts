import { readMenu } from './read-menu.js';
import type { WhyNot } from './unreadable.js';

const SAID: Readonly<Partial<Record<WhyNot, string>>> = {
  'too-large': 'it is larger than any menu can be',
  'too-deep': 'it is nested deeper than any menu can be',
};

/** Not in the parser's words: they may have a customer's in them. */
function whyNoJson(text: string): string {
  try {
    JSON.parse(text);
    return 'it is JSON, but neither a menu nor a message with one';
  } catch {
    return 'it is no JSON';
  }
}

/** Why a value is not read as a menu, in words for who writes the page; '' where it is. */
export function whyUnreadable(input: unknown): string {
  const read = readMenu(input, true);
  if (read.ok) return '';
  const said = SAID[read.why];
  if (said) return said;
  if (typeof input === 'string') return whyNoJson(input);
  return typeof input === 'object' ? 'it is neither a menu nor a message with one' : `it is a ${typeof input}`;
}
