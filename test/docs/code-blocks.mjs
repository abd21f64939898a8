import { readFileSync } from 'node:fs';
import { ROOT } from './pages.mjs';

/** The fenced blocks of a page: their language, their text, the line where they begin, and the second-level heading above. */
export function blocksOf(page) {
  const text = readFileSync(new URL(page, ROOT), 'utf8');
  return Array.from(
    text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm),
    ({ 1: indent, 2: language, 3: lines, index }) => {
      const code = lines.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
      const line = text.slice(0, index).split('\n').length + 1;
      const heading = text
        .slice(0, index)
        .match(/^## .*$/gm)
        ?.at(-1)
        .slice(3);
      return { page, language, code, line, heading, name: `${page}:${line}` };
    },
  );
}
