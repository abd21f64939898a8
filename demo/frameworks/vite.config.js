import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import solid from 'vite-plugin-solid';

const isOurs = tag => tag.startsWith('kf-');

/** What an app of each framework needs in its own vite.config.js to know our tags; the aliases are this folder's own affair. */
const SETUPS = {
  'react-19': { esbuild: { jsx: 'automatic' } },
  'react-18': { esbuild: { jsx: 'automatic' }, resolve: { alias: { 'react-dom': 'react-dom18', react: 'react18' } } },
  preact: { esbuild: { jsx: 'automatic', jsxImportSource: 'preact' } },
  solid: { plugins: [solid()] },
  'vue-3': { plugins: [vue({ template: { compilerOptions: { isCustomElement: isOurs } } })] },
  'vue-2': { resolve: { alias: { vue: 'vue2/dist/vue.esm.js' } } },
  'svelte-5': { plugins: [svelte({ configFile: false })] },
  angular: {},
};

export const APPS = Object.keys(SETUPS);

/** The configuration of one app: `npm start react-19` serves it. */
export const setupOf = app => ({
  root: new URL(app, import.meta.url).pathname,
  configFile: false,
  base: './',
  logLevel: 'warn',
  build: { outDir: 'dist', emptyOutDir: true, minify: false, target: 'es2022', chunkSizeWarningLimit: 5000 },
  ...SETUPS[app],
});

/** `npm start` says at which address. */
export default () => ({ ...setupOf(process.argv.at(-1)), logLevel: 'info' });
