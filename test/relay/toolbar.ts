import type { KfBridge } from '../../src/kf-bridge.js';
import type { ChatMessage } from '../../src/core/index.js';
import type { Host, RelayHost } from '../../src/hosts/index.js';
import { simulateWeCom, type SimulatedClient, type SimulatorOptions } from '../../src/simulator/index.js';
import { eventually } from '../support/element-page.js';
import { importInto, load, type Frame } from '../support/frame.js';
import { page } from '../support/page.js';
import { MiniProgram } from './mini-program.js';

export const RELAY_PAGE = '/pages/kf-relay/index';
const H5 = new URL('/test/relay/h5.html', location.origin).href;

/** Seen on a device: the web-view of a mini program. */
const USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 wxwork/4.1.6 MicroMessenger/7.0.1 Language/zh ColorScheme/Dark miniprogram';

type Reply = Record<string, unknown>;
interface H5Globals {
  module?: { exports: unknown };
  wx?: unknown;
  WeixinJSBridge?: object;
}

export interface ToolbarOptions {
  client?: SimulatorOptions;
  /** The H5 page's own address behind its path. */
  at?: string;
  /** What the client's bridge says to `navigateTo`; undefined lets it happen. */
  navigateTo?: Reply;
  userAgent?: string;
}

/** The toolbar of a customer's chat: a mini program, and in its web-view an H5 page with jweixin. */
export class Toolbar {
  /** What the H5 page asked of the mini program. */
  readonly asked: string[] = [];
  readonly h5: Frame;
  client!: SimulatedClient;
  program!: MiniProgram;

  private constructor(private readonly options: ToolbarOptions) {
    const element = document.createElement('iframe');
    this.h5 = { element } as Frame;
  }

  static async open(options: ToolbarOptions = {}): Promise<Toolbar> {
    const toolbar = new Toolbar(options);
    await toolbar.start();
    return toolbar;
  }

  close(): void {
    this.client.restore();
    this.h5.element.remove();
  }

  /** `RelayHost` as the H5 page imports it. */
  async host(relayPage = RELAY_PAGE): Promise<Host> {
    const hosts = await importInto(this.h5, '/src/hosts/index.ts');
    return new (hosts.RelayHost as typeof RelayHost)(this.miniProgram as never, relayPage);
  }

  /** A bridge in the H5 page that finds the relay, or gets one in `properties`. */
  async bridge(properties: Partial<KfBridge> = {}): Promise<KfBridge> {
    await importInto(this.h5, '/src/kf-bridge.ts');
    const bridge = this.h5.document.createElement('kf-bridge');
    if (!properties.host) bridge.setAttribute('relay-page', RELAY_PAGE);
    Object.assign(bridge, properties);
    this.h5.document.body.append(bridge);
    await bridge.ready;
    return bridge;
  }

  /** jweixin's object in the H5 page. */
  get miniProgram(): unknown {
    return ((this.h5.window as H5Globals).wx as { miniProgram: unknown }).miniProgram;
  }

  get address(): string {
    return this.h5.window.location.href;
  }

  get sent(): readonly ChatMessage[] {
    return this.client.sent;
  }

  /** Waits for the relay page to ask the agent. */
  async asksAgent(): Promise<void> {
    await eventually('the relay page asks', () => this.program.top.data.phase === 'asking');
  }

  /** Waits until the relay page is gone. */
  async isBack(): Promise<void> {
    await eventually('the H5 page is in front', () => this.program.stack.length === 1);
  }

  /** What can be read on the page in front. */
  get says(): unknown {
    return this.program.top.data.says;
  }

  /** Changes what stands behind the # of the H5 page, as the mini program does. */
  setHash(hash: string): void {
    this.show(this.address.split('#', 1)[0] + hash);
  }

  private async start(): Promise<void> {
    const { at = '', client } = this.options;
    this.client = simulateWeCom({ platform: 'ios', version: '4.1.6', ...client });
    const wx = {
      qy: page.wx?.qy,
      getSystemInfoSync: () => ({ platform: 'ios' }),
      navigateBack: () => setTimeout(() => this.program.back()),
    };
    this.program = await MiniProgram.load(wx, H5 + at, src => this.show(src));
    this.program.navigateTo('/pages/panel/index');
    await eventually('the H5 page', () => this.h5.document);
    await load(this.h5, '/node_modules/weixin-js-sdk/index.js');
    const { window } = this.h5 as { window: H5Globals };
    window.wx = window.module?.exports;
  }

  /** A web-view goes on with the page that it has when only the part behind the # changes. */
  private show(src: string): void {
    const { element } = this.h5;
    element.src = src;
    if (element.isConnected) return;
    element.addEventListener('load', () => this.enter(), { once: true });
    document.body.append(element);
  }

  /** What the client puts into the page. */
  private enter(): void {
    const window = this.h5.element.contentWindow as Frame['window'];
    Object.defineProperty(window.navigator, 'userAgent', { value: this.options.userAgent ?? USER_AGENT });
    const globals: H5Globals = {
      module: { exports: {} },
      WeixinJSBridge: {
        invoke: (api: string, params: Reply, reply: (said: Reply) => void) => this.native(api, params, reply),
      },
    };
    Object.assign(window, globals);
    const errors: string[] = [];
    window.addEventListener('error', ({ message }) => errors.push(message));
    window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
    Object.assign(this.h5, { window, document: window.document, warnings: [], errors });
  }

  private native(api: string, params: Reply, reply: (said: Reply) => void): void {
    const { name, arg } = JSON.parse(JSON.stringify(params)) as { name: string; arg: { url: string } };
    if (api !== 'invokeMiniProgramAPI' || name !== 'navigateTo') return reply({ err_msg: 'system:function_not_exist' });
    this.asked.push(arg.url);
    setTimeout(() => {
      if (this.options.navigateTo) return reply(this.options.navigateTo);
      reply({ err_msg: 'invokeMiniProgramAPI:ok' });
      this.program.navigateTo(arg.url);
    });
  }
}
