import type { Platform } from 'wecom-kf-elements/core.js';
import type { Result } from './result.js';

/** What 细调 offers. A scenario sets all of it. */
export interface Settings {
  entry: string;
  platform: Platform;
  version: string;
  channel: 'wx.qy' | 'ww' | 'WeixinJSBridge';
  result: Result;
  /** Milliseconds before the client answers a send. */
  latency: number;
  /** The panel's width in pixels. */
  panel: 360 | 400 | 480 | 640;
}

type Choices = {
  readonly [Key in keyof Settings]: readonly (readonly [value: Settings[Key], words: string])[];
};

const same = <T extends string>(...values: T[]): (readonly [T, T])[] => values.map(value => [value, value]);

export const CHOICES: Choices = {
  entry: same('single_kf_tools', 'single_chat_tools', 'group_chat_tools', 'contact_profile', 'normal'),
  platform: [
    ['windows', 'Windows'],
    ['mac', 'Mac'],
    ['android', 'Android'],
    ['ios', 'iOS'],
  ],
  version: same('5.0.8', '4.1.6', '4.1.0', '3.1.20', '3.1.12', '3.1.10'),
  channel: [
    ['ww', 'ww（@wecom/jssdk）'],
    ['wx.qy', 'wx.qy'],
    ['WeixinJSBridge', 'WeixinJSBridge'],
  ],
  result: [
    ['ok', '成功'],
    ['no-permission', '没有权限'],
    ['not-allowed', '不在可见范围'],
    ['not-linked', '小程序没关联'],
    ['invalid-image', '图片不能用'],
    ['cancel', '取消'],
    ['never', '不回应'],
    ['switched', '换了客户'],
  ],
  latency: [
    [0, '0 ms'],
    [300, '300 ms'],
    [1000, '1 秒'],
    [4000, '4 秒'],
    [12000, '12 秒（超时后才到）'],
  ],
  panel: [
    [360, '360 px'],
    [400, '400 px'],
    [480, '480 px'],
    [640, '640 px'],
  ],
};

export const SETTING_WORDS: Readonly<Record<keyof Settings, string>> = {
  entry: '入口',
  platform: '平台',
  version: '版本',
  channel: '通道',
  result: '结果',
  latency: '延迟',
  panel: '面板宽',
};

export const SETTING_KEYS = Object.keys(SETTING_WORDS) as (keyof Settings)[];

/** `settings` with the choice at `index` in the list of `key`. */
export const withChoice = <Key extends keyof Settings>(settings: Settings, key: Key, index: number): Settings => {
  const choice = CHOICES[key][index];
  return choice ? { ...settings, [key]: choice[0] } : settings;
};

export const wordsFor = <Key extends keyof Settings>(key: Key, value: Settings[Key]): string =>
  CHOICES[key].find(([candidate]) => candidate === value)?.[1] ?? String(value);
