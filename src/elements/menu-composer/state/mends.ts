import { cutToBytes } from '../../../core/bytes.js';
import type { Issue } from '../../../core/issue.js';
import { withHtmlSuffix } from '../../../core/rules.js';
import type { Draft } from './draft.js';
import { nextId } from './draft-edits.js';

const SCHEME = /^\s*[a-z][a-z\d+.-]*:(?!\d)/i;

/** The text with the problem gone; null where only a person can know what was meant. */
export function mended({ code, severity, limit = 0 }: Issue, text: string, draft: Draft): string | null {
  if (code === 'too-long') return cutToBytes(text, limit);
  if (code === 'page-suffix') return withHtmlSuffix(text);
  if (code === 'duplicate-id') return nextId(draft);
  if (code !== 'url-scheme' || severity === 'error' || SCHEME.test(text)) return null;
  return `https://${text.trim().replace(/^\/+/, '')}`;
}
