// Serves the pages, what was built, and pictures that take their time.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const TYPES = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' };
/** A photo of 400 × 300 pixels; an SVG would cost the main thread a page of its own for each. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAEsAQMAAADXeXeBAAAAA1BMVEWZu8zAW0dNAAAAJklEQVR42u3BMQEAAADCoPVPbQlPoAAAAAAAAAAAAAAAAAAAgKcBO8QAAfyeO9sAAAAASUVORK5CYII=',
  'base64',
);
/** Milliseconds until a picture comes: long after its card was painted. */
const PICTURE_DELAY = 200;

const FOLDERS = { dist: '../dist/', modules: 'node_modules/' };
const fileOf = path => {
  const [, folder, ...rest] = path.split('/');
  return new URL(FOLDERS[folder] ? FOLDERS[folder] + rest.join('/') : `pages${path}`, import.meta.url);
};

/** Until `close` is called. */
export async function serve() {
  const server = createServer(async ({ url }, response) => {
    if (url.startsWith('/picture/')) {
      await wait(PICTURE_DELAY);
      return response.setHeader('content-type', 'image/png').end(PICTURE);
    }
    try {
      response
        .setHeader('cache-control', 'no-store')
        .setHeader('content-type', TYPES[extname(url)] ?? 'text/plain')
        .end(readFileSync(fileOf(url)));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections(); // browsers keep them open
  };
  return { base: `http://127.0.0.1:${server.address().port}`, close };
}
