import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';
import { leanLit } from './scripts/lean-lit.mjs';
import { privateNames } from './scripts/private-names.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const COMPRESS = { passes: 5, pure_getters: true, unsafe_arrows: true, keep_fargs: false };

/** Here `{ ...a }` copies plain data: what esbuild writes for it in ES2017 also minds getters, and is longer. */
const plainSpread = code =>
  code
    .replace(/^var __spreadValues = [^]*?^};$/m, 'var __spreadValues = Object.assign;')
    .replace(/^var __spreadProps = .*$/m, 'var __spreadProps = Object.assign;');

/**
 * Finishes a chunk, lit included: esbuild lowers it (its helpers stay in the chunk), terser makes it small. The byte
 * order mark makes every page read it as UTF-8, whatever the page's own encoding is.
 */
const finish = (target, module, wrap) => ({
  name: 'finish',
  async renderChunk(chunk) {
    const lowered = await transform(chunk, { target, charset: 'utf8', legalComments: 'none' });
    const { code } = await minify(wrap(plainSpread(lowered.code)), {
      module,
      ecma: Number(target.slice(2)),
      compress: { ...COMPRESS }, // terser writes into it
      mangle: { properties: { regex: new RegExp(`^(${privateNames('dist').join('|')})$`) } },
      format: { comments: /^!/, preamble: `\uFEFF/*! wecom-kf-elements ${version} | MIT */` },
    });
    return { code, map: null };
  },
});

/** Importing it in Node must not throw: what lit's browser build touches at once has a stand-in there. */
const NODE_STAND_INS = `const {
  HTMLElement = class {},
  customElements = { get() {}, define() {} },
  document = { createComment() {}, createTreeWalker() {} },
} = globalThis;`;

/** A classic script: everything in one closure. It stops before lit when the page has loaded it already. */
const classic = name =>
  finish('es2017', false, code => {
    const at = code.lastIndexOf('export {');
    const names = code
      .slice(at)
      .replace(/^export \{|\};?\s*$/g, '')
      .trim()
      .split(/,\s*/);
    const entries = names.map(pair => pair.split(' as ')).map(([inner, outer = inner]) => `${outer}:${inner}`);
    const warning = `"wecom-kf-elements: "+window.${name}.version+" is loaded, ${version} stays unused"`;
    return `typeof window=="undefined"||(function(){if(window.${name})return console.warn(${warning});${code.slice(0, at)};window.${name}={${entries}}})()`;
  });

const onwarn = warning => {
  throw new Error(warning.message);
};
const plugins = [
  nodeResolve({ exportConditions: ['browser', 'production'] }),
  minifyTemplateLiterals({ exclude: ['node_modules/**', '**/tokens.js'] }),
];
const bundle = (input, file, plugin, ...more) => ({
  input: `dist/${input}`,
  onwarn,
  plugins: [...plugins, ...more],
  output: { file: `dist/${file}`, format: 'es', plugins: [plugin] },
});

export default [
  bundle(
    'index.js',
    'kf-elements.js',
    finish('es2021', true, code => NODE_STAND_INS + code),
  ),
  bundle('global.js', 'kf-elements.global.js', classic('KfElements'), leanLit()),
  bundle('index.js', 'kf-elements.full.global.js', classic('KfElements')),
  bundle('core/index.js', 'kf-core.global.js', classic('KfCore')),
  bundle('kf-product-list.js', 'kf-product-list.global.js', classic('KfProductList')),
  bundle('simulator/index.js', 'kf-simulator.global.js', classic('KfSimulator')),
  bundle('locales/en.js', 'locales/en.global.js', classic('KfLocaleEn')),
  bundle('locales/zh-tw.js', 'locales/zh-tw.global.js', classic('KfLocaleZhTw')),
];
