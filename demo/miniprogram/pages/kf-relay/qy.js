/** Milliseconds for one call. */
const LIMIT = 8000;

const textOf = ({ errMsg, err_msg, errmsg }) => errMsg || err_msg || errmsg || '';

/**
 * One call of wx.qy: `{ ok, reply }`, never a rejection. The library may call `complete` alone, so the first callback decides;
 * `limit` 0 waits for as long as it takes.
 */
function ask(api, params, limit = LIMIT) {
  return new Promise(resolve => {
    const fail = why => resolve({ ok: false, reply: { err_msg: `${api}:fail ${why}` } });
    const answer = ok => reply => resolve({ ok: ok(reply || {}), reply: reply || {} });
    const says = reply => /^[^:]*:ok$/.test(textOf(reply));
    if (limit) setTimeout(() => fail('no answer'), limit);
    const call = wx.qy && wx.qy[api];
    if (!call) return fail(`no wx.qy.${api}`); // WeChat, the developer tools, an old client
    const callbacks = { success: answer(() => true), fail: answer(() => false), complete: answer(says) };
    try {
      call.call(wx.qy, Object.assign({}, params, callbacks));
    } catch (error) {
      console.warn(error);
      resolve({ ok: false, reply: {} }); // the client may have the message by then: nobody can tell
    }
  });
}

module.exports = { ask, textOf };
