// `npm run docs:browsers`: writes what the last whole runs counted into the tables of docs/browsers.md, in both languages.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ENGINES, OLD_CHROMIUM } from '../test/engines/engines.mjs';

const ROOT = new URL('../', import.meta.url);
const PAGES = {
  en: { file: 'docs/browsers.md', head: ['engine', 'version', 'stands for', 'passed', 'failed', 'left out there'] },
  zh: { file: 'docs/zh-CN/browsers.md', head: ['内核', '版本', '代表的客户端', '通过', '失败', '不在此运行的'] },
};
const [START, END] = ['<!-- runs -->', '<!-- /runs -->'];

const old = Object.entries(OLD_CHROMIUM).map(([major, { client }]) => [
  `chromium-${major}`,
  { label: 'Chromium', client },
]);

function rowOf([name, { label, client }], language) {
  const results = new URL(`node_modules/.cache/engines/${name}.json`, ROOT);
  if (!existsSync(results)) return [];
  const { version = '–', passed, failed, skipped } = JSON.parse(readFileSync(results, 'utf8'));
  const gaps = new Set(skipped.map(test => /\[(.+)\]$/.exec(test)?.[1] ?? test));
  const row = [label, version, client[language], passed, failed, Array.from(gaps).join('; ') || '–'];
  return [`| ${row.join(' | ')} |`];
}

for (const [language, { file, head }] of Object.entries(PAGES)) {
  const page = new URL(file, ROOT);
  const rows = [...Object.entries(ENGINES), ...old].flatMap(engine => rowOf(engine, language));
  const table = [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n');
  const [before, rest] = readFileSync(page, 'utf8').split(START);
  writeFileSync(page, `${before}${START}\n\n${table}\n\n${END}${rest.split(END)[1]}`);
}
