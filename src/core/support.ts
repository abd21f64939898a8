import { demandObject, invalidArgument, KfError, reading, type KfErrorCode } from './error.js';
import type { Platform } from './message.js';

/** What is known of the client and of the place from which the page was opened. */
export interface Client {
  entry?: string | undefined;
  platform?: Platform | undefined;
  version?: string | undefined;
}

const PLATFORMS: readonly (Platform | undefined)[] = ['ios', 'android', 'windows', 'mac'];

/**
 * msgtype → the first version on each of `PLATFORMS`; `null`: not at all. All but `miniprogram` go from the customer-service
 * toolbar only. Sources: 客服工具栏接口, 分享消息到当前会话; `wx.qy.sendChatMessage`.
 */
const SINCE = new Map<string, (string | null)[]>([
  ['msgmenu', ['3.1.12', '3.1.12', '3.1.20', null]],
  ['channels_shop_product', ['4.1.6', '4.1.6', '4.1.6', '4.1.6']],
  ['miniprogram', ['3.1.0', '3.1.0', '3.1.0', '4.1.26']],
]);

/** Whether version `a` is older than `b`; a version that can't be read is not. */
export function isOlder(a: string, b: string): boolean {
  if (!/^\d+(\.\d+)*$/.test(a)) return false;
  const parts = a.split('.').map(Number);
  const differences = b.split('.').map((part, index) => (parts[index] || 0) - Number(part));
  return (differences.find(Boolean) || 0) < 0;
}

/** Each is read once: a getter may throw, or say something else the next time. */
const factsOf = ({ entry, platform, version }: Client): Client => ({ entry, platform, version });

/**
 * Why this client can't send this msgtype: `wrong-entry`, `unsupported-platform`, `client-too-old`, or null. What it is not told
 * passes.
 * @throws KfError `invalid-argument` unless `msgtype` is a string and `client` an object.
 */
export function checkSupport(msgtype: string, client: Client): KfError | null {
  demandObject(client, 'the client');
  const { entry, platform, version } = reading('the client', () => factsOf(client));
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
  if (typeof msgtype !== 'string' || ![entry, platform, version].every(isText))
    throw invalidArgument('checkSupport takes strings');
  const versions = SINCE.get(msgtype);
  if (!versions) return null;
  const fail = (code: KfErrorCode, why: string, since = ''): KfError =>
    new KfError(code, `${msgtype} ${why}`, {
      details: { msgtype, entry: entry || '', platform: platform || '', version: version || '', since },
    });
  if (![undefined, 'single_kf_tools'].includes(entry) && msgtype !== 'miniprogram')
    return fail('wrong-entry', `from ${entry}`);
  const since = versions[PLATFORMS.indexOf(platform)];
  if (since === null) return fail('unsupported-platform', `on ${platform}`);
  if (since && version !== undefined && isOlder(version, since))
    return fail('client-too-old', `needs ${since}, is ${version}`, since);
  return null;
}
