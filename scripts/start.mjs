// Serves the demo from the sources: `npm start`, PORT=9000 npm start.
import { startDevServer } from '@web/dev-server';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const asked = process.env.PORT ?? '8000';
const port = Number(asked);

const portProblem = () =>
  new Promise(resolve => {
    if (!/^\d+$/.test(asked) || port < 1 || port > 65535) return resolve('is not a port from 1 to 65535');
    const probe = createServer();
    probe.once('error', error => resolve(error.code === 'EADDRINUSE' ? 'is taken' : `can't be used (${error.code})`));
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });

const problem = await portProblem();
if (problem) {
  console.error(`Port ${asked} ${problem}. Choose another one: PORT=9000 npm start`);
  process.exit(1);
}

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** The classic scripts that the page for old pages loads, made from the sources when it asks for them. */
const CLASSIC = {
  '/dist/kf-elements.global.js': { entry: 'src/index.ts', globalName: 'KfElements' },
  '/dist/kf-simulator.global.js': { entry: 'src/simulator/index.ts', globalName: 'KfSimulator' },
};
const classicScripts = {
  name: 'classic-scripts',
  async serve({ path }) {
    const script = CLASSIC[path];
    if (!script) return undefined;
    const { outputFiles } = await build({
      absWorkingDir: rootDir,
      entryPoints: [script.entry],
      globalName: script.globalName,
      bundle: true,
      ignoreAnnotations: true, // package.json names what of dist/ has side effects; this is src/
      format: 'iife',
      target: 'es2017',
      charset: 'utf8',
      write: false,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** The package by its own name, as the demo imports it: the sources. A fresh clone has no `dist/`. */
const { compilerOptions } = JSON.parse(readFileSync(`${rootDir}tsconfig.json`, 'utf8'));
const ownSources = {
  name: 'own-sources',
  resolveImport: ({ source }) => compilerOptions.paths[source]?.[0].replace(/^\./, ''),
};

/** A page of the docs is read in the browser, not downloaded. */
const docs = {
  name: 'docs',
  resolveMimeType: ({ path }) => (path.endsWith('.md') ? 'text/plain; charset=utf-8' : undefined),
};

await startDevServer({
  config: {
    port,
    rootDir,
    nodeResolve: { exportConditions: ['browser', 'production'] },
    // Where people begin.
    middleware: [(context, next) => (context.path === '/' ? context.redirect('/demo/') : next())],
    plugins: [
      classicScripts,
      ownSources,
      docs,
      esbuildPlugin({ ts: true, json: true, tsconfig: `${rootDir}tsconfig.json`, target: 'es2021' }),
    ],
  },
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
});
console.log(`The demo is at http://localhost:${port}/demo/ (Ctrl+C ends it)`);
