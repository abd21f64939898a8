import { readFile } from '@web/test-runner-commands';
import * as core from '../../src/core/index.js';
import { Timers } from './timers.js';

const FILES = [
  'pages/panel/index.js',
  ...['address', 'base64url', 'checks', 'index', 'preview', 'qy'].map(name => `pages/kf-relay/${name}.js`),
];

/** What a mini program's script does not have, or not on every client. */
const MISSING = ['window', 'document', 'atob', 'btoa', 'TextEncoder', 'TextDecoder', 'globalThis', 'self'];

type Method = (this: MiniPage, ...given: unknown[]) => unknown;
export interface MiniPage extends Record<string, unknown> {
  data: Record<string, unknown>;
  setData(changes: object): void;
}

const texts = new Map<string, string>();

/** One of the mini program's own files, as it is in the repository. */
export async function source(path: string): Promise<string> {
  const text = texts.get(path) ?? (await readFile({ path: `../../demo/miniprogram/${path}` })) ?? '';
  texts.set(path, text);
  return text;
}

/** The mini program of `demo/`: its own files, run in the place of the client's script engine. */
export class MiniProgram {
  /** The pages that are open, the last one on top. */
  readonly stack: MiniPage[] = [];
  readonly timers = new Timers();
  /** How often the client percent-decodes a page's parameters; platforms disagree. */
  decodes = 1;
  private readonly modules = new Map<string, unknown>();
  private readonly defined = new Map<string, MiniPage>();

  private constructor(
    private readonly files: Map<string, string>,
    private readonly wx: Record<string, unknown>,
    private readonly showInWebView: (src: string) => void,
  ) {}

  /** Reads its files; `h5` is the address of the H5 page. */
  static async load(wx: object, h5: string, showInWebView: (src: string) => void): Promise<MiniProgram> {
    const files = await Promise.all(FILES.map(async path => [path, await source(path)] as const));
    const configured = files.map(([path, text]) => [path, text.replace('https://kf.example.com/panel/', h5)] as const);
    return new MiniProgram(new Map(configured), { ...wx }, showInWebView);
  }

  get top(): MiniPage {
    return this.stack[this.stack.length - 1] as MiniPage;
  }

  /** Opens a page on top: `/pages/a/index?b=c`. Throws where there is no such page. */
  navigateTo(url: string): MiniPage {
    const [path = '', query = ''] = url.split('?');
    const definition = this.definition(`${path.replace(/^\//, '')}.js`);
    const { showInWebView } = this;
    const page: MiniPage = {
      ...definition,
      data: structuredClone(definition.data),
      setData(changes) {
        const { src } = this.data;
        Object.assign(this.data, structuredClone(changes));
        if (this.data.src !== src) showInWebView(String(this.data.src)); // the same address again changes nothing
      },
    };
    this.stack.push(page);
    this.call(page, 'onLoad', Object.fromEntries(query.split('&').map(pair => this.parameter(pair))));
    return page;
  }

  /** A press on one of the page's buttons, or on the client's own back. */
  tap(name: 'send' | 'cancel' | 'leave'): void {
    this.call(this.top, name);
  }

  back(): void {
    const page = this.stack.pop();
    if (page) this.call(page, 'onUnload');
  }

  /** What one of its files exports. */
  require(path: string): unknown {
    if (path.endsWith('/kf-core.js')) return core;
    if (this.modules.has(path)) return this.modules.get(path);
    const text = this.files.get(path);
    if (text === undefined) throw new Error(`the mini program has no ${path}`);
    const module = { exports: {} };
    const realm: Record<string, unknown> = {
      module,
      require: (other: string) => this.require(new URL(other, `http://x/${path}`).pathname.slice(1)),
      Page: (definition: MiniPage) => void this.defined.set(path, definition),
      getCurrentPages: () => [...this.stack],
      wx: this.wx,
      setTimeout: this.timers.setTimeout,
      clearTimeout: this.timers.clearTimeout,
    };
    for (const name of MISSING) realm[name] = undefined;
    new Function(...Object.keys(realm), `'use strict';${text}`)(...Object.values(realm));
    this.modules.set(path, module.exports);
    return module.exports;
  }

  private call(page: MiniPage, name: string, ...given: unknown[]): void {
    const method = page[name] as Method | undefined;
    if (method) void method.apply(page, given);
  }

  /** Mini programs cut a value at its first `=`. */
  private parameter(pair: string): [string, string] {
    const [name = '', value = ''] = pair.split('=');
    let decoded = value;
    for (let time = 0; time < this.decodes; time++) decoded = decodeURIComponent(decoded);
    return [name, decoded];
  }

  private definition(path: string): MiniPage {
    if (!this.defined.has(path)) this.require(path);
    return this.defined.get(path) as MiniPage;
  }
}
