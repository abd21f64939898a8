import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = new URL('../../', import.meta.url);

export const exists = path => {
  try {
    readFileSync(new URL(path, ROOT));
    return true;
  } catch (error) {
    // A folder is a good place to link to.
    return error.code === 'EISDIR';
  }
};

/** The Markdown files of `docs/` or `docs/zh-CN/` and of the folders in it, as paths from the repository's root: those of one language. */
export const pagesIn = folder =>
  readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.md') && !name.startsWith('zh-CN/'))
    .sort()
    .map(name => `${folder}${name}`);

/** An anchor as GitHub makes it of a heading. */
const anchorOf = heading =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** Takes the words out of code that may be in another language: comments, and texts in Chinese. */
const withoutComments = code =>
  code
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)(\/\/|#) .*$/gm, '')
    .replace(/[ \t]+$/gm, '');

/** The names in `code` of a line, each once. Their order depends on the sentence, and so on the language. */
const codeIn = line => [...new Set(line.match(/`[^`]+`/g))].sort();

/** The numbers of a line outside of its code: limits, versions, statuses. */
const numbersIn = line => [...new Set(line.replace(/`[^`]*`/g, '').match(/\d+(?:\.\d+)*/g))].sort();

/**
 * What a page has, apart from its words: the levels of its headings, the cells, names and numbers of each row of each table, the blocks of
 * code without comments, the items of its lists, and where its links lead.
 */
export const readPage = path => {
  const text = readFileSync(new URL(path, ROOT), 'utf8');
  const page = { path, headings: [], anchors: [], tables: [], blocks: [], items: 0, links: [] };
  let block; // lines of code
  let table; // rows of a table
  for (const line of text.split('\n')) {
    if (/^\s*```/.test(line)) {
      if (block) page.blocks.push(withoutComments(block.join('\n')));
      block = block ? undefined : [line.trim()];
      continue;
    }
    if (block) {
      block.push(line);
      continue;
    }
    const isRow = line.startsWith('|');
    if (isRow && !table) page.tables.push((table = []));
    if (!isRow) table = undefined;
    table?.push({
      cells: line.replaceAll('\\|', '').split('|').length - 2,
      code: codeIn(line),
      numbers: numbersIn(line),
    });
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading) {
      page.headings.push(heading[1].length);
      page.anchors.push(anchorOf(heading[2]));
    }
    if (/^\s*([-*]|\d+\.) /.test(line)) page.items++;
    for (const [, target] of line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)) page.links.push(target);
  }
  return page;
};
