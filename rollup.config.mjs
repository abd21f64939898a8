import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** Lowers and minifies the finished chunk, lit included. */
const finish = (options, wrap = code => code) => ({
  name: 'finish',
  async renderChunk(code) {
    const done = await transform(code, { minify: true, legalComments: 'none', sourcemap: true, ...options });
    return { code: wrap(done.code), map: done.map };
  },
});

/**
 * A classic script. It stops before lit when the page has loaded it already. All stands on one line in front of the code, so that
 * the source map only shifts by columns of the first line.
 */
const classic = name =>
  finish({ target: 'es2017', format: 'iife', globalName: name }, code =>
    [
      `/*! wecom-kf-elements ${version} | MIT */(function(){if(window.${name}){`,
      `console.warn("wecom-kf-elements: "+window.${name}.version+" is loaded, ${version} stays unused");return}`,
      `${code.trim()}window.${name}=${name}})();\n`,
    ].join(''),
  );

const onwarn = warning => {
  throw new Error(warning.message);
};
const plugins = [nodeResolve({ exportConditions: ['browser', 'production'] })];
const bundle = (input, file, plugin) => ({
  input: `dist/${input}`,
  onwarn,
  plugins,
  output: { file: `dist/${file}`, format: 'es', sourcemap: true, plugins: [plugin] },
});

export default [
  bundle('index.js', 'kf-elements.js', finish({ target: 'es2021', format: 'esm' })),
  bundle('index.js', 'kf-elements.global.js', classic('KfElements')),
  bundle('simulator/index.js', 'kf-simulator.global.js', classic('KfSimulator')),
];
