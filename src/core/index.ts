/** Message types, rules, validation, support, mappings and errors. No DOM, no lit: runs in Node and in a mini program too. */
export * from './page.js';
export { productFromShopApi } from './shop.js';
export { fromServerMenu, toServerMenu, type ServerMenu } from './server.js';
export { jsonSchema } from './json-schema.js';
export { chatMessageSchema, type StandardSchema } from './standard-schema.js';
