import { expect } from '@open-wc/testing';
import { SPEC, type Field, type Fields } from '../../src/core/spec.js';
import { validate, type ChatMessage } from '../../src/core/index.js';
import { bytesOf, textOfBytes } from '../support/bytes.js';
import { click, menu, page, VALID, view } from '../support/messages.js';

type Path = (string | number)[];
interface Row {
  path: Path;
  field: Field;
  message: () => ChatMessage;
}

const ITEMS: Record<string, () => ChatMessage> = {
  click: () => menu(click('满意', '101')),
  view: () => menu(view()),
  miniprogram: () => menu(page()),
};

/** Every row of the platform's table, with a valid message in which it stands. */
function rows(fields: Fields, path: Path = [], message: () => ChatMessage = VALID.text): Row[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const examples: Record<string, () => ChatMessage> = path.length > 0 ? ITEMS : VALID;
    const own = (field.when !== undefined && examples[field.when]) || message;
    const here = [...path, key];
    const inside = field.type === 'list' ? [...here, 0] : here;
    return [{ path: here, field, message: own }, ...rows(field.fields ?? {}, inside, own)];
  });
}

/** What a text must begin or end with so that no other rule objects. */
const AROUND: Partial<Record<NonNullable<Field['rule']>, [string, string]>> = {
  page: ['', '.html'],
  link: ['https://', ''],
  image: ['https://', ''],
};

const ALPHABETS = [['a'], ['汉'], ['😀'], ['é'], ['a', 'é', '汉', '😀']];

/** Valid texts of exactly so many bytes, in several scripts. */
const texts = ({ rule }: Field, bytes: number): string[] =>
  ALPHABETS.map(alphabet => {
    const [before, after] = (rule && AROUND[rule]) ?? ['', ''];
    const room = bytes - bytesOf(before + after);
    return room < 0 ? textOfBytes(bytes, alphabet) : before + textOfBytes(room, alphabet) + after;
  });

const put = ({ message, path }: Row, value: string): unknown => {
  const changed = message();
  const parent = path
    .slice(0, -1)
    .reduce((place: unknown, key) => (place as Record<string | number, unknown>)[key], changed);
  (parent as Record<string | number, unknown>)[path[path.length - 1] as string] = value;
  return changed;
};

const errors = (message: unknown): object[] => validate(message).issues.filter(({ severity }) => severity === 'error');

/** Free text: what names a body, and prices, have tests of their own. */
const isText = ({ field, path }: Row): boolean =>
  field.type === 'string' && field.rule !== 'price' && !/type$/.test(String(path[path.length - 1]));

for (const row of rows(SPEC).filter(isText)) {
  const { path, field } = row;
  const { min, max } = field;

  describe(`a limit: ${path.join('.')}`, () => {
    if (min !== undefined) {
      it(`takes ${min} byte`, () => {
        for (const text of texts(field, min)) expect(errors(put(row, text)), text).to.deep.equal([]);
      });

      it(`calls ${min - 1} bytes too short`, () => {
        const issue = { code: 'too-short', severity: 'error', path, limit: min, actual: min - 1 };
        for (const text of texts(field, min - 1)) expect(errors(put(row, text))).to.deep.equal([issue]);
      });
    }

    if (max !== undefined) {
      for (const bytes of [max - 1, max])
        it(`takes ${bytes} bytes in any script`, () => {
          for (const text of texts(field, bytes)) {
            expect(bytesOf(text)).to.equal(bytes);
            expect(errors(put(row, text)), text).to.deep.equal([]);
          }
        });

      it(`calls ${max + 1} bytes too long in any script`, () => {
        const issue = { code: 'too-long', severity: 'error', path, limit: max, actual: max + 1 };
        for (const text of texts(field, max + 1)) expect(errors(put(row, text)), text).to.deep.equal([issue]);
      });
    }

    if (max === undefined)
      it('has no documented end: 100,000 bytes pass', () => {
        for (const text of texts(field, 100_000)) expect(errors(put(row, text))).to.deep.equal([]);
      });
  });
}

describe('a limit: blanks', () => {
  it('count, because text is never trimmed', () => {
    const [issue] = errors(menu(click(' '.repeat(129))));
    expect(issue).to.include({ code: 'too-long', actual: 129 });
  });

  it('are a text of their own', () => {
    expect(errors(menu(click(' ')))).to.deep.equal([]);
  });
});

describe('a limit: how many items', () => {
  const items = (count: number): ChatMessage => menu(...Array.from({ length: count }, () => click()));
  const path = ['msgmenu', 'list'];

  for (const count of [9, 10]) it(`takes ${count}`, () => expect(errors(items(count))).to.deep.equal([]));

  it('calls 11 too many', () => {
    const issue = { code: 'too-many-items', severity: 'error', path, limit: 10, actual: 11 };
    expect(errors(items(11))).to.deep.equal([issue]);
  });

  it('follows maxItems upwards', () => {
    expect(validate(items(12), { maxItems: 12 }).ok).to.be.true;
    expect(validate(items(13), { maxItems: 12 }).ok).to.be.false;
  });

  it('follows maxItems downwards', () => {
    expect(validate(items(3), { maxItems: 3 }).ok).to.be.true;
    expect(validate(items(4), { maxItems: 3 }).issues).to.deep.equal([
      { code: 'too-many-items', severity: 'error', path, limit: 3, actual: 4 },
    ]);
  });

  it('still checks the items beyond it', () => {
    const tooLong = [...Array.from({ length: 10 }, () => click()), click('')];
    expect(errors(menu(...tooLong)).map(issue => (issue as { code: string }).code)).to.deep.equal([
      'too-many-items',
      'too-short',
    ]);
  });
});
