import { KfBridge } from './elements/bridge/kf-bridge.js';

KfBridge.define();

export { KfBridge };
export { version } from './version.js';
