const { validate } = require('./kf-core.js');
const { behindHash, movedTo } = require('./address.js');
const { unpack } = require('./base64url.js');
const { refusal, whyNot } = require('./checks.js');
const { linesOf } = require('./preview.js');
const { ask } = require('./qy.js');

/** Milliseconds until the person is told that the client is slow. */
const PATIENCE = 10000;

const CANCEL = { err_msg: 'sendChatMessage:cancel' };
/** A reply without a text: nobody can tell whether the message is out. */
const UNKNOWN = {};

Page({
  /** `phase`: 'busy', 'asking' or 'over'. */
  data: { phase: 'busy', says: '正在连接企业微信…', lines: [] },

  async onLoad({ kf }) {
    const request = unpack(kf);
    const panels = getCurrentPages().filter(page => page !== this && page.data && page.data.src);
    this.panel = panels.pop();
    if (!request || typeof request.id !== 'string' || !this.panel)
      return this.say('over', '没有要发送的内容，请从工具栏里的页面发送');
    this.request = request;
    const checked = validate(request.message);
    if (!checked.ok) return this.answer(refusal('invalid param'));
    this.message = checked.message;
    const refused = await whyNot(request);
    if (refused) return this.answer(refused);
    this.setData({ lines: linesOf(this.message) });
    this.say('asking', '发给当前会话里的客户？');
  },

  /** A second tap does nothing. What was true when the page opened is asked again: minutes may have passed. */
  async send() {
    if (this.data.phase !== 'asking') return;
    this.say('busy', '正在发送…');
    const refused = await whyNot(this.request);
    if (refused) return this.answer(refused);
    if (this.answered) return;
    this.called = true;
    const slow = setTimeout(() => this.say('over', '企业微信还没有回应。请先看会话里有没有这条'), PATIENCE);
    const { reply } = await ask('sendChatMessage', this.message, 0);
    clearTimeout(slow);
    this.answer(reply);
  },

  cancel() {
    if (this.data.phase === 'asking') this.answer(CANCEL);
  },

  leave() {
    wx.navigateBack();
  },

  /** Left by the person, without a button of ours. */
  onUnload() {
    if (this.request) this.tell(this.called ? UNKNOWN : CANCEL);
  },

  answer(reply) {
    if (!this.tell(reply)) return;
    this.say('over', '可以返回了');
    this.leave();
  },

  /** Tells the H5 page once, by a change behind the # of its address. */
  tell(reply) {
    if (this.answered) return false;
    this.answered = true;
    const { id, at } = this.request;
    this.panel.setData({ src: behindHash(movedTo(this.panel.data.src, at), 'kf', { id, reply }) });
    return true;
  },

  say(phase, says) {
    this.setData({ phase, says });
  },
});
