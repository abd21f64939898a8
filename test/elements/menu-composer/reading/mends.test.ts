import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { byteLength, validate, type Issue } from '../../../../src/core/index.js';
import {
  issuesAt,
  mendOf,
  nextFreeId,
  type Notice,
} from '../../../../src/elements/menu-composer/reading/field-problems.js';
import { textOfBytes } from '../../../support/bytes.js';
import { APPIDS, IDS, PAGES, TEXTS, URLS, type Mended } from './mended.js';

const SEED = 20261128;
const IDS_BEFORE = ['7', '3', 'a'];

/** An item with this text in this field, behind one with the id 7. */
function itemWith(field: string, value: unknown): object {
  if (field === 'id') return { type: 'click', click: { id: value, content: '一' } };
  if (field === 'url') return { type: 'view', view: { url: value, content: '一' } };
  const miniprogram = { appid: 'wx1', page: 'a.html', content: '一', [field]: value };
  return { type: 'miniprogram', miniprogram };
}

/** What the composer would say at this field. */
function issuesOf(field: string, text: string): (Issue | Notice)[] {
  const list = [{ type: 'click', click: { id: '7', content: '零' } }, itemWith(field, text)];
  const { issues } = validate({ msgtype: 'msgmenu', msgmenu: { list } });
  const path = ['msgmenu', 'list', 1, Object.keys(list[1] ?? {})[1] ?? '', field];
  return issuesAt(
    field,
    text,
    path,
    issues.filter(issue => issue.path.join() === path.join()),
  );
}

const saidOf = ([issue]: (Issue | Notice)[]): Mended[1] =>
  !issue ? 'ok' : 'reason' in issue ? issue.reason : issue.severity;

const mendIn = (field: string, text: string) => {
  const [issue] = issuesOf(field, text);
  return issue ? mendOf(issue, field, text, { ids: IDS_BEFORE }) : null;
};

for (const [field, table] of [
  ['url', URLS],
  ['page', PAGES],
  ['appid', APPIDS],
  ['id', IDS],
  ['content', TEXTS],
] as const)
  describe(`the mend of ${field}`, () => {
    for (const [text, said, mend, kind] of table)
      it(`${JSON.stringify(text)}: ${said}${mend === null ? '' : `, ${mend}`}`, () => {
        expect(saidOf(issuesOf(field, text))).to.equal(said);
        const offered = mendIn(field, text);
        expect(offered && [offered.text, offered.kind]).to.deep.equal(mend === null ? null : [mend, kind]);
      });

    it('leaves nothing of the issue, and nothing more to mend, whatever was written', () => {
      const splinters = table.flatMap(([text]) => [text, ...text.split(/\b/)]);
      const texts = fc.oneof(
        fc
          .array(fc.constantFrom(...splinters, ' ', '/', '？', '#', 'https://', '{{a}}', '.html'), { maxLength: 5 })
          .map(parts => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      );
      fc.assert(
        fc.property(texts, text => {
          const offered = mendIn(field, text);
          if (!offered) return;
          expect(
            issuesOf(field, offered.text).map(({ code }) => code),
            `${text} → ${offered.text}`,
          ).not.to.include(issuesOf(field, text)[0]?.code);
          expect(mendIn(field, offered.text)).to.equal(null);
        }),
        { seed: SEED, numRuns: 1000 },
      );
    });
  });

describe('a notice', () => {
  it('has a code of the table, as a warning, and the path of its field', () => {
    expect(issuesOf('url', 'https://')).to.deep.equal([
      { code: 'url-scheme', severity: 'warning', path: ['msgmenu', 'list', 1, 'view', 'url'], reason: 'no-host' },
    ]);
  });

  it('is not there where something else is said already', () => {
    const long: Issue = { code: 'too-long', severity: 'error', path: [] };
    expect(issuesAt('url', 'https:// ', [], [long])).to.deep.equal([long]);
    expect(issuesAt('url', '', [], [])).to.deep.equal([]);
    expect(issuesAt('content', '', [], [])).to.deep.equal([]);
  });
});

describe('the mend of a text that is too long', () => {
  const tooLong = { code: 'too-long', severity: 'error', limit: 1024 } as const;

  it('cuts whole characters, and counts them as a person does', () => {
    const mend = mendOf(tooLong, 'head_content', `${textOfBytes(1020)}好👨‍👩‍👧e\u0301`);
    expect(mend).to.deep.equal({ kind: 'cut', text: `${textOfBytes(1020)}好`, count: 2 });
  });

  it('counts variables with their values, and splits none', () => {
    const values = new Map([['名字', 'x'.repeat(6)]]);
    expect(mendOf({ ...tooLong, limit: 10 }, 'content', '您{{名字}}好', { values })).to.deep.equal({
      kind: 'cut',
      text: '您{{名字}}',
      count: 1,
    });
    expect(mendOf({ ...tooLong, limit: 5 }, 'content', '您{{名字}}好', { values })?.text).to.equal('您');
  });

  it('is none where nothing would be left', () => {
    expect(mendOf({ ...tooLong, limit: 5 }, 'content', '👨‍👩‍👧')).to.equal(null);
  });

  it('is none for what is not read but followed: half an address is another one', () => {
    for (const field of ['url', 'page', 'appid', 'id'])
      expect(mendOf({ ...tooLong, limit: 5 }, field, 'https://x.cn'), field).to.equal(null);
  });

  it('fits, and is not cut again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 5 }), fc.integer({ min: 1, max: 12 }), (text, limit) => {
        const mend = mendOf({ ...tooLong, limit }, 'content', text);
        if (!mend) return;
        expect(byteLength(mend.text)).to.be.at.most(limit);
        expect(mendOf({ ...tooLong, limit }, 'content', mend.text)).to.equal(null);
      }),
      { seed: SEED },
    );
  });
});

describe('the mend of an id', () => {
  it('is the next one that nobody has', () => {
    expect(nextFreeId([])).to.equal('1');
    expect(nextFreeId(['7', '3', 'a'])).to.equal('8');
    expect(nextFreeId(['999999999999999', '1000000000000000'])).to.equal('1000000000000001');
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat().map(String), fc.string())), ids => !ids.includes(nextFreeId(ids))),
      { seed: SEED },
    );
  });
});

describe('there is no mend', () => {
  for (const code of [
    'required',
    'server-only-key',
    'missing-item-body',
    'unknown-item-type',
    'variable-missing',
  ] as const)
    it(`for ${code}`, () => expect(mendOf({ code, severity: 'error' }, 'content', 'a')).to.equal(null));
});
