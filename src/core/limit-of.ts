import { invalidArgument } from './error.js';
import { fieldOf, SPEC, type Field, type Fields } from './spec.js';

/** What the platform's table says of one field. */
export interface Limit {
  /** Bytes; absent where the table gives none. */
  min?: number;
  /** Bytes, or items of a list; absent where the table gives none. */
  max?: number;
  required: boolean;
}

/**
 * The table's row for `path`: `'msgmenu.list.click.content'` → `{ min: 1, max: 128, required: true }`. Indices may stand in it.
 * @throws KfError `invalid-argument` for a path that the table does not have.
 */
export function limitOf(path: string): Limit {
  let fields: Fields = SPEC;
  let field: Field | undefined;
  for (const key of typeof path === 'string' ? path.split('.') : []) {
    if (/^\d+$/.test(key) && field && field.type === 'list') continue;
    field = fieldOf(fields, key);
    fields = (field && field.fields) || {};
  }
  if (!field) throw invalidArgument('no such field');
  const { min, max, required = false } = field;
  const limit: Limit = { required };
  if (min) limit.min = min;
  if (max) limit.max = max;
  return limit;
}
