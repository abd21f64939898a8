// Every block of code in README and docs: scripts type-check against the built package, HTML is what a browser and the elements can
// read, JSON is JSON, CSS names what there is. Those of docs/frameworks.md and docs/frameworks/ are type-checked, built and opened by
// test/frameworks/docs.frameworks.test.mjs, each with its framework.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import ts from 'typescript';
import { validate } from '../../dist/core/index.js';
import { blocksOf } from './code-blocks.mjs';
import { pagesIn, ROOT } from './pages.mjs';

const PAGES = ['README.md', 'demo/signing/README.md', 'demo/miniprogram/README.md', ...pagesIn('docs/')];
const blocks = PAGES.flatMap(blocksOf);
const inLanguage = (...languages) => blocks.filter(({ language }) => languages.includes(language));

/** Checked elsewhere: the test that does it. */
const OTHERS = {
  tsx: 'frameworks',
  vue: 'frameworks',
  svelte: 'frameworks',
  sh: 'shell-blocks',
  nginx: 'shell-blocks',
};

const parse = code => new JSDOM(code).window.document;

/** The blocks of a page share no names: each is a module. */
const asModule = code => `${code}\nexport {};\n`;

const SCRIPT = /(?<=<script(?: type="module")?>)[\s\S]*?(?=<\/script>)/g;

/** The scripts of some HTML, which share their names, each on the lines that it has there. */
function scriptsIn(html) {
  const lines = html.replace(/[^\n]/g, ' ').split('');
  for (const { 0: script, index } of html.matchAll(SCRIPT)) lines.splice(index, script.length, ...script.split(''));
  return lines.join('');
}

/** What stands for itself and is no program: objects, one a line or one in all, and shapes. */
function withoutBraces({ language, code }) {
  if (!code.startsWith('{')) return code;
  if (language === 'ts') return `export type Shape = ${code}`.replace(/^/, TYPES);
  return code.replace(/^\{.*\}$/gm, line => `((item: MenuItem | Issue) => item)(${line});`).replace(/^/, TYPES);
}
const TYPES = `import type { ChatMessage, Issue, MenuItem } from 'wecom-kf-elements'; `;

function scriptOf(block) {
  const { name, language, code } = block;
  // As TypeScript where it is a module: in a .js file TypeScript takes `composer.value = …` for the declaration of a property.
  if (language === 'html') return { name, text: asModule(scriptsIn(code)), kind: 'js' };
  return { name, text: asModule(withoutBraces(block)), kind: 'ts' };
}

/** Frameworks that are not installed here, or not in this version: test/frameworks builds the block. */
const isOfFramework = ({ code }) => /from '(vue|@angular\/core)'/.test(code);

