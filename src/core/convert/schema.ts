import { jsonCopy } from '../json-copy.js';
import type { ChatMessage } from '../message.js';
import { HTTP, SCRIPT_LIKE } from '../rules.js';
import { SERVER_ONLY_KEYS, SPEC, type Field, type Fields } from '../spec.js';
import { validate } from '../validate.js';

type Schema = Record<string, unknown>;

/** A pattern has no flags: each letter in either case, and `unseen` before and behind it. */
const pattern = ({ source }: RegExp, unseen = ''): Schema => ({
  pattern: source.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]${unseen}`).replace('^', `^${unseen}`),
});

/** The rules that find errors in a text; what the others find are warnings, which a schema can't say. */
const RULES: Partial<Record<NonNullable<Field['rule']>, Schema>> = {
  link: { not: /* @__PURE__ */ pattern(SCRIPT_LIKE, '[\\p{C}\\p{Z}]*') },
  image: /* @__PURE__ */ pattern(HTTP),
  price: { pattern: '^[0-9]+$' },
};

/** With lengths in characters, too: a validator that was not taught the bytes finds most of what is too long by them. */
function schemaOf({ type, min, max, required, rule, fields }: Field): Schema {
  if (type === 'list') return { type: 'array', maxItems: max, items: objectOf(fields as Fields) };
  if (fields) return objectOf(fields, rule);
  return {
    type,
    minLength: (min || required) && 1,
    maxLength: max,
    minBytes: min,
    maxBytes: max,
    ...(rule && RULES[rule]),
  };
}

/** Where the table has bodies, its first row says which one counts; the others may be anything. */
function objectOf(fields: Fields, rule?: Field['rule']): Schema {
  const keys = Object.keys(fields);
  const kind = keys[0] as string;
  const properties: Schema = {};
  const empty: Schema = {};
  const oneOf: Schema[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const schema = schemaOf(field);
    if (field.when) oneOf.push({ properties: { [kind]: { const: field.when }, [key]: schema }, required: [key] });
    else properties[key] = schema;
    empty[key] = { enum: ['', []] };
  }
  for (const key of SERVER_ONLY_KEYS) properties[key] = false;
  return {
    type: 'object',
    properties,
    required: keys.filter(key => fields[key]?.required),
    oneOf: oneOf[0] && oneOf,
    not: rule && { properties: empty },
  };
}

/** Through JSON, which drops what is undefined. */
const build = (): object =>
  jsonCopy({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ChatMessage',
    ...objectOf(SPEC),
  });

/**
 * JSON Schema 2020-12 of `ChatMessage`: what it accepts is what `validate` calls ok. Limits in bytes stand under the keywords
 * `minBytes` and `maxBytes`, which a validator has to be taught.
 */
export const jsonSchema: object = /* @__PURE__ */ build();

/** What a form or router library calls: Standard Schema v1. Source: standardschema.dev. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<T>;
    /** For inference alone; there is nothing in it. */
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** The clean copy, or what has to be mended. */
export type StandardResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** An error of `validate`; `message` starts with its code. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** `validate` as a Standard Schema v1 object. Warnings are no issues there. */
export const chatMessageSchema: StandardSchema<ChatMessage> = {
  '~standard': {
    version: 1,
    vendor: 'wecom-kf-elements',
    validate(value) {
      const result = validate(value);
      if (result.ok) return { value: result.message };
      const errors = result.issues.filter(({ severity }) => severity === 'error');
      return {
        issues: errors.map(({ code, path, limit, actual }) => ({
          message: limit ? `${code}: ${actual} of ${limit}` : code,
          path,
        })),
      };
    },
  },
};
