// WebKitGTK in a virtual display, or WPE WebKit without one, each by its own driver.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { actionsPlugin } from './actions-plugin.mjs';
import { freePort } from './free-port.mjs';

const PORTS = {
  gtk: {
    driver: 'WebKitWebDriver',
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
        args: ['--automation'],
      },
    },
  },
  wpe: {
    driver: 'WPEWebDriver',
    capabilities: {
      browserName: 'cog',
      'wpe:browserOptions': { binary: '/usr/bin/cog', args: ['--platform=headless', '--automation', 'about:blank'] },
    },
  },
};

/** A folder for what the browser keeps; GTK reads there that nothing moves, which no command can say. */
function homeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
}

/** A display of its own, whose number the server chooses. */
async function virtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await Promise.race([
    new Promise(resolve => server.stdio[3].once('data', data => resolve([String(data).trim()]))),
    new Promise((_, reject) => server.once('error', reject)),
    wait(30_000).then(() => Promise.reject(new Error('Xvfb does not start'))),
  ]);
  return { server, display: `:${number}` };
}

/** What the runner asks of a browser, said in WebDriver's own requests; one page, one test file after the other. */
class WebKitLauncher {
  type = 'webkit';
  concurrency = 1;
  processes = [];
  active = new Map();

  constructor(port) {
    this.name = `WebKit ${port}`;
    this.port = PORTS[port];
    this.needsDisplay = port === 'gtk';
  }

  async request(method, path, body) {
    const response = await fetch(`${this.address}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  }

  command(method, path, body) {
    return this.request(method, `/session/${this.id}${path}`, body);
  }

  async start() {
    this.folder = homeFolder();
    const env = {
      ...process.env,
      LC_ALL: 'C', // en-US in a page; of C.UTF-8 it makes the language C
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      GIO_USE_PROXY_RESOLVER: 'dummy',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // root has no sandbox
      XDG_CONFIG_HOME: this.folder,
      XDG_RUNTIME_DIR: this.folder,
    };
    if (this.needsDisplay) {
      const { server, display } = await virtualDisplay();
      this.processes.push(server);
      env.DISPLAY = display;
    }
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    const driver = spawn(this.port.driver, ['-p', String(port)], { env, stdio: 'ignore' });
    this.processes.push(driver);
    const failed = new Promise((_, reject) => driver.once('error', reject));
    const ready = async () => {
      while (!(await this.request('GET', '/status').catch(() => undefined))) await wait(100);
    };
    await Promise.race([
      ready(),
      failed,
      wait(30_000).then(() => Promise.reject(new Error('the driver does not start'))),
    ]);
  }

  async initialize() {
    await this.start();
    const { sessionId, capabilities } = await this.request('POST', '/session', {
      capabilities: { alwaysMatch: this.port.capabilities },
    });
    this.id = sessionId;
    this.version = capabilities.browserVersion;
  }

  async stop() {
    await this.command('DELETE', '').catch(() => undefined);
    for (const child of this.processes.splice(0)) child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A page that crashes takes its session with it: what comes after it has a new one. */
  async open(url) {
    try {
      await this.command('POST', '/url', { url });
    } catch (error) {
      if (!/invalid session id/.test(error.message)) throw error;
      await this.stop();
      await this.initialize();
      await this.command('POST', '/url', { url });
    }
  }

  async startSession(id, url) {
    this.active.set(id, url);
    await this.open(url);
  }

  isActive(id) {
    return this.active.has(id);
  }

  getBrowserUrl(id) {
    return this.active.get(id);
  }

  async stopSession(id) {
    this.active.delete(id);
    await this.open('about:blank');
    return {};
  }

  startDebugSession() {
    throw new Error('not here');
  }
}

/** Two clicks in one place within a second are a double click to the driver, even on two pages. */
const DOUBLE_CLICK = { time: 1000, distance: 10 };
let mouse = { x: 0, y: 0 };
let lastPress = { x: 0, y: 0, at: -Infinity };

/** Waits until a press of the mouse is the first of two; tells whether there is one among the actions. */
async function pressApart([{ type, actions }]) {
  if (type !== 'pointer') return false;
  const { x, y } = actions.find(action => action.type === 'pointerMove') ?? mouse;
  mouse = { x, y };
  if (!actions.some(action => action.type === 'pointerDown')) return false;
  const left = lastPress.at + DOUBLE_CLICK.time - performance.now();
  if (left > 0 && Math.hypot(x - lastPress.x, y - lastPress.y) < DOUBLE_CLICK.distance) await wait(left);
  return true;
}

const cannot = what => Promise.reject(new Error(`WebKit's driver has no ${what}`));

export function webkit(port) {
  const launcher = new WebKitLauncher(port);
  const engine = {
    async perform(_session, actions) {
      const isPress = await pressApart(actions);
      for (let tries = 0; ; tries++)
        try {
          await launcher.command('POST', '/actions', { actions });
          if (isPress) lastPress = { ...mouse, at: performance.now() };
          return;
        } catch (error) {
          if (tries > 40 || !/still underway/.test(error.message)) throw error;
          await wait(50);
        }
    },
    release: () => launcher.command('DELETE', '/actions'),
    emulateMedia: async (_session, { colorScheme }) => (colorScheme === 'dark' ? cannot('colour scheme') : undefined),
    /** The size is the window's, with its bars. */
    async setViewport(_session, { width, height }) {
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const bars = await launcher.command('POST', '/execute/sync', { script, args: [] });
      const [across, down] = bars.map(size => Math.max(size, 0));
      await launcher.command('POST', '/window/rect', { width: width + across, height: height + down });
    },
    touchScreen: async (_session, { enabled }) => (enabled ? cannot('touch screen') : undefined),
  };
  return { browsers: [launcher], plugins: [actionsPlugin(engine)] };
}