describe('Scripts in the docs', () => {
  const scripts = inLanguage('js', 'ts', 'html')
    .filter(block => !isOfFramework(block))
    .map(scriptOf)
    .map((script, at) => ({ ...script, path: fileURLToPath(new URL(`docs-block-${at}.${script.kind}`, ROOT)) }));
  let problems;

  before(() => {
    const options = {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      noImplicitAny: false,
      strictBindCallApply: false,
      strictNullChecks: false, // the docs do not ask whether the page has its own elements
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node'],
    };
    const texts = new Map(scripts.map(({ path, text }) => [path, text]));
    const others = {
      'my-validator.ts': `export { validate } from 'wecom-kf-elements/core.js';`,
      'vite.d.ts': `declare module '@vitejs/plugin-vue';`,
    };
    for (const [file, text] of Object.entries(others)) texts.set(fileURLToPath(new URL(file, ROOT)), text);
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = path => texts.has(path) || fileExists(path);
    host.readFile = path => texts.get(path) ?? readFile(path);
    host.getSourceFile = (path, version, ...rest) =>
      texts.has(path) ? ts.createSourceFile(path, texts.get(path), version) : getSourceFile(path, version, ...rest);
    const around = fileURLToPath(new URL('fixtures/around-the-blocks.d.ts', import.meta.url));
    const program = ts.createProgram([around, ...texts.keys()], options, host);
    // Not of all that they import: the classic script would be checked as JavaScript, which takes longest.
    const files = [around, ...texts.keys()].map(path => program.getSourceFile(path));
    const found = files.flatMap(file => ts.getPreEmitDiagnostics(program, file));
    problems = found.map(({ file, start, messageText }) => ({
      path: file?.fileName,
      line: file?.getLineAndCharacterOfPosition(start).line ?? 0,
      words: ts.flattenDiagnosticMessageText(messageText, ' '),
    }));
  });

  /** A block that says that the compiler finds something. */
  const isExpected = ({ words }) => words.includes("is missing the following properties from type 'Words'");

  for (const { name, path } of scripts)
    it(`${name} type-checks`, () =>
      assert.deepEqual(
        problems
          .filter(problem => problem.path === path && !isExpected(problem))
          .map(({ line, words }) => `line ${line + 1} of the block: ${words}`),
        [],
      ));

  it('are wrong where docs/i18n.md says so', () => assert.equal(problems.filter(isExpected).length, 1));

  it('find what they need around them', () =>
    assert.deepEqual(
      problems.filter(({ path }) => path?.endsWith('around-the-blocks.d.ts')),
      [],
    ));
});

describe('HTML in the docs', () => {
  const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', ROOT), 'utf8'));
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const attributesOf = tag => elements.find(({ tagName }) => tagName === tag)?.attributes?.map(({ name }) => name);
  const COMMON = ['id', 'class', 'style', 'slot', 'lang', 'hidden'];

  for (const { name, code } of inLanguage('html')) {
    const ours = Array.from(parse(code).querySelectorAll('*')).filter(({ localName }) => localName.startsWith('kf-'));

    it(`${name} has our elements with attributes that they have`, () => {
      for (const { localName, attributes } of ours) {
        const known = attributesOf(localName);
        assert.ok(known, localName);
        for (const { name: attribute } of attributes)
          assert.ok([...COMMON, ...known].includes(attribute), `${localName} ${attribute}`);
      }
    });

    it(`${name} has menus that can be sent`, () => {
      for (const element of ours) {
        const child = element.querySelector('script[type="application/json"]')?.textContent;
        for (const menu of [element.getAttribute('value'), child].filter(Boolean))
          assert.ok(validate({ msgtype: 'msgmenu', msgmenu: JSON.parse(menu) }).ok, menu);
      }
    });

    it(`${name} loads our scripts from where they are`, () => {
      for (const { src } of parse(code).querySelectorAll('script[src*="kf-"], script[src*="global.js"]')) {
        const [file] = /(locales\/)?[^/]+$/.exec(src);
        assert.ok(readFileSync(new URL(`dist/${file}`, ROOT)).length, src);
      }
    });
  }
});

describe('Other blocks in the docs', () => {
  for (const { name, code } of inLanguage('json')) it(`${name} is JSON`, () => void JSON.parse(code));

  for (const { name, code } of inLanguage('css'))
    it(`${name} names custom properties and parts that there are`, () => {
      const theming = readFileSync(new URL('docs/theming.md', ROOT), 'utf8');
      const used = [...code.matchAll(/--kf-[\w-]+|::part\(([\w -]+)\)/g)].flatMap(
        ([all, parts]) => parts?.split(' ') ?? all,
      );
      assert.ok(used.length);
      for (const word of used) assert.ok(theming.includes(`| \`${word}\``) || theming.includes(`\`${word}\``), word);
    });

  it('are in a language of which this test knows what to do', () => {
    const known = ['js', 'ts', 'html', 'json', 'css', ...Object.keys(OTHERS)];
    assert.deepEqual(
      blocks.filter(({ language }) => !known.includes(language)).map(({ name }) => name),
      [],
    );
    assert.ok(blocks.length > 40);
  });
});
