import { expect } from '@open-wc/testing';
import { KfError, type Issue, type IssueCode, type KfErrorCode } from '../../src/core/index.js';
import { describeError, describeIssue, setWords } from '../../src/locales/index.js';
import '../../src/locales/en.js';
import '../../src/locales/zh-tw.js';
import { codeOf } from '../support/code-of.js';

const issue = (code: IssueCode, facts: Partial<Issue> = {}): Issue => ({
  code,
  severity: 'error',
  path: ['msgmenu', 'list', 2, 'view', 'url'],
  ...facts,
});

describe('describeIssue', () => {
  it('names the field', () => {
    expect(describeIssue(issue('too-short'))).to.equal('还没填网址');
  });

  it('says how much is too much, in bytes and in characters', () => {
    expect(describeIssue(issue('too-long', { limit: 1024, actual: 1038 }))).to.equal('超出 14 字节，约 5 个汉字');
  });

  it('counts items from one', () => {
    expect(describeIssue(issue('unknown-item-type'))).to.equal('第 3 项的类型不认识，请改类型或删掉');
  });

  it('tells an address that lacks its scheme from one that must not be sent', () => {
    expect(describeIssue(issue('url-scheme', { severity: 'warning' }))).to.equal('网址没有 https://，客户可能打不开');
    expect(describeIssue(issue('url-scheme'))).to.equal('这种网址不能发给客户');
  });
});

describe('describeError', () => {
  it('says what happened, then what to do', () => {
    expect(describeError(new KfError('host-absent', 'x'))).to.equal('没有连上企业微信。请在企业微信里打开本页');
  });

  it('names the client and the version that it needs', () => {
    const details = { msgtype: 'msgmenu', platform: 'android', version: '3.1.10', since: '3.1.12' };
    expect(describeError(new KfError('client-too-old', 'x', { details }))).to.equal(
      '企业微信 3.1.10 太旧。菜单消息要 3.1.12 起，请先升级',
    );
  });

  it('never calls an unknown outcome a failure', () => {
    const text = describeError(new KfError('refused', 'x', { outcome: 'unknown' }));
    expect(text).to.equal('不确定发出没有。请先看会话里有没有这条');
  });

  it("keeps the client's own words together, whatever stands in them", () => {
    const error = new KfError('refused', 'x', { details: { text: 'fail | {n}' } });
    expect(describeError(error)).to.equal('没发出去：fail | {n}。请再试一次');
  });

  it("leaves data as it is, also where it is one of our words' keys", () => {
    const text = (details: Record<string, string>): string => describeError(new KfError('refused', 'x', { details }));
    for (const key of ['list', 'msgmenu', 'ios', 'cancel', 'constructor'])
      expect(text({ text: key })).to.equal(`没发出去：${key}。请再试一次`);
  });
});

/** Every code, by the compiler's word. */
const ISSUES: Record<IssueCode, 0> = {
  'not-an-object': 0,
  'unknown-msgtype': 0,
  'missing-body': 0,
  'wrong-type': 0,
  required: 0,
  'too-short': 0,
  'too-long': 0,
  'too-many-items': 0,
  'empty-menu': 0,
  'unknown-item-type': 0,
  'missing-item-body': 0,
  'server-only-key': 0,
  'url-scheme': 0,
  'page-suffix': 0,
  'duplicate-id': 0,
  'price-format': 0,
  'price-suspect': 0,
  'http-image': 0,
  'extra-body': 0,
  'unknown-key': 0,
  'enter-chat-ignored': 0,
  'variable-missing': 0,
  'price-hidden': 0,
  'not-on-sale': 0,
  'no-stock': 0,
  'not-portable': 0,
};
/** Those that a page meets without the user ever seeing them have the words of `refused`. */
const ERRORS: Record<KfErrorCode, 0> = {
  'invalid-message': 0,
  'invalid-argument': 0,
  'bridge-absent': 0,
  'host-absent': 0,
  'no-context': 0,
  'wrong-entry': 0,
  'unsupported-platform': 0,
  'client-too-old': 0,
  'unsupported-msgtype': 0,
  'no-permission': 0,
  'member-not-allowed': 0,
  'invalid-signature': 0,
  'invalid-image': 0,
  'invalid-parameter': 0,
  'miniprogram-not-linked': 0,
  cancelled: 0,
  'customer-changed': 0,
  stopped: 0,
  aborted: 0,
  timeout: 0,
  'no-answer': 0,
  'too-large': 0,
  'shop-api': 0,
  refused: 0,
};

for (const [lang, ours] of [
  ['zh-CN', /\p{Script=Han}/u],
  ['zh-TW', /\p{Script=Han}/u],
  ['en', /^[^\p{Script=Han}，。：、「」]+$/u],
] as const)
  describe(`in ${lang}`, () => {
    const said = (text: string, code: string): void => {
      expect(text, code).to.match(ours);
      expect(text, code).not.to.match(/[{}|]|undefined/);
      expect(text, code).not.to.equal(code);
    };

    for (const severity of ['error', 'warning'] as const)
      it(`every issue that is ${severity === 'error' ? 'an error' : 'a warning'} has its words`, () => {
        for (const code of Object.keys(ISSUES) as IssueCode[])
          said(describeIssue(issue(code, { severity, limit: 10, actual: 13 }), lang), code);
      });

    it('every error has its words', () => {
      const details = {
        text: 'x',
        msgtype: 'msgmenu',
        platform: 'mac',
        version: '3.1.10',
        since: '3.1.12',
        seconds: 10,
      };
      for (const code of Object.keys(ERRORS) as KfErrorCode[])
        for (const outcome of ['not-sent', 'unknown'] as const)
          said(describeError(new KfError(code, 'x', { details, outcome }), lang), code);
    });
  });

