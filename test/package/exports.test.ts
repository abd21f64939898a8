import { expect } from '@open-wc/testing';
import packageFile from '../../package.json' with { type: 'json' };
import { closeFrames, importInto, load, openFrame, type Frame } from '../support/frame.js';

const { version, exports: ways } = packageFile;
const TAGS = ['kf-bridge', 'kf-menu-composer', 'kf-product-card', 'kf-product-list'];
const SILENT = ['./elements.js', './core.js', './locales.js', './hosts.js', './simulator.js'];
const LANGUAGES = ['en', 'zh-tw'];

const pathOf = (file: string): string => file.replace(/^\.\//, '/');
const modules = Object.entries(ways).filter(([, file]) => /(?<!\.global)\.js$/.test(file));
const scripts = Object.entries(ways).filter(([, file]) => file.endsWith('.global.js'));

/** Which of our elements a page knows. */
const registered = ({ window }: Frame): string[] => TAGS.filter(tag => window.customElements.get(tag));

const globalOf = ({ window }: Frame, name: string) =>
  (window as unknown as Record<string, Record<string, unknown> | undefined>)[name] ?? {};

describe('the ways into the package', () => {
  afterEach(closeFrames);

  it('are those of the contract', () => {
    expect(Object.keys(ways)).to.include.members([
      '.',
      ...TAGS.map(tag => `./${tag}.js`),
      ...SILENT,
      './dist/kf-elements.js',
      './dist/kf-elements.global.js',
      './dist/kf-simulator.global.js',
      ...LANGUAGES.map(lang => `./locales/${lang}.js`),
      ...LANGUAGES.map(lang => `./dist/locales/${lang}.global.js`),
      './custom-elements.json',
    ]);
    expect(packageFile.unpkg).to.equal('./dist/kf-elements.global.js');
    expect(packageFile.jsdelivr).to.equal('./dist/kf-elements.global.js');
  });

  for (const [way, file] of modules)
    it(`${way} says its version`, async () => {
      expect(await importInto(await openFrame(), pathOf(file))).to.include({ version });
    });

  for (const [way, file] of scripts)
    it(`${way} says its version`, async () => {
      const frame = await openFrame();
      await load(frame, pathOf(file));
      const [, name = ''] = /([\w-]+)\.global/.exec(file) || [];
      const pascal = name
        .replace(/^(?!kf-)/, 'kf-locale-')
        .replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(globalOf(frame, pascal)).to.include({ version });
      expect(frame.errors).to.deep.equal([]);
    });

  for (const way of SILENT)
    it(`${way} registers nothing and leaves the page as it is`, async () => {
      const frame = await openFrame();
      await importInto(frame, pathOf(ways[way as './core.js']));
      expect(registered(frame)).to.deep.equal([]);
      expect('wx' in frame.window || 'WeixinJSBridge' in frame.window).to.be.false;
      expect(frame.document.body.childElementCount).to.equal(0);
    });

  for (const tag of TAGS)
    it(`./${tag}.js registers its own element alone`, async () => {
      const frame = await openFrame();
      await importInto(frame, pathOf(ways[`./${tag}.js` as './kf-bridge.js']));
      expect(registered(frame)).to.deep.equal([tag]);
    });

  for (const way of ['.', './dist/kf-elements.js'] as const)
    it(`${way} registers all four`, async () => {
      const frame = await openFrame();
      await importInto(frame, pathOf(ways[way]));
      expect(registered(frame)).to.deep.equal(TAGS);
    });

  it('lead to the same names: the main entry and the single file', async () => {
    const main = Object.keys(await importInto(await openFrame(), pathOf(ways['.']))).sort();
    const single = await importInto(await openFrame(), pathOf(ways['./dist/kf-elements.js']));
    const [core, hosts, locales, elements] = await Promise.all(
      (['./core.js', './hosts.js', './locales.js', './elements.js'] as const).map(async way =>
        Object.keys(await importInto(await openFrame(), pathOf(ways[way]))),
      ),
    );
    expect(main).to.deep.equal([...new Set([core, hosts, locales, elements].flat())].sort());
    expect(Object.keys(single).sort()).to.deep.equal(main);
  });

  it('lead to the same names: the main entry and the classic script', async () => {
    const main = Object.keys(await importInto(await openFrame(), pathOf(ways['.']))).sort();
    const page = await openFrame();
    await load(page, pathOf(ways['./dist/kf-elements.global.js']));
    expect(Object.keys(globalOf(page, 'KfElements')).sort()).to.deep.equal(main);
    expect(registered(page)).to.deep.equal(TAGS);
  });

  it('the classic script leaves one name in the page', async () => {
    const frame = await openFrame();
    const before = new Set(Object.getOwnPropertyNames(frame.window));
    await load(frame, pathOf(ways['./dist/kf-elements.global.js']));
    const added = Object.getOwnPropertyNames(frame.window).filter(name => !before.has(name));
    expect(added.filter(name => !/^lit|^reactiveElement/i.test(name))).to.deep.equal(['KfElements']);
  });
});
