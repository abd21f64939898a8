import { build } from 'esbuild';
import { JSDOM } from 'jsdom';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const DEMO = fileURLToPath(new URL('../../demo/miniprogram/', import.meta.url));
const CORE = fileURLToPath(new URL('../../src/core/index.ts', import.meta.url));
const BESIDES = `
  export { simulateWeCom } from './src/simulator/index.ts';
  export { readReply } from './src/hosts/index.ts';
  export { pack, unpack } from './src/hosts/relay.ts';`;

/** The simulator of the platform renders into a page's globals, and reads them as it loads. */
const { window } = new JSDOM('<!doctype html>', { url: 'https://mini.program/', pretendToBeVisual: true });
for (const name of ['window', 'document', 'navigator', 'location', 'matchMedia', 'Event', 'CustomEvent'])
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] });
window.matchMedia = globalThis.matchMedia = () => ({ matches: false });
const simulate = require('miniprogram-simulate');

/** The program as its README makes it: a copy with the file that checks messages. */
const program = mkdtempSync(join(tmpdir(), 'kf-miniprogram-'));
process.on('exit', () => rmSync(program, { recursive: true, force: true }));
cpSync(DEMO, program, { recursive: true });
const common = { bundle: true, format: 'cjs', target: 'es2017', logLevel: 'error' };
await build({ ...common, entryPoints: [CORE], outfile: join(program, 'pages/kf-relay/kf-core.js') });
const besides = join(program, 'besides.cjs');
const resolveDir = fileURLToPath(new URL('../../', import.meta.url));
await build({ ...common, stdin: { contents: BESIDES, resolveDir, loader: 'ts' }, outfile: besides });

/** The simulated WeCom client, and what the H5 page has to pack and read. */
export const { pack, readReply, simulateWeCom, unpack } = require(besides);

/** A page is a component whose methods are the page's functions. Source: `Component`, 使用 Component 构造器构造页面. */
globalThis.Page = ({ data, ...methods }) => globalThis.Component({ data, methods });

const files = new Map();
/** The pages that are open, the last one on top. */
export const stack = [];
globalThis.getCurrentPages = () => stack.map(({ instance }) => instance);

/** Opens a page on top: its markup, styles and script, as the platform's own compiler and renderer make them. */
export function open(path, query = {}) {
  const file = join(program, path);
  if (!files.has(path)) files.set(path, simulate.load(file, { rootPath: program }));
  const page = simulate.render(files.get(path));
  const view = document.createElement('div');
  document.body.append(view);
  page.attach(view);
  stack.push(page);
  page.instance.onLoad?.(query);
  return page;
}

/** The client's own way back. */
export function back() {
  const page = stack.pop();
  page.instance.onUnload?.();
  page.detach();
}

/** Closes what is open, without a word to the pages. */
export function closeAll() {
  for (const page of stack.splice(0)) page.detach();
  document.body.textContent = '';
}

export const top = () => stack[stack.length - 1];
/** What a person reads on the page in front. */
export const textOf = (page = top()) => page.dom.textContent;
export const buttons = () => [...top().dom.querySelectorAll('wx-button')].map(({ textContent }) => textContent);

/** A finger on a button of the page in front. */
export function tap(words) {
  const button = [...top().dom.querySelectorAll('wx-button')].find(({ textContent }) => textContent === words);
  if (!button) throw new Error(`no button ${words}: ${buttons().join(', ') || 'none'}`);
  const touch = { identifier: 0, target: button, pageX: 5, pageY: 5, clientX: 5, clientY: 5 };
  for (const [type, touches] of [
    ['touchstart', [touch]],
    ['touchend', []],
  ]) {
    const event = new window.Event(type, { bubbles: true, cancelable: true });
    button.dispatchEvent(Object.assign(event, { touches, changedTouches: [touch] }));
  }
}

/** Waits, some turns of the event loop long, until `isTrue` is. */
export async function eventually(what, isTrue) {
  for (let turn = 0; turn < 2000; turn++) {
    if (isTrue()) return;
    await new Promise(resolve => setImmediate(resolve));
  }
  throw new Error(`never: ${what}; the page says ${textOf()}`);
}
