/** The channels to the client. Importing this changes nothing. */
export type { Host } from './host.js';
export { WxQyHost, type WxQy } from './wx-qy.js';
export { WwHost, type Ww } from './ww.js';
export { InvokeHost, type Invoker } from './invoke-host.js';
export { RelayHost, type MiniProgram } from './relay.js';
export { asHost, type HostLike } from './as-host.js';
export { findHost, type Channel } from './detect.js';
export { readReply } from './reply.js';
export { readClientInfo, readUserAgent, type ClientInfo } from './client-info.js';
export { version } from '../version.js';
