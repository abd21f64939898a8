import { expect } from '@open-wc/testing';
import { readReply } from '../../src/hosts/index.js';
import type { KfErrorCode } from '../../src/core/index.js';
import { codeOf } from '../support/code-of.js';
import { deepFreeze } from '../support/deep-freeze.js';

const MORE_INFO = 'more info at https://open.work.weixin.qq.com/devtool/query?e=40093';

const SUCCESS: unknown[] = [
  { err_msg: 'sendChatMessage:confirm' },
  { err_msg: 'sendChatMessage:yes' },
  { errMsg: 'sendChatMessage:ok', errCode: 0, err_msg: 'sendChatMessage:confirm' },
  { err_msg: 'SendChatMessage: OK ' },
  { ERR: 'MSG', errMsg: 'sendChatMessage:Confirm', errcode: '0' },
  'ok',
  'sendChatMessage:ok',
  '{"err_msg":"sendChatMessage:ok"}',
  ' {"errMsg": "qy__sendChatMessage:ok", "err_code": 0}',
  '"{\\"errmsg\\":\\"sendChatMessage:ok\\"}"',
  { errMsg: '{"err_msg":"sendChatMessage:ok"}' },
  { err_msg: 'sendChatMessage:ok' },
  { errMsg: 'sendChatMessage:ok', errCode: 0, err_msg: 'sendChatMessage:ok' },
  { err_code: 0, err_msg: 'qy.sendChatMessage:ok' },
  { err_code: 0, err_msg: 'qy.sendChatMessage:ok', errMsg: 'qy__sendChatMessage:ok' },
  { errMsg: 'qy__sendChatMessage:ok' },
  { errmsg: 'sendChatMessage:ok' },
  { errmsg: 'ok' },
  { err_msg: '', errMsg: 'sendChatMessage:ok' },
];

