import { createHash, randomBytes } from 'node:crypto';

/**
 * The signature of a page's address: SHA-1 over four values in this order, none of them percent-encoded.
 * Source, with the example that the tests check: https://developer.work.weixin.qq.com/document/path/96909
 */
export const signatureOf = ({ ticket, nonceStr, timestamp, url }) =>
  createHash('sha1')
    .update(`jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`)
    .digest('hex');

/**
 * What `getAgentConfigSignature` and `getConfigSignature` of @wecom/jssdk, `wx.agentConfig` and `wx.config` take.
 * @param url the address of the page, without the part behind `#`
 */
export const sign = (ticket, url) => {
  const nonceStr = randomBytes(16).toString('hex');
  // Seconds by the wall clock: the platform wants the time of day here.
  const timestamp = Math.floor(Date.now() / 1000);
  return { timestamp, nonceStr, signature: signatureOf({ ticket, nonceStr, timestamp, url }) };
};
