/** What a page needs of `core`; the rest is a server's business. */
export * from './message.js';
export type { Issue, IssueCode } from './issue.js';
export { validate, type ValidateOptions, type ValidateResult } from './validate.js';
export { byteLength } from './bytes.js';
export { limitOf, type Limit } from './limit-of.js';
export { checkSupport, type Client } from './support.js';
export { formatFen } from './price.js';
export { asText } from './as-text.js';
export { isKfError, KfError, type KfErrorCode, type KfErrorOptions } from './error.js';
export { version } from '../version.js';
