import type { ChatMessage } from './message.js';
import { validate } from './validate.js';

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
