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

/** Reads a user agent of the client. Source: user agents seen on devices; an iPad may call itself a Macintosh, with touch points. */
export function readUserAgent(userAgent: string, maxTouchPoints = 0): ClientInfo {
  const info: ClientInfo = {};
  if (typeof userAgent !== 'string') return info;
  const words = userAgent.toLowerCase();
  const [, scheme] = /colorscheme\/(dark|light)/.exec(words) || [];
  if (scheme) info.theme = scheme as 'light' | 'dark';
  const [, version] = /\bwxwork\/([\d.]+)/.exec(words) || [];
  if (!version) return info;
  if (!/wxworklocal/.test(words)) info.version = version;
  const [, platform] = PLATFORMS.find(([pattern]) => pattern.test(words)) || [];
  if (platform) info.platform = platform === 'mac' && maxTouchPoints > 2 ? 'ios' : platform;
  return info;
}

/** The client in which this page runs, as far as its user agent says. */
export const clientInfo = (): ClientInfo => readUserAgent(navigator.userAgent, navigator.maxTouchPoints);
