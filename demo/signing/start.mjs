// Starts the signing server: node demo/signing/start.mjs. README.md says which variables it reads.
import { createLog } from './log.mjs';
import { createPlatform } from './platform.mjs';
import { createSigningServer } from './server.mjs';
import { readSettings, SettingsError } from './settings.mjs';
import { createTickets } from './tickets.mjs';

const stop = sentences => {
  process.stderr.write(`${sentences}\n`);
  process.exit(1);
};

const settingsOrStop = () => {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) return stop(error.message);
    throw error;
  }
};

const settings = settingsOrStop();
const log = createLog(line => process.stdout.write(`${new Date().toISOString()} ${line}\n`), settings);
const server = createSigningServer({
  allowedOrigins: settings.allowedOrigins,
  tickets: createTickets(createPlatform(settings)),
  log,
});

server.on('error', ({ code }) =>
  stop(
    `Port ${settings.port} of ${settings.host} can't be used (${code}). Choose another one with PORT.\n` +
      `无法使用 ${settings.host} 的端口 ${settings.port}（${code}）。请用 PORT 指定其他端口。`,
  ),
);
server.listen(settings.port, settings.host, () => {
  log(`Signatures are at http://${settings.host}:${server.address().port}/kf-signature (Ctrl+C ends it)`);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    server.closeIdleConnections();
  });
}
