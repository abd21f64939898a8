const { ask, textOf } = require('./qy.js');

/** A refusal in the client's own words; the H5 page knows them. */
const refusal = why => ({ err_msg: `sendChatMessage:fail ${why}` });

/** Everything below needs a session. Source: `wx.qy.getContext`, `wx.qy.sendChatMessage`. */
async function openSession() {
  const session = await ask('checkSession');
  return session.ok ? session : ask('login');
}

/**
 * Why `request` can't be sent now, as a reply; null if nothing stands against it. Without a customer in the request, the one who
 * is there now is the one whom it is for.
 */
async function whyNot(request) {
  const session = await openSession();
  if (!session.ok) return refusal(`login ${textOf(session.reply)}`);
  const context = await ask('getContext');
  if (!context.ok) return refusal(`getContext ${textOf(context.reply)}`);
  if (context.reply.entry !== 'single_kf_tools') return refusal('without context of external contact');
  const { userId } = (await ask('getCurExternalContact')).reply;
  if (!request.customerId) request.customerId = userId;
  return userId === request.customerId ? null : refusal('customer changed');
}

module.exports = { openSession, refusal, whyNot };
