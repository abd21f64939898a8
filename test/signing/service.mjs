import { createLog } from '../../demo/signing/log.mjs';
import { createPlatform } from '../../demo/signing/platform.mjs';
import { createSigningServer } from '../../demo/signing/server.mjs';
import { readSettings } from '../../demo/signing/settings.mjs';
import { createTickets } from '../../demo/signing/tickets.mjs';
import { startPlatform } from './simulated-platform.mjs';

export const PAGE = 'https://tools.example.com/kf/?chat=1';
export const SECRET = 'Zq7-secret_of_the_app-0123456789abcdefghijk';

/** The signing server in front of a simulated platform, with a clock that the test moves and the lines of its log. */
export const startService = async (t, { env = {}, ...platformOptions } = {}) => {
  const platform = await startPlatform({ secret: SECRET, ...platformOptions });
  const settings = readSettings({
    KF_CORP_ID: 'ww0123456789abcdef',
    KF_APP_SECRET: SECRET,
    KF_ALLOWED_ORIGINS: 'https://tools.example.com, http://localhost:8000',
    KF_API_BASE: platform.base,
    KF_TIMEOUT_MS: '2000',
    ...env,
  });
  const lines = [];
  const clock = { now: 0 };
  const server = createSigningServer({
    allowedOrigins: settings.allowedOrigins,
    tickets: createTickets(createPlatform(settings), () => clock.now),
    log: createLog(line => lines.push(line), settings),
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await platform.stop();
  });

  const base = `http://127.0.0.1:${server.address().port}`;
  const ask = async (path, options) => {
    const response = await fetch(`${base}${path}`, options);
    const text = await response.text();
    const body = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, text, body };
  };
  const signatureFor = (url = PAGE, query = '', options = {}) =>
    ask(`/kf-signature?url=${encodeURIComponent(url)}${query}`, options);
  return { platform, clock, lines, port: server.address().port, ask, signatureFor };
};
