import type { SimulatedClient } from 'wecom-kf-elements/simulator.js';

/**
 * Loads the official SDK and registers it as a toolbar page does. It reads the user agent once, when it loads: the simulated
 * client has to be there before. Its `agentConfig` is also what opens the bare `WeixinJSBridge` for the other calls.
 */
export async function startSdk(client: SimulatedClient): Promise<void> {
  const ww = await import('@wecom/jssdk');
  ww.register({
    corpId: 'ww0000000000000000',
    agentId: 1000247,
    jsApiList: ['getContext', 'getCurExternalContact', 'sendChatMessage'],
    getAgentConfigSignature: () => client.sign(),
  });
  Object.assign(window, { ww });
}
