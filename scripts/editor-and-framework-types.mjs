// From custom-elements.json: data for editors, and the types of the tags for JSX, Vue and Svelte. Part of `npm run build`.
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const PACKAGE = 'wecom-kf-elements';
const read = () => JSON.parse(readFileSync('custom-elements.json', 'utf8')); // each generator writes into what it gets

/** What the package's main entry exports: the names, and what is meant by those that are a choice of texts. */
function exported() {
  const entry = 'dist/index.d.ts';
  // Names and choices of texts are asked for: without the DOM's types, which take most of the time.
  const program = ts.createProgram([entry], { module: ts.ModuleKind.NodeNext, skipLibCheck: true, noLib: true });
  const checker = program.getTypeChecker();
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)));
  const target = symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  return new Map(symbols.map(symbol => [symbol.name, choices(checker.getDeclaredTypeOfSymbol(target(symbol)))]));
}

const choices = type =>
  type.isUnion() && type.types.every(each => each.isStringLiteral())
    ? type.types.map(({ value }) => `'${value}'`).join(' | ')
    : undefined;

const elements = read().modules.flatMap(({ declarations }) => declarations);
const settable = ({ members }) =>
  members.filter(({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly);
const typesIn = element =>
  [...settable(element), ...element.events].flatMap(({ type }) => type.text.match(/\b[A-Z]\w*/g) ?? []);
const own = exported();
const names = [...new Set(['MenuInput', ...elements.flatMap(element => [element.name, ...typesIn(element)])])]
  .filter(name => own.has(name))
  .sort();
const missing = elements.map(({ name }) => name).filter(name => !own.has(name));
if (missing.length) throw new Error(`the main entry does not export ${missing}`);

const write = async (file, text) =>
  writeFileSync(file, await format(text, { ...(await resolveConfig('package.json')), parser: 'typescript' }));

/** What a listener gets: the event, on this element. */
const eventType = ({ type }, element) => `${type.text} & { currentTarget: ${element.name} }`;

/** JSX: React 19 and 18, Preact, Solid. Which of them a page has is not known: what can't be found must not be an error. */
function jsx() {
  const manifest = read();
  for (const element of manifest.modules.flatMap(({ declarations }) => declarations))
    for (const event of element.events) event.type.text = eventType(event, element);
  manifest.modules[0].exports.push(...names.map(name => ({ kind: 'js', name, declaration: { name } })));
  const types = generateJsxTypes(manifest, {
    fileName: '',
    globalTypePath: PACKAGE,
    useCemTypes: true,
    includeDefaultDOMEvents: true,
  });
  return `// @ts-nocheck: it augments the JSX of frameworks that a page may not have
${withRefObjects(types)}
declare module 'solid-js/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements extends CustomElementsSolidJs {}
  }
}`;
}

/** The generator knows the refs of Solid, and functions; `useRef` of React and Preact gives an object. */
function withRefObjects(types) {
  const ref = '(T | ((e: T) => void))';
  if (types.split(ref).length !== 2) throw new Error('the generator writes the type of ref in another way');
  return types.replace(ref, `(T | ((e: T) => void) | { readonly current: T | null } | null)`);
}

const doc = text => (text ? `/** ${text.replace(/\s+/g, ' ')} */\n` : '');
const property = ({ name, type, description }) => `${doc(description)}'${name}'?: ${type.text} | undefined;`;
const imported = `import type { ${names.join(', ')} } from '${PACKAGE}';`;

/** `@kf-sent` in a template is the property `onKfSent`. */
const handler = ({ name }) => `on-${name}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Vue, as its documentation has it: https://vuejs.org/guide/extras/web-components.html#non-vue-web-components-and-typescript */
const vue = () => `import type { HTMLAttributes } from 'vue';
${imported}

/** An element as Vue's templates see it. $props is for their check only: the element has no such property. */
type Tag<Element extends HTMLElement, Props> = new () => Element & {
  $props: Omit<HTMLAttributes, 'onInput' | 'onChange'> & Props;
};

declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(
    element => `${doc(element.description)}'${element.tagName}': Tag<${element.name}, {
${settable(element).map(property).join('\n')}
${element.tagName === 'kf-menu-composer' ? '/** `v-model` */\nmodelValue?: MenuInput | undefined;' : ''}
${element.events.map(event => `${doc(event.description)}${handler(event)}?: ((event: ${eventType(event, element)}) => void) | undefined;`).join('\n')}
}>;`,
  )
  .join('\n')}
  }
}
`;

/** Svelte: https://svelte.dev/docs/svelte/typescript#Enhancing-built-in-DOM-types */
const svelte = () => `import type { HTMLAttributes } from 'svelte/elements';
${imported}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements
  .map(
    element => `${doc(element.description)}'${element.tagName}': Omit<HTMLAttributes<${element.name}>, 'oninput' | 'onchange'> & {
${settable(element).map(property).join('\n')}
${element.attributes
  .filter(({ name, fieldName }) => name !== fieldName)
  .map(property)
  .join('\n')}
${element.events
  .map(
    event =>
      `${doc(event.description)}'on${event.name}'?: ((event: ${eventType(event, element)}) => void) | null | undefined;`,
  )
  .join('\n')}
};`,
  )
  .join('\n')}
  }
}
`;

/** Editors offer the texts that an attribute takes: the manifest has the name of their type. What is no choice of texts is any text. */
function forEditors() {
  const manifest = read();
  for (const { attributes } of manifest.modules.flatMap(({ declarations }) => declarations))
    for (const { type } of attributes) {
      const text = type.text.replace(/\b[A-Z]\w*/g, name => own.get(name) ?? name);
      const isList = text.endsWith('[]');
      const hasNames = /[A-Z]/.test(text.replace(/'[^']*'/g, ''));
      type.text = isList || hasNames ? 'string' : text;
    }
  return manifest;
}

await write('jsx.d.ts', jsx());
await write('vue.d.ts', vue());
await write('svelte.d.ts', svelte());
generateVsCodeCustomElementData(forEditors(), { cssFileName: null, outdir: '.', hideLogs: true });
generateJetBrainsWebTypes(forEditors(), { packageJson: false, outdir: '.', hideLogs: true });