describe('the language', () => {
  const told = (lang?: string): string => describeError(new KfError('cancelled', 'x'), lang);

  it('is zh-CN where none is asked for', () => {
    expect(told()).to.equal('已取消，没有发出');
  });

  it('is that of the family, in whatever case', () => {
    for (const lang of ['en', 'EN', 'en-GB', 'en-us']) expect(told(lang), lang).to.equal('Cancelled. Nothing was sent');
    for (const lang of ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'ZH-cn'])
      expect(told(lang), lang).to.equal('已取消，没有发出');
    for (const lang of ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-HK', 'ZH-tw'])
      expect(told(lang), lang).to.equal('已取消，沒有傳出');
  });

  it('is zh-CN where nobody has words for it', () => {
    for (const lang of ['fr', 'zh-', 'english', 'constructor', '__proto__', ''])
      expect(told(lang), lang).to.equal('已取消，没有发出');
  });

  it('may be anything at all', () => {
    for (const lang of [null, 5, {}]) expect(told(lang as unknown as string)).to.equal('已取消，没有发出');
  });
});

describe('setWords', () => {
  after(() => setWords('zh-CN', { send: '发送' }));

  it('replaces words and leaves the others', () => {
    setWords('x-test', { 'error.host-absent': 'Nobody|Come in' });
    expect(describeError(new KfError('host-absent', 'x'), 'x-test')).to.equal('Nobody。Come in');
    expect(describeIssue(issue('too-short'), 'x-test')).to.equal('还没填网址');
  });

  it('speaks to a region with the rest of its language', () => {
    setWords('en-NZ', { 'error.cancelled': 'Called off' });
    expect(describeError(new KfError('cancelled', 'x'), 'en-nz')).to.equal('Called off');
    expect(describeError(new KfError('cancelled', 'x'), 'en')).to.equal('Cancelled. Nothing was sent');
    expect(describeIssue(issue('too-short'), 'en-NZ')).to.equal('URL is missing');
  });

  it('speaks to the whole family, and to those who have no words of their own', () => {
    setWords('zh-TW', { 'error.cancelled': '取消了' });
    expect(describeError(new KfError('cancelled', 'x'), 'zh-HK')).to.equal('取消了');
    setWords('zh-CN', { 'error.stopped': '拦下了' });
    expect(describeError(new KfError('stopped', 'x'), 'fr')).to.equal('拦下了');
  });

  it('adds to what was set before', () => {
    setWords('x-more', { 'error.cancelled': 'A' });
    setWords('X-More', { 'error.stopped': 'B' });
    expect(describeError(new KfError('cancelled', 'x'), 'x-more')).to.equal('A');
    expect(describeError(new KfError('stopped', 'x'), 'x-more')).to.equal('B');
  });
});

describe('the words, given what they do not take', () => {
  const throwing = new Proxy({}, { get: () => expect.fail('read'), ownKeys: () => expect.fail('listed') });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const deep = (): unknown[] => {
    let list: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth++) list = [list];
    return list;
  };

  for (const [name, bad] of Object.entries({
    null: null,
    undefined: undefined,
    'a number': 5,
    'a text': 'text',
    'a symbol': Symbol('x'),
    'a function': () => undefined,
    'a proxy that throws': throwing,
    'a revoked proxy': revoked,
  }))
    it(`call ${name} an invalid argument`, () => {
      expect(codeOf(() => describeIssue(bad as never))).to.equal('invalid-argument');
      expect(codeOf(() => describeError(bad as never))).to.equal('invalid-argument');
      expect(codeOf(() => setWords('en', bad as never))).to.equal('invalid-argument');
    });

  it('call what is no issue an invalid argument', () => {
    for (const bad of [
      {},
      [],
      { path: [] },
      { code: 'required' },
      { code: 5, path: [] },
      { code: 'required', path: 'msgmenu' },
      { code: 'required', path: [Symbol('x')] },
      { code: 'required', path: [Object.create(null)] },
      { code: 'required', path: [deep()] },
      { code: 'too-long', path: [], limit: 1n, actual: 2 },
    ])
      expect(codeOf(() => describeIssue(bad as never))).to.equal('invalid-argument');
  });

  it('put up with an issue of another version', () => {
    expect(describeIssue({ code: 'of-tomorrow', severity: 'error', path: [cycle] } as never)).to.equal('of-tomorrow');
  });

  it('call what is no error an invalid argument', () => {
    const throws = { toString: () => expect.fail('read') };
    for (const bad of [
      {},
      [],
      { message: 5 },
      { message: 'x', code: 'refused', details: null },
      { message: 'x', code: 'refused', details: { text: throws } },
      { message: 'x', code: Symbol('x') },
    ])
      expect(codeOf(() => describeError(bad as never))).to.equal('invalid-argument');
  });

  it('call a language without a name an invalid argument', () => {
    for (const lang of ['', '-', '__proto__', ' en', null, 5, Symbol('x'), {}, revoked])
      expect(codeOf(() => setWords(lang as never, {}))).to.equal('invalid-argument');
  });

  it('call a word that is no text an invalid argument, and take none of the others', () => {
    const send = {
      get send(): string {
        return expect.fail('read');
      },
    };
    for (const bad of [{ more: 'x', send: 5 }, { more: 'x', send: null }, { more: 'x', send: Symbol('x') }, send])
      expect(codeOf(() => setWords('x-bad', bad as never))).to.equal('invalid-argument');
    setWords('x-bad', { 'error.cancelled': undefined } as never);
    expect(describeError(new KfError('cancelled', 'x'), 'x-bad')).to.equal('已取消，没有发出');
  });
});
