const { behindHash } = require('../kf-relay/address.js');
const { openSession } = require('../kf-relay/checks.js');
const { ask } = require('../kf-relay/qy.js');

/** Your H5 page. Its domain has to be a 业务域名 of this mini program. */
const H5 = 'https://kf.example.com/panel/';

const PLATFORMS = ['ios', 'android', 'windows', 'mac'];

/** What the client says of the chat; what it does not say is left out. */
async function readContext() {
  await openSession();
  const [context, customer, client] = await Promise.all([
    ask('getContext'),
    ask('getCurExternalContact'),
    ask('getSystemInfo'),
  ]);
  const { platform } = wx.getSystemInfoSync();
  return {
    entry: context.reply.entry,
    customerId: customer.reply.userId,
    version: client.reply.version,
    platform: PLATFORMS.indexOf(platform) < 0 ? undefined : platform,
  };
}

Page({
  /** The relay page writes its answer into `src`. */
  data: { src: '' },

  async onLoad() {
    this.setData({ src: behindHash(H5, 'kf-context', await readContext()) });
  },
});
