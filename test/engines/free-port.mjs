import { createServer } from 'node:net';

/** A port that nobody has: of engines that run side by side, each would take the first one that looks free. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
