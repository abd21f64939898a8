/** A simulated WeCom client for development and tests. Importing this changes nothing. */
export { simulateWeCom } from './simulate.js';
export type { SimulatedClient, SimulatorOptions } from './simulate.js';
export type { NativeCall } from './exchange.js';
export type { ForcedReply, ReplyTiming } from './exchange.js';
export type { ClientState } from './client-state.js';
export type { NativeReply } from './dialect.js';
export type { Signature } from './signatures.js';
export { knownReplies, type KnownReply } from './known-replies.js';
export { version } from '../version.js';
