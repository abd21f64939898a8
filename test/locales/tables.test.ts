import { expect } from '@open-wc/testing';
import '../../src/locales/en.js';
import '../../src/locales/zh-tw.js';
import { tables } from '../../src/locales/registry.js';
import { zhCN } from '../../src/locales/zh-cn.js';

const chinese: Record<string, string> = zhCN;
const keys = Object.keys(chinese).sort();

const placeholders = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
/** `{n, one: item, other: items}`, in their parts. */
const forms = (text = ''): { name: string; categories: string[] }[] =>
  Array.from(text.matchAll(/\{(\w+), ([^}]+)\}/g), ([, name = '', list = '']) => ({
    name,
    categories: list.split(', ').map(form => form.split(': ')[0] ?? ''),
  }));
const lines = (text = ''): number => text.split('|').length;

/** Those whose text `fits` not, with it. */
const misfits = (words: Record<string, string>, fits: (text: string, key: string) => boolean): string[] =>
  Object.entries(words).flatMap(([key, text]) => (fits(text, key) ? [] : `${key}: ${text}`));

/** The Han characters of Big5, in which Taiwan writes: its two levels, without what others added. */
function big5(): Set<string> {
  const pairs: number[] = [];
  for (const [from, to] of [
    [0xa440, 0xc67e],
    [0xc940, 0xf9d5],
  ] as const)
    for (let pair = from; pair <= to; pair++) {
      const trail = pair & 0xff;
      if ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) pairs.push(pair >> 8, trail);
    }
  return new Set(new TextDecoder('big5').decode(new Uint8Array(pairs)));
}

for (const lang of ['en', 'zh-tw'])
  describe(`the words of ${lang}`, () => {
    const words = tables[lang] ?? {};

    it('are all there, and none more', () => {
      expect(Object.keys(words).sort()).to.deep.equal(keys);
      expect(misfits(words, text => text.trim() !== '')).to.deep.equal([]);
    });

    it('say what is filled in, and nothing else', () => {
      const same = (text: string, key: string): boolean =>
        String(placeholders(text)) === String(placeholders(chinese[key]));
      expect(misfits(words, same)).to.deep.equal([]);
    });

    it('tell what happened from what to do, as zh-CN does', () => {
      expect(misfits(words, (text, key) => lines(text) === lines(chinese[key]))).to.deep.equal([]);
    });
  });

describe('English', () => {
  it('has one and many of what it counts, and a form for whatever else', () => {
    const fits = (text: string, key: string): boolean =>
      forms(text).every(
        ({ name, categories }) =>
          String(categories) === 'one,other' && placeholders(chinese[key]).includes(`{${name}}`),
      );
    expect(misfits(tables.en ?? {}, fits)).to.deep.equal([]);
    expect(Object.values(tables.en ?? {}).flatMap(forms).length).to.be.above(20);
  });

  it('has nothing Chinese left in it', () => {
    expect(misfits(tables.en ?? {}, text => !/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text))).to.deep.equal(
      [],
    );
  });

  it('has no quotes that a Chinese font makes wide', () => {
    expect(misfits(tables.en ?? {}, text => !/[‘’“”]/.test(text))).to.deep.equal([]);
  });
});

for (const [lang, words] of [
  ['zh-cn', chinese],
  ['zh-tw', tables['zh-tw'] ?? {}],
] as const)
  describe(`the words of ${lang}`, () => {
    it('have a blank between Han characters and Latin ones', () => {
      const touching = /\p{Script=Han}[A-Za-z\d]|[A-Za-z\d]\p{Script=Han}/u;
      expect(misfits(words, text => !touching.test(text))).to.deep.equal([]);
    });
  });

describe('Traditional Chinese', () => {
  const words = tables['zh-tw'] ?? {};

  it('has no character that only simplified Chinese has', () => {
    const known = big5();
    const fits = (text: string): boolean => (text.match(/\p{Script=Han}/gu) ?? []).every(char => known.has(char));
    expect(fits('发')).to.be.false;
    expect(misfits(words, fits)).to.deep.equal([]);
  });

  it('says it as Taiwan does', () => {
    const mainland =
      /模板|撤銷|發送|鏈接|程序(?!員)|字節|刷新|粘貼|保存|加載|搜索|窗口|變量|服務端|信息|默認|會話|連接/;
    expect(misfits(words, text => !mainland.test(text))).to.deep.equal([]);
  });
});
