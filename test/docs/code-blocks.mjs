import { readFileSync } from 'node:fs';
import { ROOT } from './pages.mjs';

/** The fenced blocks of a page: their language, their text, and the line where they begin. */
export function blocksOf(page) {
  const text = readFileSync(new URL(page, ROOT), 'utf8');
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ({ 1: language, 2: code, index }) => {
    const line = text.slice(0, index).split('\n').length + 1;
    return { page, language, code, line, name: `${page}:${line}` };
  });
}
