import type { Platform } from '../core/message.js';

interface Globals {
  WeixinJSBridge?: unknown;
  wx?: { qy?: unknown };
}

/** The client's objects in a page, and what was there before. */
interface PageGlobals {
  setBridge(bridge: object): void;
  setQy(qy: object): void;
  /** What was not there before is not there afterwards. */
  restore(): void;
}

const putBack = (owner: object, key: string, value: unknown): void => {
  if (value === undefined) Reflect.deleteProperty(owner, key);
  else Reflect.set(owner, key, value);
};

export function putInto(owner: object): PageGlobals {
  const page = owner as Globals;
  const before = { bridge: page.WeixinJSBridge, wx: page.wx, qy: page.wx?.qy };
  let ownQy = false;
  return {
    setBridge(bridge) {
      page.WeixinJSBridge = bridge;
    },
    setQy(qy) {
      ownQy = true;
      page.wx ??= {};
      page.wx.qy = qy;
    },
    restore() {
      putBack(page, 'WeixinJSBridge', before.bridge);
      if (before.wx && ownQy) putBack(before.wx, 'qy', before.qy);
      putBack(page, 'wx', before.wx);
    },
  };
}

/** The client shows its scheme in the user agent; the simulated one takes the system's. */
const scheme = (): string => (matchMedia('(prefers-color-scheme: dark)').matches ? 'Dark' : 'Light');

/** User agents as they were seen on devices, with the version left open. */
const USER_AGENTS: Record<Platform, (version: string) => string> = {
  ios: version =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)  Mobile/15E148 wxwork/${version} MicroMessenger/7.0.1 Language/zh ColorScheme/${scheme()} wwmver/3.26.13.714`,
  android: version =>
    `Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.86 Mobile Safari/537.36 wxwork/${version} MicroMessenger/7.0.1 NetType/4G Language/zh Lang/zh ColorScheme/${scheme()} wwmver/3.26.36.632`,
  windows: version =>
    `Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.6668.101 Safari/537.36 Language/zh ColorScheme/${scheme()} wxwork/${version} (MicroMessenger/6.2) WindowsWechat  MailPlugin_Electron WeMail embeddisk wwmver/3.26.508.633`,
  mac: version =>
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Language/zh ColorScheme/${scheme()} DistType/publish-website wxwork/${version} (MicroMessenger/6.2) WeChat/2.0.4 Safari/605.1.15`,
};

const NAVIGATOR_PLATFORMS: Record<Platform, string> = {
  ios: 'iPhone',
  android: 'Linux armv81',
  windows: 'Win32',
  mac: 'MacIntel',
};

/** Makes the page's navigator say that it runs in this client; both the SDK and the bridge read it. */
export function pretendToBe(platform: Platform, version: string): void {
  const values = {
    userAgent: USER_AGENTS[platform](version),
    platform: NAVIGATOR_PLATFORMS[platform],
    maxTouchPoints: platform === 'ios' || platform === 'android' ? 5 : 0,
  };
  for (const [key, value] of Object.entries(values))
    Object.defineProperty(navigator, key, { configurable: true, get: () => value });
}

/** Lets the navigator tell the truth again. */
export function stopPretending(): void {
  for (const key of ['userAgent', 'platform', 'maxTouchPoints']) Reflect.deleteProperty(navigator, key);
}
