import { addItem, fieldId, rowsOf, setTextAt, type Draft, type Row } from './menu-draft.js';

/** The lines of a text, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(Boolean);

/** The draft with these texts in items of their own: the first in this row, the others in new ones of its kind. Returns the last one. */
export function splitInto(
  draft: Draft,
  row: Row,
  [first = '', ...others]: readonly string[],
): { draft: Draft; row: Row } {
  const at = rowsOf(draft).findIndex(({ key }) => key === row.key) + 1;
  return others.reduce(
    (before, text, index) => {
      const { draft: after, key } = addItem(before.draft, row.item.type, at + index);
      return { draft: setTextAt(after, fieldId({ key }, 'content'), text), row: { key, item: row.item } };
    },
    { draft: setTextAt(draft, fieldId(row, 'content'), first), row },
  );
}

/** What each of `room` items would say; what does not fit stays in the last one. */
export function shareOut(lines: readonly string[], room: number, before: string, after: string): string[] {
  const texts = lines.slice(0, room - 1);
  texts.push(lines.slice(room - 1).join(' '));
  texts[0] = before + texts[0];
  texts[texts.length - 1] += after;
  return texts;
}
