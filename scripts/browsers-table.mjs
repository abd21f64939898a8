// `npm run docs:browsers`: writes what the last whole runs counted into the tables of docs/browsers.md, in both languages.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ENGINES, OLD_CHROMIUM } from '../test/engines/engines.mjs';

const ROOT = new URL('../', import.meta.url);
const PAGES = {
  en: { file: 'docs/browsers.md', head: ['engine', 'version', 'stands for', 'passed', 'failed', 'left out there'] },
  zh: { file: 'docs/zh-CN/browsers.md', head: ['内核', '版本', '代表的客户端', '通过', '失败', '不在此运行的'] },
};
/** What skipIn in a test says of an engine, in Chinese. */
const GAPS = {
  'its driver has no pen': '驱动没有手写笔',
  'its driver has no touch screen': '驱动没有触摸屏',
  'its driver has no clipboard': '驱动没有剪贴板',
  'its driver can not set prefers-reduced-motion': '驱动不能设置 prefers-reduced-motion',
  'its driver can not set prefers-color-scheme': '驱动不能设置 prefers-color-scheme',
  'its driver forces no colours': '驱动不能开启强制颜色模式',
  'it knows no forced colours': '不支持强制颜色模式',
  "its driver's finger scrolls nothing": '驱动的手指不能滚动页面',
  'FastClick does nothing there': 'FastClick 在那里不起作用',
  'it is a touch screen: these libraries do not listen to a mouse': '触摸屏上这些库不响应鼠标',
  'its window keeps its size': '窗口大小固定',
  'it is a touch screen: what opens is a sheet': '触摸屏上弹出的是底部面板',
  'its window is never narrower than 447 px': '窗口不能窄于 447 px',
  'Safari 16.0 has no Trusted Types': 'Safari 16.0 没有 Trusted Types',
  'it does not say how a placeholder looks': '读不到占位文字的样式',
  'its Ctrl+Z undoes nothing, in a plain input either': '在普通输入框里 Ctrl+Z 也不撤销',
  'it is a touch screen: no field gets the focus by itself': '触摸屏上输入框不会自动获得焦点',
  'Safari 16.0 does not say whether an input is a composition': 'Safari 16.0 的 input 事件不说明是否在组字',
  'Safari 16.0 has no ElementInternals': 'Safari 16.0 没有 ElementInternals（不能作为表单控件）',
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
  const gaps = Array.from(new Set(skipped.map(test => /\[(.+)\]$/.exec(test)?.[1] ?? test)));
  const leftOut = language === 'zh' ? gaps.map(gap => GAPS[gap] ?? gap).join('；') : gaps.join('; ');
  const row = [label, version, client[language], passed, failed, leftOut || '–'];
  return [`| ${row.join(' | ')} |`];
}

for (const [language, { file, head }] of Object.entries(PAGES)) {
  const page = new URL(file, ROOT);
  const rows = [...Object.entries(ENGINES), ...old].flatMap(engine => rowOf(engine, language));
  const table = [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n');
  const [before, rest] = readFileSync(page, 'utf8').split(START);
  writeFileSync(page, `${before}${START}\n\n${table}\n\n${END}${rest.split(END)[1]}`);
}
