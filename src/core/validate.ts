import { byteLength } from './bytes.js';
import { issue, type Issue, type Path } from './issue.js';
import type { ChatMessage } from './message.js';
import { RULES } from './rules.js';
import { bodyKeys, SERVER_ONLY_KEYS, SPEC, type Field, type Fields } from './spec.js';

export interface ValidateOptions {
  /** How many menu items are allowed. Default: 10, the server API's limit. */
  maxItems?: number | undefined;
}

export type ValidateResult =
  /** `message` is a clean deep copy, `issues` are warnings. */
  { ok: true; message: ChatMessage; issues: Issue[] } | { ok: false; issues: Issue[] };

type Bag = Record<string, unknown>;
/** An object of the message, its clean copy, and what its `msgtype` or `type` makes of it. */
interface Place {
  source: Bag;
  copy: Bag;
  path: Path;
  kind: string | undefined;
  fields: Fields;
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The message's clean copy; everything that was found goes into `issues`. */
function copyChecked(source: Bag, maxItems: number | undefined, issues: Issue[]): Bag {
  const places: Place[] = [];
  const add = (code: Issue['code'], path: Path, facts?: Partial<Issue>): void =>
    void issues.push(issue(code, path, facts));

  const enter = (bag: Bag, path: Path, fields: Fields, discriminator: string): Place => {
    const value = bag[discriminator];
    const kind = typeof value === 'string' && bodyKeys(fields).has(value) ? value : undefined;
    const place = { source: bag, copy: {}, path, kind, fields };
    places.push(place);
    return place;
  };

  const applyRule = (value: unknown, { rule }: Field, path: Path, seen: Set<string>): void => {
    const finding = rule && RULES[rule](value as never, seen);
    if (finding) add(finding.code, path, finding);
  };

  const checkText = (text: string, field: Field, path: Path, seen: Set<string>): void => {
    const actual = byteLength(text);
    const { min = 0, max = Infinity, required } = field;
    if (actual < min) return add('too-short', path, { limit: min, actual });
    if (required && !actual) return add('required', path);
    if (actual > max) add('too-long', path, { limit: max, actual });
    applyRule(text, field, path, seen);
  };

  /** A list that is far too long is not looked at to its end: it may be sparse and endless. */
  const checkList = (list: unknown[], { max = Infinity, fields = {} }: Field, path: Path): Place[] => {
    const limit = maxItems || max;
    const actual = list.length;
    if (actual > limit) add('too-many-items', path, { limit, actual });
    const items: Place[] = [];
    Array.from(list.slice(0, Math.max(limit, 1000))).forEach((item, index) => {
      const own = [...path, index];
      if (isBag(item)) items.push(enter(item, own, fields, 'type'));
      else add('wrong-type', own);
    });
    return items;
  };

  /** Checks one value, copies it, and returns the objects inside it. */
  const check = (key: string, field: Field, place: Place, seen: Set<string>): Place[] => {
    const value = place.source[key];
    const path = [...place.path, key];
    const { type, when, required, fields = {} } = field;
    if (value === undefined) {
      if (when) add(place.path.length ? 'missing-item-body' : 'missing-body', path);
      else if (required) add('required', path);
    } else if (type === 'list' ? !Array.isArray(value) : type === 'object' ? !isBag(value) : typeof value !== type)
      add('wrong-type', path);
    else if (type === 'list') {
      const items = checkList(value as unknown[], field, path);
      place.copy[key] = items.map(({ copy }) => copy);
      return items;
    } else if (type === 'object') {
      applyRule(value, field, path, seen);
      const inner = enter(value as Bag, path, fields, '');
      place.copy[key] = inner.copy;
      return [inner];
    } else if (type === 'string') {
      place.copy[key] = value;
      checkText(value as string, field, path, seen);
      if (value && field.rule === 'kind' && !place.kind)
        add(key === 'type' ? 'unknown-item-type' : 'unknown-msgtype', path);
    } else if (value) place.copy[key] = value;
    return [];
  };

  /** A row of the table for all places that have it, then the rows inside it: that is the documented order. */
  const visit = (fields: Fields, here: Place[]): void => {
    for (const key of Object.keys(fields)) {
      const field = fields[key] as Field;
      const seen = new Set<string>();
      const inside: Place[] = [];
      for (const place of here)
        if (!field.when || field.when === place.kind) inside.push(...check(key, field, place, seen));
      if (inside.length && field.fields) visit(field.fields, inside);
    }
  };

  /** What the table does not have is left out, and said; callbacks are left out silently. */
  const leftovers = ({ source: bag, path, kind, fields }: Place): void => {
    const bodies = bodyKeys(fields);
    for (const key of Object.keys(bag)) {
      const value = bag[key];
      if (value === undefined || typeof value === 'function' || (kind && key === bodies.get(kind))) continue;
      const field = Object.prototype.hasOwnProperty.call(fields, key) && fields[key];
      const own = [...path, key];
      if (SERVER_ONLY_KEYS.includes(key)) add('server-only-key', own);
      else if (field ? field.when && kind : kind || !bodies.size) add(field ? 'extra-body' : 'unknown-key', own);
    }
  };

  const root = enter(source, [], SPEC, 'msgtype');
  visit(SPEC, [root]);
  places.forEach(leftovers);
  return root.copy;
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
