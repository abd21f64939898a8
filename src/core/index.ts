/** Message types, rules, validation, support and errors. No DOM, no lit: runs in Node and in a mini program too. */
export * from './message.js';
export type { Issue, IssueCode } from './issue.js';
export { validate, type ValidateOptions, type ValidateResult } from './validate.js';
export { byteLength } from './bytes.js';
export { limitOf, type Limit } from './limit-of.js';
export { checkSupport, type Client } from './support.js';
export { formatFen } from './price.js';
export { isKfError, KfError, type KfErrorCode, type KfErrorOptions } from './error.js';
export { version } from '../version.js';
