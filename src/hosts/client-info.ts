import type { Platform } from '../core/message.js';

export interface ClientInfo {
  platform?: Platform;
  /** Absent where it can't be trusted: outside WeCom and in `wxworklocal` builds. */
  version?: string;
  theme?: 'light' | 'dark';
}

const PLATFORMS: readonly [RegExp, Platform][] = [
  [/iphone|ipad|ipod/i, 'ios'],
  [/android/i, 'android'],
  [/windows/i, 'windows'],
  [/macintosh/i, 'mac'],
];

/** Reads a user agent of the client. Source: user agents seen on devices; an iPad may call itself a Macintosh, with touch points. */
export function readUserAgent(userAgent: string, maxTouchPoints = 0): ClientInfo {
  const info: ClientInfo = {};
  if (typeof userAgent !== 'string') return info;
  const [, scheme] = /ColorScheme\/(dark|light)/i.exec(userAgent) || [];
  if (scheme) info.theme = scheme.toLowerCase() as 'light' | 'dark';
  const [, version] = /\bwxwork\/([\d.]+)/i.exec(userAgent) || [];
  if (!version) return info;
  if (!/wxworklocal/i.test(userAgent)) info.version = version;
  const platform = PLATFORMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (platform) info.platform = platform === 'mac' && maxTouchPoints > 2 ? 'ios' : platform;
  return info;
}

let last = { userAgent: '', info: {} as ClientInfo };

/** The client in which this page runs, as far as its user agent says. */
export function clientInfo(): ClientInfo {
  const { userAgent, maxTouchPoints } = navigator;
  if (last.userAgent !== userAgent) last = { userAgent, info: readUserAgent(userAgent, maxTouchPoints) };
  return last.info;
}
