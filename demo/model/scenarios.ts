import { SETTING_KEYS, type Settings } from './settings.js';

export interface Scenario {
  readonly name: string;
  readonly words: string;
  readonly settings: Settings;
}

const NORMAL: Settings = {
  entry: 'single_kf_tools',
  platform: 'windows',
  version: '4.1.6',
  channel: 'ww',
  result: 'ok',
  latency: 300,
  panel: 400,
};

const scenario = (name: string, words: string, changes: Partial<Settings> = {}): Scenario => ({
  name,
  words,
  settings: { ...NORMAL, ...changes },
});

export const SCENARIOS: readonly Scenario[] = [
  scenario('一切正常', '菜单和商品都能发'),
  scenario('Mac 客户端', '菜单发不了，可改发文字', { platform: 'mac' }),
  scenario('入口不对', '从工作台打开，不是客服会话', { entry: 'normal' }),
  scenario('版本太旧', 'Android 3.1.10', { platform: 'android', version: '3.1.10' }),
  scenario('没有权限', '客户端拒绝', { result: 'no-permission' }),
  scenario('在客户端里取消', '不算失败', { result: 'cancel' }),
  scenario('一直不回应', '10 秒后：结果未知', { result: 'never' }),
  scenario('发送前换了客户', '拦下来，先核对', { result: 'switched' }),
];

/** Those in which the client alone decides how a send ends: sent, refused, cancelled, not known. */
export const OUTCOMES = SCENARIOS.filter(
  ({ settings }) =>
    settings.result !== 'switched' && SETTING_KEYS.every(key => key === 'result' || settings[key] === NORMAL[key]),
);

/** The scenario that these settings are, or undefined: then it is 自定. */
export const scenarioOf = (settings: Settings): Scenario | undefined =>
  SCENARIOS.find(({ settings: own }) => SETTING_KEYS.every(key => own[key] === settings[key]));
