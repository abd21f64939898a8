/** The channels to the client. Importing this changes nothing. */
export type { Host } from './host.js';
export { WxQyHost } from './wx-qy.js';
export { WwHost } from './ww.js';
export { InvokeHost, type Invoker } from './invoke-host.js';
export { RelayHost, type MiniProgram } from './relay.js';
export { findHost, type Channel } from './detect.js';
export { readReply } from './reply.js';
export { readUserAgent, type ClientInfo } from './client-info.js';
export { version } from '../version.js';
