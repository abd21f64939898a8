import { invalidArgument, KfError, type KfErrorCode } from './error.js';
import type { Platform } from './message.js';

/** What is known of the client and of the place from which the page was opened. */
export interface Client {
  entry?: string | undefined;
  platform?: Platform | undefined;
  version?: string | undefined;
}

interface Support {
  entries?: readonly string[];
  /** The first version; `null`: not at all. */
  since: Partial<Record<Platform, string | null>>;
}

const KF_TOOLBAR = ['single_kf_tools'];

/** msgtype × entry × platform × version. Sources: 客服工具栏接口, 分享消息到当前会话; `wx.qy.sendChatMessage`. */
const SUPPORT = new Map<string, Support>([
  ['msgmenu', { entries: KF_TOOLBAR, since: { ios: '3.1.12', android: '3.1.12', windows: '3.1.20', mac: null } }],
  [
    'channels_shop_product',
    { entries: KF_TOOLBAR, since: { ios: '4.1.6', android: '4.1.6', windows: '4.1.6', mac: '4.1.6' } },
  ],
  ['miniprogram', { since: { ios: '3.1.0', android: '3.1.0', windows: '3.1.0', mac: '4.1.26' } }],
]);

/** Whether version `a` is older than `b`; a version that can't be read is not. */
export function isOlder(a: string, b: string): boolean {
  if (!/^\d+(\.\d+)*$/.test(a)) return false;
  const [left, right] = [a, b].map(version => version.split('.').map(Number)) as [number[], number[]];
  const at = right.findIndex((part, index) => (left[index] || 0) !== part);
  return at >= 0 && (left[at] || 0) < (right[at] as number);
}

/**
 * Why this client can't send this msgtype: `wrong-entry`, `unsupported-platform`, `client-too-old`, or null. What it is not told
 * passes.
 * @throws KfError `invalid-argument` unless `msgtype` is a string and `client` an object.
 */
export function checkSupport(msgtype: string, client: Client): KfError | null {
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
  const { entry, platform, version } = client || {};
  if (typeof msgtype !== 'string' || typeof client !== 'object' || !client || ![entry, platform, version].every(isText))
    throw invalidArgument('checkSupport takes strings');
  const support = SUPPORT.get(msgtype);
  if (!support) return null;
  const fail = (code: KfErrorCode, why: string, since = ''): KfError =>
    new KfError(code, `${msgtype} ${why}`, {
      details: { msgtype, entry: entry || '', platform: platform || '', version: version || '', since },
    });
  if (entry !== undefined && support.entries && !support.entries.includes(entry))
    return fail('wrong-entry', `does not go from ${entry}`);
  const since = new Map(Object.entries(support.since)).get(platform || '');
  if (since === null) return fail('unsupported-platform', `does not exist on ${platform}`);
  if (since && version !== undefined && isOlder(version, since))
    return fail('client-too-old', `needs ${since}, this is ${version}`, since);
  return null;
}
