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

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Validation {
  readonly issues: Issue[] = [];
  private readonly places: Place[] = [];

  constructor(private readonly maxItems: number | undefined) {}

  run(source: Bag): Bag {
    const root = this.place(source, [], SPEC, 'msgtype');
    this.visit(SPEC, [root]);
    for (const place of this.places) this.leftovers(place);
    return root.copy;
  }

  private place(source: Bag, path: Path, fields: Fields, discriminator: string): Place {
    const value = source[discriminator];
    const kind = typeof value === 'string' && bodyKeys(fields).has(value) ? value : undefined;
    const place = { source, copy: {}, path, kind, fields };
    this.places.push(place);
    return place;
  }

  /** A row of the table for all places that have it, then the rows inside it: that is the documented order. */
  private visit(fields: Fields, places: Place[]): void {
    for (const [key, field] of Object.entries(fields)) {
      const seen = new Set<string>();
      const inside: Place[] = [];
      for (const place of places)
        if (field.when === undefined || field.when === place.kind)
          inside.push(...this.check(key, field, place, seen));
      if (field.fields) this.visit(field.fields, inside);
    }
  }

  /** Checks one value, copies it, and returns the objects inside it. */
  private check(key: string, field: Field, place: Place, seen: Set<string>): Place[] {
    const value = place.source[key];
    const path = [...place.path, key];
    if (value === undefined) {
      if (field.when !== undefined) this.add(place.path.length ? 'missing-item-body' : 'missing-body', path);
      else if (field.required) this.add('required', path);
      return [];
    }
    switch (field.type) {
      case 'boolean':
        if (typeof value !== 'boolean') this.add('wrong-type', path);
        else if (value) place.copy[key] = value;
        return [];
      case 'string':
        if (typeof value !== 'string') this.add('wrong-type', path);
        else this.checkText(value, field, path, seen);
        this.checkKind(key, value, place, path);
        place.copy[key] = value;
        return [];
      case 'object': {
        if (!isBag(value)) return this.add('wrong-type', path);
        this.applyRule(value, field, path, seen);
        const inner = this.place(value, path, field.fields ?? {}, '');
        place.copy[key] = inner.copy;
        return [inner];
      }
      case 'list':
        if (!Array.isArray(value)) return this.add('wrong-type', path);
        return this.checkList(value, field, path, list => (place.copy[key] = list));
    }
  }

  private checkText(text: string, field: Field, path: Path, seen: Set<string>): void {
    const actual = byteLength(text);
    const { min = 0, max = Infinity } = field;
    if (actual < min) this.add('too-short', path, { limit: min, actual });
    else if (actual > max) this.add('too-long', path, { limit: max, actual });
    else if (text === '' && field.required) return void this.add('required', path);
    if (actual >= min) this.applyRule(text, field, path, seen);
  }

  /** `msgtype` and an item's `type` must name a body. */
  private checkKind(key: string, value: unknown, place: Place, path: Path): void {
    if ((key !== 'msgtype' && key !== 'type') || typeof value !== 'string' || value === '') return;
    if (place.kind === undefined) this.add(key === 'type' ? 'unknown-item-type' : 'unknown-msgtype', path);
  }

  private checkList(list: unknown[], field: Field, path: Path, copyTo: (list: Bag[]) => void): Place[] {
    const limit = this.maxItems ?? field.max ?? Infinity;
    if (list.length > limit) this.add('too-many-items', path, { limit, actual: list.length });
    const items: Place[] = [];
    for (let index = 0; index < list.length; index++) {
      const item: unknown = list[index];
      if (isBag(item)) items.push(this.place(item, [...path, index], field.fields ?? {}, 'type'));
      else this.add('wrong-type', [...path, index]);
    }
    copyTo(items.map(({ copy }) => copy));
    return items;
  }

  private applyRule(value: unknown, field: Field, path: Path, seen: Set<string>): void {
    const finding = field.rule && RULES[field.rule](value as never, seen);
    if (finding) this.issues.push(issue(finding.code, path, finding));
  }

  /** What the table does not have is left out, and said; callbacks are left out silently. */
  private leftovers({ source, path, kind, fields }: Place): void {
    const bodies = bodyKeys(fields);
    for (const key of Object.keys(source)) {
      const value = source[key];
      if (value === undefined || typeof value === 'function' || key === (kind && bodies.get(kind))) continue;
      const field = Object.prototype.hasOwnProperty.call(fields, key) ? fields[key] : undefined;
      if (SERVER_ONLY_KEYS.includes(key)) this.add('server-only-key', [...path, key]);
      else if (field?.when !== undefined && kind !== undefined) this.add('extra-body', [...path, key]);
      else if (!field && (kind !== undefined || bodies.size === 0)) this.add('unknown-key', [...path, key]);
    }
  }

  private add(code: Issue['code'], path: Path, facts?: Partial<Issue>): [] {
    this.issues.push(issue(code, path, facts));
    return [];
  }
}

/**
 * Checks a message against the platform's table. All issues at once, in the table's order, then by list index, leftover keys
 * last. Lengths are UTF-8 bytes. Never throws, never changes `message`, never calls a callback in it.
 */
export function validate(message: unknown, options?: ValidateOptions): ValidateResult {
  const maxItems = options?.maxItems;
  const validation = new Validation(
    Number.isInteger(maxItems) && Number(maxItems) > 0 ? maxItems : undefined,
  );
  const { issues } = validation;
  try {
    if (!isBag(message)) return { ok: false, issues: [issue('not-an-object', [])] };
    const copy = validation.run(message);
    if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
    return { ok: true, message: copy as unknown as ChatMessage, issues };
  } catch {
    return { ok: false, issues: [issue('not-an-object', [])] }; // a getter or a proxy threw: there is nothing to read
  }
}
