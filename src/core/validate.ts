import { byteLength } from './bytes.js';
import { issue, type Issue, type IssueCode } from './issue.js';
import type { ChatMessage } from './message.js';
import { emptyMenu, RULES, type TextRule } from './rules.js';
import { SERVER_ONLY_KEYS, SPEC, type Field, type Fields } from './spec.js';

export interface ValidateOptions {
  /** How many menu items are allowed. Default: 10, the server API's limit. */
  maxItems?: number | undefined;
}

export type ValidateResult =
  /** `message` is a clean deep copy, `issues` are warnings. */
  { ok: true; message: ChatMessage; issues: Issue[] } | { ok: false; issues: Issue[] };

type Bag = Record<string, unknown>;
/** Whether `value` is an object as JSON has them: neither null nor a list. */
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of the table as the check reads it: every column has a value. */
interface Row {
  readonly key: string;
  /** Its place in the table, counted through; issues are sorted by it. */
  readonly order: number;
  readonly type: Field['type'];
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  readonly rule: TextRule | undefined;
  readonly when: string | undefined;
  readonly inside: Shape;
}

/** What an object may have in it. */
interface Shape {
  /** The fields that do not depend on the kind. */
  readonly fixed: readonly Row[];
  /** The first of `fixed` if it names a body. */
  readonly kind: Row | undefined;
  /** By what the kind says. */
  readonly bodies: ReadonlyMap<unknown, Row>;
}

function shapeOf(fields: Fields, counter = { next: 0 }): Shape {
  const rows = Object.entries(fields).map(([key, field]): Row => {
    const { type, required = false, min = 0, max = Infinity, rule, when, fields = {} } = field;
    const order = counter.next++;
    const inside = shapeOf(fields, counter);
    return { key, order, type, required, min, max, rule: rule && RULES[rule], when, inside };
  });
  const fixed = rows.filter(({ when }) => !when);
  const bodies = new Map(rows.filter(({ when }) => when).map(row => [row.when, row]));
  return { fixed, bodies, kind: bodies.size ? fixed[0] : undefined };
}

const MESSAGE = /* @__PURE__ */ shapeOf(SPEC);

/** Leftover keys come behind all rows, in the order of the objects that have them. */
const LEFTOVER = 1000;

/** A list that is far too long is not looked at to its end: it may be sparse and endless. */
const MOST_ITEMS = 1000;

/** One check of one message: where it is, and what it has found. Reads each property once. */
class Inspection {
  /** Where the object is that is being checked. */
  private readonly path: (string | number)[] = [];
  private readonly found: { order: number; issue: Issue }[] = [];
  /** The menu ids so far. */
  private readonly ids = new Set<string>();

  constructor(private readonly maxItems: number | undefined) {}

  /** In the order of the table; within a row as they were found, which is the order of the list. */
  issues(): Issue[] {
    return this.found.sort((a, b) => a.order - b.order).map(({ issue }) => issue);
  }

  /** The clean copy of an object that stands in row `order` of the table. */
  object(source: Bag, { fixed, kind, bodies }: Shape, order: number): Bag {
    const copy: Bag = {};
    for (const row of fixed) this.field(source, copy, row);
    const named = kind && copy[kind.key];
    const body = bodies.get(named);
    if (body) this.field(source, copy, body);
    else if (kind && named && typeof named === 'string')
      this.report(kind, order < 0 ? 'unknown-msgtype' : 'unknown-item-type');

    for (const key of Object.keys(source))
      if (key !== body?.key && !fixed.some(row => row.key === key)) {
        // what the table does not have here is left out, and said; callbacks are left out silently
        const value = source[key];
        if (value === undefined || typeof value === 'function') continue;
        const leftover = { key, order: LEFTOVER + order };
        if (SERVER_ONLY_KEYS.includes(key)) this.report(leftover, 'server-only-key');
        else if (body || !kind)
          this.report(leftover, [...bodies.values()].some(row => row.key === key) ? 'extra-body' : 'unknown-key');
      }
    return copy;
  }

  private field(source: Bag, copy: Bag, row: Row): void {
    const clean = this.value(source[row.key], row);
    if (clean !== undefined) copy[row.key] = clean;
  }

  /** The clean copy of a value. Of a wrong one it does not matter: the message is not given back. */
  private value(value: unknown, row: Row): unknown {
    const { key, type, inside, order } = row;
    if (value === undefined) {
      if (row.when) this.report(row, this.path.length ? 'missing-item-body' : 'missing-body');
      else if (row.required) this.report(row, 'required');
    } else if (type === 'string' && typeof value === 'string') {
      this.text(value, row);
    } else if (type === 'boolean' && typeof value === 'boolean') {
      return value || undefined; // false is the default
    } else if (type === 'object' && isBag(value)) {
      this.path.push(key);
      const copy = this.object(value, inside, order);
      this.path.pop();
      const finding = row.when === 'msgmenu' && emptyMenu(copy);
      if (finding) this.report(row, ...finding);
      return copy;
    } else if (type === 'list' && Array.isArray(value)) {
      return this.list(value, row);
    } else {
      this.report(row, 'wrong-type');
    }
    return value;
  }

  private text(text: string, row: Row): void {
    const { required, min, max, rule } = row;
    // a text has at least as many bytes as UTF-16 units and at most three times as many: few have to be counted
    if (text.length < min || text.length * 3 > max) {
      const actual = byteLength(text);
      if (actual < min) return this.report(row, 'too-short', { limit: min, actual });
      if (actual > max) this.report(row, 'too-long', { limit: max, actual });
    } else if (required && !text) {
      return this.report(row, 'required');
    }
    const finding = rule?.(text, this.ids);
    if (finding) this.report(row, ...finding);
  }

  private list(list: readonly unknown[], row: Row): unknown[] {
    const { key, inside, order } = row;
    const limit = this.maxItems ?? row.max;
    const actual = list.length;
    if (actual > limit) this.report(row, 'too-many-items', { limit, actual });
    const copy: unknown[] = [];
    this.path.push(key);
    for (let index = 0; index < actual && index < Math.max(limit, MOST_ITEMS); index++) {
      const item = list[index];
      this.path.push(index);
      copy.push(isBag(item) ? this.object(item, inside, order) : item);
      this.path.pop();
      if (!isBag(item)) this.report({ key: index, order }, 'wrong-type');
    }
    this.path.pop();
    return copy;
  }

  private report(
    { key, order }: { key: string | number; order: number },
    code: IssueCode,
    facts?: Partial<Issue>,
  ): void {
    this.found.push({ order, issue: issue(code, [...this.path, key], facts) });
  }
}

function itemLimit(options: ValidateOptions | undefined): number | undefined {
  try {
    const { maxItems } = options ?? {};
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
  try {
    if (isBag(message)) {
      const inspection = new Inspection(itemLimit(options));
      const copy = inspection.object(message, MESSAGE, -1);
      const issues = inspection.issues();
      if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
      return { ok: true, message: copy as unknown as ChatMessage, issues }; // the table has said so
    }
  } catch {
    // a getter or a proxy threw: as little can be said of it as of what is no object
  }
  return { ok: false, issues: [issue('not-an-object', [])] };
}
