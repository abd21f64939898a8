// What surrounds the code of docs/frameworks/ in an app of each framework: what the framework's own starter has.
import { svelte } from '../../demo/frameworks/node_modules/@sveltejs/vite-plugin-svelte/src/index.js';
import vue2 from '../../demo/frameworks/node_modules/@vitejs/plugin-vue2/dist/index.mjs';
import compilerOfVue2 from '../../demo/frameworks/node_modules/vue2/compiler-sfc/index.js';
import solid from '../../demo/frameworks/node_modules/vite-plugin-solid/dist/esm/index.mjs';

const jsx = source => ({ jsx: 'react-jsx', jsxImportSource: source });

/**
 * A setup for each framework:
 * `page`, `heading`: where its code stands; the heading is the framework's name where nothing else is said.
 * `packages`: what is installed there; `a=b`: it is `b` in demo/frameworks.
 * `panel`: the file that has the heading's block in this language; `files`: the same for its other blocks.
 * `checker`, `compilerOptions`: what checks the panel's types.
 * `main`: the file that starts the app; the block with the simulator stands above it.
 * `vite`: what Vite needs to know.
 */
export const SETUPS = {
  'React 19': {
    page: 'docs/frameworks/react.md',
    packages: ['react', 'react-dom', '@types/react'],
    panel: { file: 'Panel.tsx', language: 'tsx' },
    checker: 'tsc',
    compilerOptions: jsx('react'),
    main: `
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { Panel } from './Panel';
      createRoot(document.querySelector('#app')).render(createElement(Panel));`,
    vite: { esbuild: { jsx: 'automatic' } },
  },
  'React 18': {
    page: 'docs/frameworks/react.md',
    packages: ['react=react18', 'react-dom=react-dom18', '@types/react=types-react18', '@lit/react'],
    panel: { file: 'Panel.tsx', language: 'tsx' },
    checker: 'tsc',
    // @lit/react is to find these types, not those of React 19 beside it in demo/frameworks.
    compilerOptions: { ...jsx('react'), esModuleInterop: true, paths: { react: ['./node_modules/@types/react'] } },
    main: `
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { Panel } from './Panel';
      createRoot(document.querySelector('#app')).render(createElement(Panel));`,
    vite: { esbuild: { jsx: 'automatic' }, resolve: { dedupe: ['react'] } },
  },
  'Vue 3': {
    page: 'docs/frameworks/vue.md',
    packages: ['vue', '@vitejs/plugin-vue'],
    panel: { file: 'Panel.vue', language: 'vue' },
    files: { 'vite.config.js': 'js' },
    checker: 'vue-tsc',
    main: `
      import { createApp } from 'vue';
      import Panel from './Panel.vue';
      createApp(Panel).mount('#app');`,
  },
  'Vue 2': {
    page: 'docs/frameworks/vue.md',
    packages: ['vue=vue2'],
    panel: { file: 'Panel.vue', language: 'vue' },
    files: { 'vue-settings.js': 'js' },
    main: `
      import Vue from 'vue';
      import './vue-settings.js';
      import Panel from './Panel.vue';
      new Vue({ render: h => h(Panel) }).$mount('#app');`,
    vite: { plugins: [vue2({ compiler: compilerOfVue2 })] },
  },
  'Svelte 5': {
    page: 'docs/frameworks/svelte.md',
    heading: 'The component',
    packages: ['svelte'],
    panel: { file: 'Panel.svelte', language: 'svelte' },
    checker: 'svelte-check',
    main: `
      import { mount } from 'svelte';
      import Panel from './Panel.svelte';
      mount(Panel, { target: document.querySelector('#app') });`,
    vite: { plugins: [svelte({ configFile: false })] },
  },
  Angular: {
    page: 'docs/frameworks/angular.md',
    heading: 'The component',
    packages: ['@angular/core', '@angular/common', '@angular/compiler', '@angular/platform-browser', 'rxjs'],
    panel: { file: 'panel.ts', language: 'ts' },
    checker: 'ngc',
    compilerOptions: { experimentalDecorators: true },
    main: `
      import '@angular/compiler';
      import { provideZonelessChangeDetection } from '@angular/core';
      import { bootstrapApplication } from '@angular/platform-browser';
      import { Panel } from './panel.js';
      document.querySelector('#app').append(document.createElement('app-panel'));
      bootstrapApplication(Panel, { providers: [provideZonelessChangeDetection()] });`,
  },
  Solid: {
    page: 'docs/frameworks/solid.md',
    heading: 'The component',
    packages: ['solid-js'],
    panel: { file: 'Panel.tsx', language: 'tsx' },
    checker: 'tsc',
    compilerOptions: { jsx: 'preserve', jsxImportSource: 'solid-js' },
    main: `
      import { createComponent, render } from 'solid-js/web';
      import { Panel } from './Panel';
      render(() => createComponent(Panel, {}), document.querySelector('#app'));`,
    vite: { plugins: [solid()] },
  },
  Preact: {
    page: 'docs/frameworks/preact.md',
    heading: 'The component',
    packages: ['preact'],
    panel: { file: 'Panel.tsx', language: 'tsx' },
    checker: 'tsc',
    compilerOptions: jsx('preact'),
    main: `
      import { h, render } from 'preact';
      import { Panel } from './Panel';
      render(h(Panel), document.querySelector('#app'));`,
    vite: { esbuild: { jsx: 'automatic', jsxImportSource: 'preact' } },
  },
};
