import { expect } from '@open-wc/testing';
import { checkSupport, type Client, type Platform } from '../../src/core/index.js';
import { MSGTYPES } from '../support/messages.js';

const KF = 'single_kf_tools';
const PLATFORMS: Platform[] = ['ios', 'android', 'windows', 'mac'];
const code = (msgtype: string, client: Client): string | undefined => checkSupport(msgtype, client)?.code;

/** From the platform's page: the last version that is too old, and the first that is not. */
const SINCE: [msgtype: string, platform: Platform, before: string, first: string][] = [
  ['msgmenu', 'ios', '3.1.11', '3.1.12'],
  ['msgmenu', 'android', '3.1.11', '3.1.12'],
  ['msgmenu', 'windows', '3.1.19', '3.1.20'],
  ['channels_shop_product', 'ios', '4.1.5', '4.1.6'],
  ['channels_shop_product', 'android', '4.1.5', '4.1.6'],
  ['channels_shop_product', 'windows', '4.1.5', '4.1.6'],
  ['channels_shop_product', 'mac', '4.1.5', '4.1.6'],
  ['miniprogram', 'windows', '3.0.99', '3.1.0'],
  ['miniprogram', 'mac', '4.1.25', '4.1.26'],
];

describe('checkSupport: the version', () => {
  for (const [msgtype, platform, before, first] of SINCE) {
    it(`refuses ${msgtype} on ${platform} ${before}`, () => {
      expect(code(msgtype, { entry: KF, platform, version: before })).to.equal('client-too-old');
    });

    it(`lets ${msgtype} through on ${platform} ${first}`, () => {
      expect(checkSupport(msgtype, { entry: KF, platform, version: first })).to.equal(null);
    });
  }

  for (const version of ['5', '4.2', '4.1.10', '4.1.6.66174', '10.0.0', '4.01.06'])
    it(`takes ${version} for newer than 4.1.5, by numbers and not by letters`, () => {
      expect(code('channels_shop_product', { platform: 'ios', version })).to.be.undefined;
    });

  for (const version of ['4', '4.1', '4.0.99', '3.10.10', '0'])
    it(`takes ${version} for older than 4.1.6`, () => {
      expect(code('channels_shop_product', { platform: 'ios', version })).to.equal('client-too-old');
    });
});

describe('checkSupport: the platform', () => {
  for (const version of ['3.1.20', '9.9.9', undefined])
    it(`refuses a menu on mac ${version ?? 'of an unknown version'}`, () => {
      expect(code('msgmenu', { entry: KF, platform: 'mac', version })).to.equal('unsupported-platform');
    });
});

describe('checkSupport: the entry', () => {
  const elsewhere = [
    'contact_profile',
    'single_chat_tools',
    'group_chat_tools',
    'chat_attachment',
    'normal',
    'chain_single_chat_tools',
    'internal_group_chat_board',
    'one_that_comes_later',
    '',
  ];
  for (const msgtype of ['msgmenu', 'channels_shop_product']) {
    for (const entry of elsewhere)
      it(`refuses ${msgtype} from '${entry}'`, () => {
        expect(code(msgtype, { entry, platform: 'ios', version: '9.9.9' })).to.equal('wrong-entry');
      });
  }

  for (const msgtype of MSGTYPES.filter(type => !['msgmenu', 'channels_shop_product'].includes(type)))
    it(`leaves ${msgtype} to the client`, () => {
      for (const entry of elsewhere) expect(checkSupport(msgtype, { entry })).to.equal(null);
    });
});

describe('checkSupport: several reasons', () => {
  it('names the entry before the platform', () => {
    expect(code('msgmenu', { entry: 'normal', platform: 'mac', version: '1.0.0' })).to.equal('wrong-entry');
  });

  it('names the platform before the version', () => {
    expect(code('msgmenu', { entry: KF, platform: 'mac', version: '1.0.0' })).to.equal('unsupported-platform');
  });
});

describe('checkSupport: what it is not told', () => {
  for (const msgtype of MSGTYPES)
    it(`passes for ${msgtype}`, () => {
      expect(checkSupport(msgtype, {})).to.equal(null);
      expect(checkSupport(msgtype, { entry: KF, version: '0.0.1' })).to.equal(null);
      for (const platform of PLATFORMS.filter(name => msgtype !== 'msgmenu' || name !== 'mac'))
        expect(checkSupport(msgtype, { entry: KF, platform }), platform).to.equal(null);
    });

  it('passes for a msgtype that it does not know', () => {
    expect(checkSupport('sticker', { entry: 'normal', platform: 'mac', version: '1.0.0' })).to.equal(null);
  });

  for (const version of ['', 'latest', '4.x', 'v4.1.5', '4.1.5-beta'])
    it(`passes for a version that can't be read: '${version}'`, () => {
      expect(checkSupport('channels_shop_product', { platform: 'ios', version })).to.equal(null);
    });
});

describe('checkSupport: its answer', () => {
  it('is a KfError that says that nothing was sent', () => {
    const error = checkSupport('msgmenu', { entry: 'normal' });
    expect(error).to.be.instanceOf(Error).and.include({ name: 'KfError', outcome: 'not-sent' });
  });
});
