import type { Platform } from '../core/message.js';

export interface ClientInfo {
  platform?: Platform;
  /** Absent where it can't be trusted: outside WeCom and in `wxworklocal` builds. */
  version?: string;
  theme?: 'light' | 'dark';
}

const PLATFORMS: readonly [RegExp, Platform][] = [
  [/iphone|ipad|ipod/, 'ios'],
  [/android/, 'android'],
  [/windows/, 'windows'],
  [/macintosh/, 'mac'],
];

const THEMES = ['dark', 'light'] as const;

/** An iPad may call itself a Macintosh, with touch points. */
function platformOf(words: string, touchPoints: unknown): Platform | undefined {
  const [, platform] = PLATFORMS.find(([pattern]) => pattern.test(words)) ?? [];
  return platform === 'mac' && typeof touchPoints === 'number' && touchPoints > 2 ? 'ios' : platform;
}

/**
 * Reads a user agent of the client; another value than a text says nothing. Source: user agents seen on devices.
 */
export function readUserAgent(userAgent: string, maxTouchPoints = 0): ClientInfo {
  const info: ClientInfo = {};
  if (typeof userAgent !== 'string') return info;
  const words = userAgent.toLowerCase();
  const theme = THEMES.find(name => words.includes(`colorscheme/${name}`));
  if (theme) info.theme = theme;
  const [, version] = /\bwxwork\/([\d.]+)/.exec(words) ?? [];
  if (!version) return info;
  if (!/wxworklocal/.test(words)) info.version = version;
  const platform = platformOf(words, maxTouchPoints);
  if (platform) info.platform = platform;
  return info;
}

/**
 * What a host's `clientInfo()` says, as far as it is a platform and a version like `4.1.6`. Anything else, also what throws when
 * it is read, is as good as not said: an own host may answer with whatever it likes.
 */
export function readClientInfo(answer: unknown): Omit<ClientInfo, 'theme'> {
  const info: ClientInfo = {};
  try {
    const { platform, version }: Record<string, unknown> = Object(answer);
    const [, known] = PLATFORMS.find(([, name]) => name === platform) ?? [];
    if (known) info.platform = known;
    if (typeof version === 'string' && /^\d[\d.]*$/.test(version)) info.version = version;
  } catch {
    // a getter or a proxy that throws
  }
  return info;
}

let read: { userAgent: string; info: Readonly<ClientInfo> } | undefined;

/** The client in which this page runs, as far as its user agent says. Read once: every card asks for it each time it renders. */
export function clientInfo(): Readonly<ClientInfo> {
  const { userAgent } = navigator;
  if (read?.userAgent !== userAgent)
    read = { userAgent, info: Object.freeze(readUserAgent(userAgent, navigator.maxTouchPoints)) };
  return read.info;
}
