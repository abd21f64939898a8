import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import {
  back,
  buttons,
  closeAll,
  eventually,
  open,
  pack,
  readReply,
  simulateWeCom,
  stack,
  tap,
  textOf,
  top,
  unpack,
} from './mini-program.mjs';

const MENU = {
  msgtype: 'msgmenu',
  msgmenu: {
    head_content: '您好',
    list: [
      { type: 'click', click: { id: '101', content: '满意' } },
      { type: 'view', view: { url: 'https://a.cn/1', content: '自助查询' } },
    ],
  },
};

let client;
/** Whether the relay page has gone back. */
let isBack;
beforeEach(async () => {
  isBack = false;
  client = simulateWeCom({ platform: 'ios', customerId: 'wmLi' });
  Object.assign(globalThis.wx, {
    qy: window.wx.qy,
    getSystemInfoSync: () => ({ platform: 'ios' }),
    navigateBack: () => {
      isBack = true;
      back();
    },
  });
  open('pages/panel/index');
  await eventually('the web-view', () => top().dom.querySelector('wx-web-view'));
});
afterEach(() => {
  mock.timers.reset();
  closeAll();
  client.restore();
  delete globalThis.wx.qy;
});

const panel = () => stack[0];
const source = () => panel().data.src;
/** What the H5 page reads behind its #. */
const answer = () => unpack((/[#&?]kf=(.*)$/.exec(source()) ?? [])[1] ?? '');
const sends = () => client.calls.filter(({ api }) => api === 'sendChatMessage').length;
const outcome = async () => {
  await eventually('an answer', () => answer().id);
  const error = readReply('sendChatMessage', answer().reply);
  return error ? `${error.outcome}: ${error.code}` : 'sent';
};

/** The relay page as the H5 page opens it. */
async function relay(request = {}) {
  const kf = pack({ id: 'a1', message: MENU, customerId: 'wmLi', at: '/panel/?a=1#/menu', ...request });
  open('pages/kf-relay/index', { kf });
  await eventually('the question', () => buttons().includes('发送') || answer().id);
}

describe("the relay page in the platform's own simulator", () => {
  it('opens the H5 page in a web-view, which knows where it is', () => {
    const [, context] = /#kf-context=(.*)$/.exec(source());
    assert.deepEqual(unpack(context), {
      entry: 'single_kf_tools',
      customerId: 'wmLi',
      version: '4.1.6',
      platform: 'ios',
    });
  });

  it('shows what will be sent, and asks', async () => {
    await relay();
    assert.equal(textOf(), '您好满意客户点了就回复这句话自助查询https://a.cn/1发给当前会话里的客户？发送取消');
    assert.deepEqual(buttons(), ['发送', '取消']);
    assert.equal(sends(), 0);
  });

  it('wears its styles', async () => {
    await relay();
    assert.match(document.head.textContent, /--message\{padding:12px 16px/);
    assert.ok(top().dom.querySelector('[class*="--line"] [class*="--note"]'));
  });

  it('sends when the agent taps 发送, and goes back', async () => {
    await relay();
    tap('发送');
    assert.equal(await outcome(), 'sent');
    assert.deepEqual(client.sent, [MENU]);
    assert.ok(isBack);
    assert.match(source(), /^https:\/\/kf\.example\.com\/panel\/\?a=1#\/menu\?kf=[\w-]+$/);
  });

  it('shows that it sends, without a button to send again', async () => {
    await relay();
    client.failNext('sendChatMessage', 'never');
    tap('发送');
    await eventually('the native call', () => sends() === 1);
    assert.match(textOf(), /正在发送…$/);
    assert.deepEqual(buttons(), []);
  });

  it('sends nothing when the agent taps 取消', async () => {
    await relay();
    tap('取消');
    assert.equal(await outcome(), 'not-sent: cancelled');
    assert.equal(sends(), 0);
    assert.ok(isBack);
  });

  it('sends nothing when the agent goes back', async () => {
    await relay();
    back();
    assert.equal(await outcome(), 'not-sent: cancelled');
    assert.equal(sends(), 0);
  });

  it('sends nothing to another customer than the one who was asked about', async () => {
    await relay();
    client.set({ customerId: 'wmWang' });
    tap('发送');
    assert.equal(await outcome(), 'not-sent: customer-changed');
    assert.equal(sends(), 0);
  });

  it('asks nothing about a message that is not valid', async () => {
    await relay({ message: { msgtype: 'text', text: {} } });
    assert.equal(await outcome(), 'not-sent: invalid-parameter');
    assert.equal(sends(), 0);
  });

  for (const [story, reply, expected] of [
    ['a refusal', { err_msg: 'sendChatMessage:fail unsupported msgtype' }, 'not-sent: unsupported-msgtype'],
    ['JSON text', '{"err_msg":"sendChatMessage:ok"}', 'sent'],
    ['null', null, 'unknown: no-answer'],
    ['a number', { errCode: -1 }, 'not-sent: refused'],
    ['a word that nobody knows', { errMsg: 'what' }, 'unknown: no-answer'],
    ['an exception before', 'throw', 'unknown: no-answer'],
    ['an exception after', 'throw-after', 'unknown: no-answer'],
  ])
    it(`hands over what the client says: ${story}`, async () => {
      await relay();
      client.failNext('sendChatMessage', reply);
      tap('发送');
      assert.equal(await outcome(), expected);
      assert.equal(sends(), 1);
    });

  it('tells the agent where to look when the client is silent, and that nobody knows when the agent leaves', async () => {
    await relay();
    mock.timers.enable({ apis: ['setTimeout'] });
    client.failNext('sendChatMessage', 'never');
    tap('发送');
    await eventually('the native call', () => {
      mock.timers.tick(0);
      return sends() === 1;
    });
    mock.timers.tick(10_000);
    assert.match(textOf(), /企业微信还没有回应。请先看会话里有没有这条返回$/);
    tap('返回');
    assert.equal(await outcome(), 'unknown: no-answer');
  });

  it('sends nothing in WeChat, where there is no wx.qy', async () => {
    delete globalThis.wx.qy;
    await relay();
    assert.equal(await outcome(), 'not-sent: refused');
  });

  for (const query of [{}, { kf: '' }, { kf: '%%%' }, { kf: 'bnVsbA' }])
    it(`says so when something else opened it: ${JSON.stringify(query)}`, async () => {
      const before = source();
      open('pages/kf-relay/index', query);
      assert.equal(textOf(), '没有要发送的内容，请从工具栏里的页面发送返回');
      tap('返回');
      await eventually('the H5 page in front', () => stack.length === 1);
      assert.equal(source(), before);
    });
});
