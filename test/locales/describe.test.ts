import { expect } from '@open-wc/testing';
import { KfError, type Issue, type IssueCode } from '../../src/core/index.js';
import { describeError, describeIssue, setWords } from '../../src/locales/index.js';
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
    expect(describeIssue(issue('url-scheme', { severity: 'warning' }))).to.equal('网址要以 https:// 开头');
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
});

describe('setWords', () => {
  after(() => setWords('zh-CN', { send: '发送' }));

  it('replaces words and leaves the others', () => {
    setWords('x-test', { 'error.host-absent': 'Nobody|Come in' });
    expect(describeError(new KfError('host-absent', 'x'), 'x-test')).to.equal('Nobody。Come in');
    expect(describeIssue(issue('too-short'), 'x-test')).to.equal('还没填网址');
  });
});

describe('the words, given what they do not take', () => {
  for (const bad of [null, undefined, 5, 'text'])
    it(`call ${String(bad)} an invalid argument`, () => {
      expect(codeOf(() => describeIssue(bad as unknown as Issue))).to.equal('invalid-argument');
      expect(codeOf(() => describeError(bad as unknown as KfError))).to.equal('invalid-argument');
      expect(codeOf(() => setWords('en', bad as unknown as object))).to.equal('invalid-argument');
    });

  it('call a language without a name an invalid argument', () => {
    expect(codeOf(() => setWords('', {}))).to.equal('invalid-argument');
  });
});