/** What the client says, in each spelling that was seen: phones, Windows (`errmsg`), mac (`err_msg`), and after the SDK. */
const FAILURES: [code: KfErrorCode, replies: unknown[]][] = [
  [
    'no-context',
    [
      { err_msg: 'sendChatMessage:fail without context of external contact' },
      { errMsg: 'sendChatMessage:fail without context of external contact', errCode: -1 },
      { err_msg: 'claimClassAdmin:fail without context of external contact' },
      { errMsg: 'sendChatMessage:without context of external contact', errCode: -1 },
      { errMsg: 'qy__sendChatMessage:fail without context of external contact' },
      { errmsg: 'fail_without context of external contact' },
    ],
  ],
  [
    'no-permission',
    [
      { err_msg: 'sendChatMessage:fail no permission' },
      { err_msg: 'sendChatMessage:fail_no permission' },
      { errmsg: 'fail_no permission' },
      { errmsg: 'fail_no permission to execute' },
      { err_msg: 'claimClassAdmin:fail no permission' },
      { errMsg: 'qy__sendChatMessage:fail no permission' },
      { err_code: -1, err_msg: 'qy.sendChatMessage:fail no permission' },
      { err_msg: 'sendChatMessage:permission denied' },
      { errmsg: 'permission denied' },
      // Without the call's name the first colon is that of the address.
      { errmsg: 'fail_no permission more info at https://open.work.weixin.qq.com/devtool/query' },
      { errMsg: 'sendChatMessage:no permission', errCode: -1 },
      { err_msg: 'sendChatMessage:fail_no permission to execute' },
      { errMsg: 'sendChatMessage:permission denied', errCode: -1 },
      { err_msg: 'system:access_denied' },
      { errMsg: 'sendChatMessage:accessdenied', errCode: -1 },
      '{"err_msg":"sendChatMessage:fail no permission"}',
    ],
  ],
  [
    'invalid-signature',
    [
      {
        err_msg: `sendChatMessage:fail_invalid signature ${MORE_INFO} maybe not added to jsApiList in wx.config`,
      },
      { err_msg: `agentConfig:invalid signature ${MORE_INFO}` },
      { errMsg: `qy__sendChatMessage:fail invalid signature ${MORE_INFO}` },
      { errmsg: `fail_invalid signature ${MORE_INFO}` },
      { errMsg: 'sendChatMessage://open.work.weixin.qq.com/devtool/query?e=40093', errCode: -1 },
      { errMsg: `sendChatMessage:invalid signature ${MORE_INFO.toLowerCase()}`, errCode: -1 },
    ],
  ],
  [
    'unsupported-msgtype',
    [
      { err_msg: 'sendChatMessage:fail unsupported msgtype' },
      { errMsg: 'qy__sendChatMessage:fail unsupported msgtype' },
      { errmsg: 'fail_unsupported msgtype' },
      { errMsg: 'sendChatMessage:fail unsupported msgtype', errCode: -1 },
      { errMsg: 'sendChatMessage:unsupportedmsgtype', errCode: -1 },
    ],
  ],
  [
    'member-not-allowed',
    [
      { err_msg: 'sendChatMessage:fail user not in allow list' },
      { err_msg: 'claimClassAdmin:fail user not in allow list' },
      { errMsg: 'qy__sendChatMessage:fail user not in allow list' },
      { errMsg: 'sendChatMessage:user not in allow list', errCode: -1 },
      { errmsg: 'user not in allow list' },
    ],
  ],
  [
    'invalid-image',
    [
      { err_msg: 'sendChatMessage:fail invalid imgUrl' },
      { errMsg: 'sendChatMessage:fail invalid imgurl', errCode: -1 },
      { err_msg: 'sendChatMessage:fail invalid img_url' },
      { err_msg: 'fail invalid img_url' },
      { errmsg: 'fail_invalid imgUrl' },
      { err_msg: '$apiName$:fail invalid imgUrl' },
      { err_msg: 'claimClassAdmin:fail invalid imgUrl' },
      { errMsg: 'qy__sendChatMessage:fail invalid imgUrl' },
    ],
  ],
  [
    'invalid-parameter',
    [
      { err_msg: 'sendChatMessage:fail, invalid param' },
      { errmsg: 'sendChatMessage:fail, invalid param, link or img_url is invalid' },
      { errMsg: 'sendChatMessage:fail, invalid param, link or imgurl is invalid', errCode: -1 },
      { errmsg: 'fail_invalid param' },
    ],
  ],
  [
    'miniprogram-not-linked',
    [
      { err_msg: 'sendChatMessage:fail, not allow to cross corp' },
      { errmsg: 'sendChatMessage:fail, not allow to cross corp' },
      { errMsg: 'qy__sendChatMessage:fail, not allow to cross corp' },
      { err_msg: 'sendChatMessage:fail_invalid miniprogram info' },
      { err_msg: 'sendChatMessage:fail_invalid_miniprogram_info' },
      { errMsg: 'sendChatMessage:invalidminiprograminfo', errCode: -1 },
    ],
  ],
  [
    'cancelled',
    [
      { err_msg: 'sendChatMessage:cancel' },
      { errMsg: 'sendChatMessage:cancel', errCode: -1 },
      { err_msg: 'sendChatMessage:fail cancel' },
      { err_msg: 'sendChatMessage:fail_cancel' },
      { errMsg: 'qy__sendChatMessage:fail cancel' },
      { errmsg: 'cancel' },
      { err_msg: 'sendChatMessage:Cancel', errCode: 0 },
      { err_msg: 'sendChatMessage:cancelled' },
      '{"err_msg":"sendChatMessage:cancel"}',
    ],
  ],
  [
    'refused',
    [
      { err_msg: 'sendChatMessage:fail' },
      { errMsg: 'sendChatMessage:fail', errCode: -1 },
      { err_msg: 'system:function_not_exist' },
      { errMsg: 'sendChatMessage:functionnotexist', errCode: -1 },
      { err_msg: 'sendChatMessage:fail something new' },
      { err_msg: 'sendChatMessage:fail_something_new', errMsg: 'sendChatMessage:something new' },
      { err_msg: 'sendChatMessage:failed' },
      { err_msg: 'sendChatMessage:Fail' },
      { err_msg: 'sendChatMessage:deny' },
      { err_msg: 'system:denied' },
      { errmsg: '45098 msgmenu list size is out of limit' },
      { errMsg: 'sendChatMessage:45098 msgmenu list size is out of limit' },
      { err_msg: `agentConfig:invalid corpId ${MORE_INFO.replace('40093', '40013')}` },
      { errCode: -1 },
      { err_code: 40001 },
      { errcode: '40001' },
      { errCode: -1, err_msg: 'sendChatMessage:something else' },
      { errCode: -1, err_msg: 'sendChatMessage:ok' },
      { err_code: 1, errMsg: 'qy__sendChatMessage:ok' },
      '{"err_msg":"sendChatMessage:fail"}',
      '{"errCode":-1}',
      { errMsg: '{"errcode":40001,"errmsg":"ok"}' },
      'sendChatMessage:fail',
    ],
  ],
];

