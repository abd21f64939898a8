import { expect } from '@open-wc/testing';
import { readReply } from '../../src/hosts/index.js';
import type { KfErrorCode } from '../../src/core/index.js';
import { deepFreeze } from '../support/deep-freeze.js';

const MORE_INFO = 'more info at https://open.work.weixin.qq.com/devtool/query?e=40093';

const SUCCESS: object[] = [
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
const FAILURES: [code: KfErrorCode, replies: object[]][] = [
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
    ],
  ],
  [
    'refused',
    [
      { err_msg: 'sendChatMessage:fail' },
      { errMsg: 'sendChatMessage:fail', errCode: -1 },
      { err_msg: 'system:function_not_exist' },
      { err_msg: 'sendChatMessage:fail something new' },
      { err_msg: 'sendChatMessage:msgtype错误' },
      { errmsg: '45098 msgmenu list size is out of limit' },
      { err_msg: `agentConfig:invalid corpId ${MORE_INFO.replace('40093', '40013')}` },
      { errMsg: 'sendChatMessage:functionnotexist', errCode: -1 },
      { err_msg: 'sendChatMessage:failed' },
      { err_msg: 'sendChatMessage:confirm' }, // the SDK makes ok of it; no client was seen to say it
      { err_msg: 'sendChatMessage:yes' },
    ],
  ],
];

describe('a reply that says ok', () => {
  for (const reply of SUCCESS)
    it(JSON.stringify(reply), () => expect(readReply('sendChatMessage', deepFreeze(reply))).to.equal(null));
});

for (const [code, replies] of FAILURES)
  describe(`a reply that means ${code}`, () => {
    for (const reply of replies)
      it(JSON.stringify(reply), () => {
        const error = readReply('sendChatMessage', deepFreeze(reply));
        expect(error).to.include({ code, outcome: 'not-sent' });
        expect(error?.raw).to.equal(reply);
      });
  });

describe('a reply that only contains ok', () => {
  for (const text of [
    'invalid token',
    'sendChatMessage:invalid token',
    'sendChatMessage:not ok',
    'sendChatMessage:ok, but not really',
    'ok:fail',
    'sendChatMessage:token_expired',
  ])
    it(`is no success: ${text}`, () => {
      for (const key of ['err_msg', 'errmsg', 'errMsg'])
        expect(readReply('sendChatMessage', { [key]: text })).to.include({
          code: 'refused',
          outcome: 'not-sent',
        });
    });

  it('is no success because of its number', () => {
    const reply = { err_code: 0, errCode: 0, err_msg: 'sendChatMessage:fail no permission' };
    expect(readReply('sendChatMessage', reply)).to.include({ code: 'no-permission' });
  });
});

describe('a reply without a text', () => {
  for (const reply of [undefined, null, '', {}, { errCode: 0 }, { err_msg: '' }, { err_msg: null }, [], 0, true])
    it(`is no answer, and nobody knows: ${JSON.stringify(reply) ?? 'undefined'}`, () => {
      const error = readReply('sendChatMessage', reply);
      expect(error).to.include({ code: 'no-answer', outcome: 'unknown' });
      expect(error?.raw).to.equal(reply);
    });
});
