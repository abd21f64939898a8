/** Message types, rules, validation, support, mappings and errors. No DOM, no lit: runs in Node and in a mini program too. */
export * from './message.js';
export type { Issue, IssueCode } from './issue.js';
export { validate, type ValidateOptions, type ValidateResult } from './validate.js';
export { byteLength } from './bytes.js';
export { limitOf, type Limit } from './spec.js';
export { checkSupport, type Client } from './support.js';
export { formatFen } from './price.js';
export { asText } from './convert/as-text.js';
export { isKfError, KfError, type KfErrorCode, type KfErrorOptions } from './error.js';
export { productFromShopApi } from './convert/shop.js';
export { fromServerMenu, toServerMenu, type ServerMenu } from './convert/server.js';
export { jsonSchema } from './convert/schema.js';
export { chatMessageSchema, type StandardSchema } from './convert/schema.js';
export { version } from '../version.js';