const frozen = (reply: unknown): unknown => (typeof reply === 'object' && reply ? deepFreeze(reply) : reply);

describe('a reply that says yes', () => {
  for (const reply of SUCCESS)
    it(JSON.stringify(reply), () => expect(readReply('sendChatMessage', frozen(reply))).to.equal(null));
});

for (const [code, replies] of FAILURES)
  describe(`a reply that means ${code}`, () => {
    for (const reply of replies)
      it(JSON.stringify(reply), () => {
        const error = readReply('sendChatMessage', frozen(reply));
        expect(error).to.include({ code, outcome: 'not-sent' });
        expect(error?.raw).to.equal(reply);
      });
  });

describe('a reply that only contains ok', () => {
  for (const text of [
    'invalid token',
    'sendChatMessage:invalid token',
    'sendChatMessage:not ok',
    'sendChatMessage:不ok',
    '不ok',
    'sendChatMessage:ok, but not really',
    'sendChatMessage:token_expired',
  ])
    it(`says neither yes nor no: ${text}`, () => {
      for (const reply of [{ err_msg: text }, { errmsg: text }, { errMsg: text }, text])
        expect(readReply('sendChatMessage', reply)).to.include({ code: 'no-answer', outcome: 'unknown' });
    });

  it('is a refusal where it also fails', () => {
    expect(readReply('sendChatMessage', { err_msg: 'ok:fail' })).to.include({ code: 'refused' });
  });

  it('is no success because of its number', () => {
    const reply = { err_code: 0, errCode: 0, err_msg: 'sendChatMessage:fail no permission' };
    expect(readReply('sendChatMessage', reply)).to.include({ code: 'no-permission' });
  });
});

describe('a reply that says neither yes nor no', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = {
    get err_msg(): string {
      throw new Error('not for you');
    },
  };
  const REPLIES: [story: string, reply: unknown][] = [
    ...[undefined, null, '', ' ', {}, { errCode: 0 }, { err_msg: '' }, { err_msg: null }, [], 0, 5, NaN, true].map(
      (reply): [string, unknown] => [JSON.stringify(reply) ?? 'undefined', reply],
    ),
    ...['null', '{}', '{"errCode":0}', '{"err_msg":', '"', '[]'].map((text): [string, unknown] => [text, text]),
    ['a symbol', Symbol('ok')],
    ['a function', () => 'ok'],
    ['an exception', new Error('sendChatMessage:ok')],
    ['a revoked proxy', revoked.proxy],
    ['an object that throws when it is read', throwing],
    ['a text that is none', { err_msg: { toString: () => 'sendChatMessage:ok' } }],
    ['an unknown word and the number of no error', { err_msg: 'sendChatMessage:发送成功', errCode: 0 }],
    ['an error number that is none', { errCode: 'x', err_code: null, errcode: NaN }],
    ['yes and no', { err_msg: 'sendChatMessage:fail', errMsg: 'sendChatMessage:ok' }],
    ['100,000 open brackets', '{"a":'.repeat(100_000)],
  ];
  for (const [story, reply] of REPLIES)
    it(`is no answer, and nobody knows: ${story}`, () => {
      const error = readReply('sendChatMessage', reply);
      expect(error).to.include({ code: 'no-answer', outcome: 'unknown' });
      expect(Object.is(error?.raw, reply)).to.be.true;
    });
});

describe('a reply to a function without a name', () => {
  it('is an invalid argument', () => {
    for (const api of [undefined, Symbol('api'), {}])
      expect(codeOf(() => readReply(api as string, { err_msg: 'ok' }))).to.equal('invalid-argument');
  });
});
