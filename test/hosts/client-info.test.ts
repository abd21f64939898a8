import { expect } from '@open-wc/testing';
import { readUserAgent, type ClientInfo } from '../../src/hosts/index.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';

/** User agents as they were seen. */
const SEEN: [story: string, userAgent: string, info: ClientInfo][] = [
  [
    'iOS 4.1.30',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${APPLE}  Mobile/15E148 wxwork/4.1.30 MicroMessenger/7.0.1 Language/zh ColorScheme/Light wwmver/3.26.13.714`,
    { platform: 'ios', version: '4.1.30', theme: 'light' },
  ],
  [
    'iOS 3.1.2',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X) ${APPLE} Mobile/15E148 wxwork/3.1.2 MicroMessenger/7.0.1 Language/zh`,
    { platform: 'ios', version: '3.1.2' },
  ],
  [
    'a web-view in a mini program on iOS 4.0.6',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) ${APPLE} Mobile/15E148 wxwork/4.0.6 MicroMessenger/7.0.1 Language/zh ColorScheme/Dark miniprogram`,
    { platform: 'ios', version: '4.0.6', theme: 'dark' },
  ],
  [
    'Android 5.0.6',
    `Mozilla/5.0 (Linux; Android 14; wv) ${KHTML} Version/4.0 Chrome/138.0.7204.180 Mobile Safari/537.36 XWEB/1380275 MMWEBSDK/20250202 MMWEBID/3998 wxwork/5.0.6 MicroMessenger/7.0.1 NetType/WIFI Language/zh Lang/zh ColorScheme/Light wwmver/3.26.506.647`,
    { platform: 'android', version: '5.0.6', theme: 'light' },
  ],
  [
    'Android 4.1.36',
    `Mozilla/5.0 (Linux; Android 15; wv) ${KHTML} Version/4.0 Chrome/130.0.6723.86 Mobile Safari/537.36 wxwork/4.1.36 MicroMessenger/7.0.1 NetType/4G Language/zh Lang/zh ColorScheme/Dark wwmver/3.26.36.632`,
    { platform: 'android', version: '4.1.36', theme: 'dark' },
  ],
  [
    'Android 3.1.20 with X5',
    `Mozilla/5.0 (Linux; Android 11; M2102J2SC; wv) ${KHTML} Version/4.0 Chrome/77.0.3865.120 MQQBrowser/6.2 TBS/045737 Mobile Safari/537.36 wxwork/3.1.20 ColorScheme/Light MicroMessenger/7.0.1`,
    { platform: 'android', version: '3.1.20', theme: 'light' },
  ],
  [
    'a mini program on Android',
    `Mozilla/5.0 (Linux; Android 14; wv) ${KHTML} Version/4.0 Chrome/138.0.7204.180 Mobile Safari/537.36 XWEB/1380347 wxwork/5.0.6.66174 MicroMessenger/8.0.28.48(0x28001c30) MiniProgramEnv/android Luggage/3.0.2`,
    { platform: 'android', version: '5.0.6.66174' },
  ],
  [
    'Windows 5.0.8',
    `Mozilla/5.0 (Windows NT 10.0; WOW64) ${KHTML} Chrome/129.0.6668.101 Safari/537.36 Language/zh ColorScheme/Light wxwork/5.0.8 (MicroMessenger/6.2) WindowsWechat  MailPlugin_Electron WeMail embeddisk wwmver/3.26.508.633`,
    { platform: 'windows', version: '5.0.8', theme: 'light' },
  ],
  [
    'Windows 3.1.10, which says it twice',
    `Mozilla/5.0 (Windows NT 10.0; WOW64) ${KHTML} Chrome/53.0.2785.116 Safari/537.36 QBCore/4.0.1326.400 QQBrowser/9.0.2524.400 Mozilla/5.0 (Windows NT 10.0; WOW64) ${KHTML} Chrome/53.0.2785.116 Safari/537.36 wxwork/3.1.10 (MicroMessenger/6.2) WindowsWechat`,
    { platform: 'windows', version: '3.1.10' },
  ],
  [
    'mac 4.1.9',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Language/en ColorScheme/Dark DistType/publish-website wxwork/4.1.9 (MicroMessenger/6.2) WeChat/2.0.4 Safari/605.1.15`,
    { platform: 'mac', version: '4.1.9', theme: 'dark' },
  ],
  [
    'a mini program on mac 5.0.8',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} wxwork/5.0.8 MicroMessenger/7.0.0(0x17000000) MacWechat/5.0.8(0x15000800) MiniProgramEnv/Mac MiniProgram/`,
    { platform: 'mac', version: '5.0.8' },
  ],
];

const IPAD = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Mobile/15E148 wxwork/4.1.30 MicroMessenger/7.0.1`;

describe('the user agent', () => {
  for (const [story, userAgent, info] of SEEN)
    it(`of ${story} is understood`, () => expect(readUserAgent(userAgent)).to.deep.equal(info));

  it('of a private deployment has a platform, but no version to trust', () => {
    const userAgent = `Mozilla/5.0 (Windows NT 10.0; WOW64) ${KHTML} Chrome/107.0 Safari/537.36 wxworklocal/3.2.200 wwlocal/3.2.200 wxwork/4.0.0 appname/wxworklocal`;
    expect(readUserAgent(userAgent)).to.deep.equal({ platform: 'windows' });
  });

  it('of a private deployment that names no wxwork at all says nothing', () => {
    const userAgent = `Mozilla/5.0 (Windows NT 10.0; WOW64) ${KHTML} Chrome/107.0 wxworklocal/3.2.200 wwlocal/3.2.200`;
    expect(readUserAgent(userAgent)).to.deep.equal({});
  });

  it('of an iPad that calls itself a Macintosh is told by its touch points', () => {
    expect(readUserAgent(IPAD, 5).platform).to.equal('ios');
    expect(readUserAgent(IPAD, 0).platform).to.equal('mac');
  });

  for (const [story, userAgent] of [
    ['WeChat', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${APPLE} MicroMessenger/8.0.50 Language/zh_CN`],
    ['a browser on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/143.0.0.0 Safari/537.36`],
    ['nothing', ''],
  ] as const)
    it(`of ${story} names neither platform nor version`, () => {
      expect(readUserAgent(userAgent)).not.to.have.any.keys('platform', 'version');
    });
});
