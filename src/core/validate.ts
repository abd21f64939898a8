import { byteLength } from './bytes.js';
import { issue, type Issue, type Path } from './issue.js';
import type { ChatMessage } from './message.js';
import { RULES } from './rules.js';
import { fieldOf, SERVER_ONLY_KEYS, SPEC, type Field, type Fields } from './spec.js';

export interface ValidateOptions {
  /** How many menu items are allowed. Default: 10, the server API's limit. */
  maxItems?: number | undefined;
}

export type ValidateResult =
  /** `message` is a clean deep copy, `issues` are warnings. */
  { ok: true; message: ChatMessage; issues: Issue[] } | { ok: false; issues: Issue[] };

type Bag = Record<string, unknown>;
/** An object of the message, its clean copy, and the key of the body that belongs to its `msgtype` or `type`. */
interface Place {
  source: Bag;
  copy: Bag;
  path: Path;
  fields: Fields;
  body: string | undefined;
  /** Whether it says which body it has, or needs none. */
  known: boolean;
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);
const isBag = (value: unknown): value is Bag => typeOf(value) === 'object';

/** The message's clean copy; everything that was found goes into `issues`. */
function copyChecked(message: Bag, maxItems: number | undefined, issues: Issue[]): Bag {
  const places: Place[] = [];
  const add = (code: Issue['code'], path: Path, facts?: Partial<Issue>): void =>
    void issues.push(issue(code, path, facts));

  /** Returns the clean copy, which fills as the rows inside are visited. */
  const enter = (source: Bag, path: Path, fields: Fields, inside: Place[], discriminator?: string): Bag => {
    const value = discriminator && source[discriminator];
    const body = Object.keys(fields).find(key => value && (fields[key] as Field).when === value);
    const place = { source, copy: {}, path, fields, body, known: !!body || !discriminator };
    places.push(place);
    inside.push(place);
    return place.copy;
  };

  /** A list that is far too long is not looked at to its end: it may be sparse and endless. */
  const checkList = (list: unknown[], { max, fields }: Field, path: Path, inside: Place[]): unknown[] => {
    const limit = maxItems || (max as number);
    const actual = list.length;
    if (actual > limit) add('too-many-items', path, { limit, actual });
    return Array.from(list.slice(0, Math.max(limit, 1000)), (item, index) => {
      const own = [...path, index];
      return isBag(item) ? enter(item, own, fields as Fields, inside, 'type') : add('wrong-type', own);
    });
  };

  /** Checks one value and copies it; the objects inside it go into `inside`. */
  const check = (key: string, field: Field, place: Place, seen: Set<string>, inside: Place[]): void => {
    const { source, copy, body } = place;
    const value = source[key];
    const path = [...place.path, key];
    const { type, when, required, min = 0, max = Infinity, fields, rule } = field;
    if (value === undefined) {
      if (when) add(path.length > 1 ? 'missing-item-body' : 'missing-body', path);
      else if (required) add('required', path);
      return;
    }
    if (typeOf(value) !== type) return add('wrong-type', path);
    if (type === 'list') copy[key] = checkList(value as unknown[], field, path, inside);
    else if (type === 'object') copy[key] = enter(value as Bag, path, fields as Fields, inside);
    else if (value || type === 'string') copy[key] = value;
    if (type === 'string') {
      const actual = byteLength(value as string);
      if (actual < min) return add('too-short', path, { limit: min, actual });
      if (required && !actual) return add('required', path);
      if (actual > max) add('too-long', path, { limit: max, actual });
    }
    const report = (code: Issue['code'], severity?: Issue['severity']): void =>
      add(code, path, severity && { severity });
    if (rule) RULES[rule](value as never, report, body, seen);
  };

  /** A row of the table for all places that have it, then the rows inside it: that is the documented order. */
  const visit = (fields: Fields, here: Place[]): void => {
    for (const key of Object.keys(fields)) {
      const field = fields[key] as Field;
      const seen = new Set<string>();
      const inside: Place[] = [];
      for (const place of here) if (!field.when || key === place.body) check(key, field, place, seen, inside);
      if (field.fields) visit(field.fields, inside);
    }
  };

  /** What the table does not have is left out, and said; callbacks are left out silently. */
  const leftovers = ({ source, path, fields, body, known }: Place): void => {
    for (const key of Object.keys(source)) {
      const value = source[key];
      if (value === undefined || typeof value === 'function' || key === body) continue;
      const field = fieldOf(fields, key);
      const own = [...path, key];
      if (SERVER_ONLY_KEYS.includes(key)) add('server-only-key', own);
      else if (known && (!field || field.when)) add(field ? 'extra-body' : 'unknown-key', own);
    }
  };

  const roots: Place[] = [];
  const copy = enter(message, [], SPEC, roots, 'msgtype');
  visit(SPEC, roots);
  places.forEach(leftovers);
  return copy;
}

function itemLimit(options: ValidateOptions | undefined): number | undefined {
  try {
    const { maxItems } = options || {};
    return Number.isInteger(maxItems) && Number(maxItems) > 0 ? maxItems : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks a message against the platform's table. All issues at once, in the table's order, then by list index, leftover keys
 * last. Lengths are UTF-8 bytes. Never throws, never changes `message`, never calls a callback in it.
 */
export function validate(message: unknown, options?: ValidateOptions): ValidateResult {
  const unreadable: ValidateResult = { ok: false, issues: [issue('not-an-object', [])] };
  const issues: Issue[] = [];
  try {
    if (!isBag(message)) return unreadable;
    const copy = copyChecked(message, itemLimit(options), issues);
    if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
    return { ok: true, message: copy as unknown as ChatMessage, issues };
  } catch {
    return unreadable; // a getter or a proxy threw
  }
}
