/**
 * The tests once more, on what is published: import maps put the single files in the place of the modules of `src/` that they
 * have whole. What they don't have (what only tests reach for) comes from `src/` still.
 */
const MAIN = [
  'index.ts',
  'elements.ts',
  'core/index.ts',
  'hosts/index.ts',
  'locales/index.ts',
  'events/kf-send.ts',
  'kf-bridge.ts',
  'kf-menu-composer.ts',
  'kf-product-card.ts',
  'kf-product-list.ts',
];
const SIMULATOR = ['simulator/index.ts'];

const inPlaceOf = (modules, address) => Object.fromEntries(modules.map(module => [`/src/${module}`, address]));

/** The page of a test file: scripts first, then the runner, whose imports are mapped where a test does them. */
const page =
  (imports, scripts = []) =>
  runner => `<!doctype html>
<html>
  <head>
    <script type="importmap">${JSON.stringify({ scopes: { '/test/': imports } })}</script>
    ${scripts.map(script => `<script src="${script}"></script>`).join('')}
  </head>
  <body>
    <script type="module" src="${runner}"></script>
  </body>
</html>`;

const module = page(inPlaceOf(MAIN, '/dist/kf-elements.js'));
const global = page(
  {
    ...inPlaceOf(MAIN, '/global/KfElements.js'),
    ...inPlaceOf(SIMULATOR, '/global/KfSimulator.js'),
    '/src/locales/en.ts': '/dist/locales/en.global.js',
    '/src/locales/zh-tw.ts': '/dist/locales/zh-tw.global.js',
  },
  ['/dist/kf-simulator.global.js', '/dist/kf-elements.global.js'],
);

/** Groups for the runner: these test files on each of the single files. */
export const onBuiltFiles = files => [
  { name: 'module', files, testRunnerHtml: module },
  { name: 'global', files, testRunnerHtml: global },
];

const ENTRIES = { KfElements: '../../dist/index.js', KfSimulator: '../../dist/simulator/index.js' };

/** What a classic script leaves in the page, as a module with the same names. */
export const globals = {
  name: 'globals',
  async serve({ path }) {
    const [, name] = /^\/global\/(\w+)\.js$/.exec(path) ?? [];
    if (!name) return undefined;
    const names = Object.keys(await import(ENTRIES[name]));
    return { body: `export const { ${names.join(', ')} } = window.${name};`, type: 'js' };
  },
};
