import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const BANNER = `/*! wecom-kf-elements ${version} | MIT */`;

const onwarn = warning => {
  throw new Error(warning.message);
};
const inline = () => [
  nodeResolve({ exportConditions: ['browser', 'production'] }),
  // The last one has no literal of CSS; the plugin would warn of its unsafeCSS().
  minifyTemplateLiterals({ exclude: ['node_modules/**', 'dist/kf-elements.js', 'dist/elements/shared/look/theme.js'] }),
];

/** The main entry as one ES module, lit inside. What lit's browser build touches at once has a stand-in in Node: importing it there must not throw. */
const single = {
  input: 'dist/index.js',
  onwarn,
  plugins: [...inline(), terser({ format: { preamble: BANNER } })],
  output: {
    file: 'dist/kf-elements.js',
    format: 'es',
    intro: `const {
      HTMLElement = class {},
      customElements = { get() {}, define() {} },
      document = { createComment() {}, createTreeWalker() {} },
    } = globalThis;`,
  },
};

/**
 * A classic script, lowered to ES2017. It stops before anything else where there is no page, and when the page has loaded it already. The byte order
 * mark makes every page read it as UTF-8, whatever the page's own encoding is.
 */
const classic = (input, file, name) => ({
  input: `dist/${input}`,
  onwarn,
  plugins: [
    ...inline(),
    esbuild({ target: 'es2017', include: /\.js$/, charset: 'utf8', sourceMap: false }),
    // Engines compile a function in parentheses at once. Without them they read all of the script twice: first for where its end is.
    terser({ format: { preamble: `\uFEFF${BANNER}`, wrap_iife: true } }),
  ],
  output: {
    file: `dist/${file}`,
    format: 'iife',
    name,
    intro: `if (typeof window === 'undefined') return {};
    if (window.${name}) {
      console.warn('wecom-kf-elements: ' + window.${name}.version + ' is loaded, ${version} stays unused');
      return window.${name};
    }`,
    // Where a bundler imports the file, the script's own variable is the module's.
    outro: `window.${name} = exports;`,
  },
});

export default [
  single,
  // From the single module, not from its parts: esbuild puts its helpers into each module that it lowers.
  classic('kf-elements.js', 'kf-elements.global.js', 'KfElements'),
  classic('simulator/index.js', 'kf-simulator.global.js', 'KfSimulator'),
  classic('locales/en.js', 'locales/en.global.js', 'KfLocaleEn'),
  classic('locales/zh-tw.js', 'locales/zh-tw.global.js', 'KfLocaleZhTw'),
];
