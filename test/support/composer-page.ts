import { fixtureSync, html } from '@open-wc/testing';
import '../../src/kf-bridge.js';
import '../../src/kf-menu-composer.js';
import type { Host } from '../../src/hosts/index.js';
import type { BridgeContext } from '../../src/index.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../src/kf-menu-composer.js';
import { ElementPage, eventually, nameOf, type Role } from './element-page.js';
import { patience, tried } from './in-touch.js';

/** The composer as a user meets it. */
export class ComposerPage extends ElementPage<KfMenuComposer> {
  /** The text around the items, and theirs, by what a screen reader calls them. */
  static readonly HEAD = '起始文本';
  static readonly TAIL = '结束文本';

  get bridge(): KfBridge {
    return this.element.closest('kf-bridge') as KfBridge;
  }

  /** When the foot's buttons came to say what they say, or to send to somebody else. */
  private renewedAt = -Infinity;
  private labels = '';
  /** Milliseconds in which a press may still be meant for what they said before. */
  private settling = 500;
  /** The chat that the bridge has told of. */
  private chat: BridgeContext | undefined;

  constructor(element: KfMenuComposer) {
    super(element);
    const renew = (): void => void (this.renewedAt = performance.now());
    const look = (): void => {
      const buttons = Array.from(this.root.querySelectorAll('footer .send'), nameOf);
      const isShown = this.status.includes('再按一次'); // the text has come into view
      const labels = [...buttons, isShown].join();
      if (this.labels && labels !== this.labels) {
        renew();
        const wasQuestion = this.labels.split(',').length > 2;
        this.settling = wasQuestion || buttons.length > 1 ? 1000 : 500;
      }
      this.labels = labels;
    };
    look();
    new MutationObserver(look).observe(this.root, { subtree: true, childList: true, characterData: true });
    element.closest('kf-bridge')?.addEventListener('kf-ready', ({ detail }) => {
      if (this.chat && this.chat.customerId !== detail.customerId) renew();
      this.chat = detail;
    });
  }

  /** Whether a press may still be meant for what the foot's buttons said before: such a press does nothing. */
  private get isTooEarly(): boolean {
    return performance.now() - this.renewedAt < this.settling;
  }

  /** A person reads what the foot's buttons say before pressing one. */
  async read(): Promise<void> {
    await eventually('a moment', () => !this.isTooEarly);
  }

  override async click(name: string, role: Role = 'button'): Promise<void> {
    if (this.isTooEarly && this.get(role, name).matches('.send')) await this.read();
    return super.click(name, role);
  }

  /** Adds an item with the mouse; the focus is in its text then. */
  add(kind: '回复' | '链接' | '小程序'): Promise<void> {
    return this.click(`添加${kind}`);
  }

  /** Chooses from the menu of the nth row. */
  async choose(row: number, entry: string): Promise<void> {
    const [name] = this.names('button').filter(button => new RegExp(`^第 ${row} 项，.+，更多$`).test(button));
    await this.click(name ?? `第 ${row} 项 更多`);
    const found = this.all('menuitem').find(item => nameOf(item).startsWith(entry));
    if (!found) throw new Error(`no 「${entry}」 among: ${this.names('menuitem').join(' | ')}`);
    await this.click(nameOf(found), 'menuitem');
  }

  /** The texts of the items, in their order. */
  get items(): string[] {
    return this.all('textbox')
      .filter(({ ariaLabel }) => /项，.+，文字$/.test(ariaLabel ?? ''))
      .map(box => (box as HTMLInputElement).value);
  }

  /** What the description of a field says: its problem, if it has one. */
  problem(name: string): string {
    const id = this.textbox(name).getAttribute('aria-describedby');
    return id === null ? '' : (this.root.getElementById(id)?.textContent ?? '').trim();
  }

  /** What the counter says that belongs to a field; an item's has none while it is neither written nor nearly full. */
  counter(name: string): string {
    const box = this.textbox(name);
    const cell = box.closest('.cell');
    const part = cell ? cell.nextElementSibling : box.closest('section');
    return (part?.querySelector('[part="counter"]')?.textContent ?? '').trim();
  }

  /** The lines that the customer sees. */
  get lines(): string[] {
    return Array.from(this.root.querySelectorAll('[part="bubble"] > span'), line => line.textContent ?? '');
  }

  /** What is offered under the header; `''` where nothing is. */
  get offered(): string {
    return (this.root.querySelector('[part="offer"] > span')?.textContent ?? '').trim();
  }

  /** What is offered under a field; `''` where nothing is. */
  get noted(): string {
    return (this.root.querySelector('[part="note"] > span')?.textContent ?? '').trim();
  }

  /** What the live region for moves says. */
  get announced(): string {
    return (this.root.querySelector('[aria-live="polite"]')?.textContent ?? '').trim();
  }
}

/** A composer inside a bridge, 400 px wide as in the client's panel; the bridge has connected, or failed to. */
export async function composer(
  template = html`<kf-menu-composer></kf-menu-composer>`,
  { timeout, host = null, width = 400 }: { timeout?: number; host?: Host | null; width?: number } = {},
): Promise<ComposerPage> {
  const bridge = fixtureSync<KfBridge>(
    html`<kf-bridge lang="zh-CN" timeout=${patience()} .host=${host}
      ><div .style=${`width:${width}px`}>${template}</div></kf-bridge
    >`,
  );
  const view = new ComposerPage(bridge.querySelector('kf-menu-composer') as KfMenuComposer);
  await tried(bridge, timeout);
  await view.settled();
  return view;
}

/** A composer that no bridge is around. */
export async function loneComposer(template = html`<kf-menu-composer></kf-menu-composer>`): Promise<ComposerPage> {
  const place = fixtureSync(html`<div lang="zh-CN" style="width: 400px">${template}</div>`);
  const view = new ComposerPage(place.querySelector('kf-menu-composer') as KfMenuComposer);
  await view.settled();
  return view;
}
