import type { Issue } from './issue.js';

/** Every code of a `KfError`; the docs say when each is used. */
export type KfErrorCode =
  | 'invalid-message'
  | 'invalid-argument'
  | 'bridge-absent'
  | 'host-absent'
  | 'no-context'
  | 'wrong-entry'
  | 'unsupported-platform'
  | 'client-too-old'
  | 'unsupported-msgtype'
  | 'no-permission'
  | 'member-not-allowed'
  | 'invalid-signature'
  | 'invalid-image'
  | 'invalid-parameter'
  | 'miniprogram-not-linked'
  | 'cancelled'
  | 'customer-changed'
  | 'stopped'
  | 'aborted'
  | 'timeout'
  | 'no-answer'
  | 'too-large'
  | 'shop-api'
  | 'refused';

export interface KfErrorOptions {
  /** Whether the message may have reached the customer. Default: `not-sent`. */
  outcome?: 'not-sent' | 'unknown';
  /** What is wrong with the message, for `invalid-message`. */
  issues?: Issue[];
  /** The client's own reply, untouched. */
  raw?: unknown;
  cause?: unknown;
  /** Facts that the words for users name: `platform`, `version`, `since`, `seconds` … */
  details?: Readonly<Record<string, string | number>>;
}

/** Something outside the message is wrong. Its text is English and for developers; `describeError` has the users' words. */
export class KfError extends Error {
  readonly code: KfErrorCode;
  readonly outcome: 'not-sent' | 'unknown';
  declare readonly issues?: Issue[];
  declare readonly raw?: unknown;
  declare readonly cause?: unknown;
  declare readonly details?: Readonly<Record<string, string | number>>;

  constructor(code: KfErrorCode, message: string, options: KfErrorOptions = {}) {
    super(`${code}: ${message}`);
    Object.assign(this, options);
    this.name = 'KfError';
    this.code = code;
    this.outcome = options.outcome || 'not-sent';
  }
}

/** Whether `value` is a `KfError` (with this code), also one of another copy of the package. Never throws. */
export function isKfError(value: unknown, code?: KfErrorCode): value is KfError {
  try {
    const { name, code: own } = value as Partial<KfError>;
    return (
      value instanceof Error && name === 'KfError' && (code === undefined ? typeof own === 'string' : own === code)
    );
  } catch {
    return false; // null, undefined, a revoked proxy
  }
}

/** For the start of a public function: what it was given is not what it takes. */
export const invalidArgument = (message: string, issues?: Issue[]): KfError =>
  new KfError('invalid-argument', message, issues && { issues });

/** What `read` makes of an argument; one that can't be read so is an `invalid-argument`, never a TypeError. */
export function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    throw isKfError(reason) ? reason : invalidArgument(`${what} can't be read`);
  }
}

/** Throws `invalid-argument` unless `value` is an object. */
export function demandObject(value: unknown, what: string): asserts value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw invalidArgument(`${what} is no object`);
}

/** The error of a message that has `issues`. */
export const invalidMessage = (issues: Issue[]): KfError => {
  const codes = issues.map(({ code, path }) => `${code} at [${path.join('.')}]`);
  return new KfError('invalid-message', codes.join(', '), { issues });
};
