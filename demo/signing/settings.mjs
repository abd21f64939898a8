/** One sentence on which variable of the environment is missing or wrong. */
export class SettingsError extends Error {}

const fail = (en, zh) => {
  throw new SettingsError(`${en}\n${zh}`);
};

const required = (env, name, what, whatZh) => {
  const value = (env[name] ?? '').trim();
  return value || fail(`${name} is missing: set it to ${what}.`, `缺少环境变量 ${name}：请设为${whatZh}。`);
};

const wholeNumber = (env, name, fallback, min, max) => {
  const text = (env[name] ?? '').trim() || String(fallback);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  return fail(`${name} has to be a whole number from ${min} to ${max}.`, `${name} 必须是 ${min} 到 ${max} 的整数。`);
};

const isOrigin = text => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const origins = text => {
  const list = text
    .split(',')
    .map(origin => origin.trim())
    .filter(Boolean);
  const wrong = list.find(origin => !isOrigin(origin));
  if (wrong === undefined && list.length > 0) return list;
  return fail(
    `KF_ALLOWED_ORIGINS has to be origins such as https://tools.example.com, without a path, separated by commas; "${wrong ?? ''}" is none.`,
    `KF_ALLOWED_ORIGINS 应为不带路径、以逗号分隔的源，如 https://tools.example.com；“${wrong ?? ''}”不是。`,
  );
};

/** Secrets only travel encrypted, except to this machine, where tests have their simulated platform. */
const apiBase = text => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || isLocal)) return url.origin;
  return fail('KF_API_BASE has to begin with https://.', 'KF_API_BASE 必须以 https:// 开头。');
};

/**
 * Reads the settings from the environment.
 * @throws {SettingsError} with one sentence in English and one in Chinese
 */
export const readSettings = env => ({
  corpId: required(env, 'KF_CORP_ID', 'the id of your company', '企业 ID（CorpID）'),
  appSecret: required(
    env,
    'KF_APP_SECRET',
    'the secret of the app that the toolbar opens',
    '工具栏所打开应用的 Secret',
  ),
  allowedOrigins: origins(
    required(
      env,
      'KF_ALLOWED_ORIGINS',
      'the origins of your pages, for example https://tools.example.com',
      '页面所在的源，例如 https://tools.example.com',
    ),
  ),
  apiBase: apiBase((env.KF_API_BASE ?? '').trim() || 'https://qyapi.weixin.qq.com'),
  /** Milliseconds for one call to the platform. */
  timeout: wholeNumber(env, 'KF_TIMEOUT_MS', 5000, 100, 60000),
  host: (env.HOST ?? '').trim() || '127.0.0.1',
  port: wholeNumber(env, 'PORT', 8080, 0, 65535),
});
