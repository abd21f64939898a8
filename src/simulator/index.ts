/** A simulated WeCom client for development and tests. Importing this changes nothing. */
export { simulateWeCom } from './simulate.js';
export type { ForcedReply, NativeCall, SimulatedClient, SimulatorOptions } from './simulate.js';
export type { ClientState, NativeReply } from './native-client.js';
export { version } from '../version.js';
