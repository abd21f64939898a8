/**
 * A page with nothing but `<script>` tags, in a Chromium of old: neither the page nor the elements get any help that they would
 * not have there. What a user meets is found by its role and name, and reached by the mouse and the keys.
 */
import { readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const ORIGIN = 'http://elements.test';

/** Runs in the page. */
function find([selector, name]) {
  const roots = [
    document,
    ...Array.from(document.querySelectorAll('*'), element => element.shadowRoot).filter(Boolean),
  ];
  const nameOf = element =>
    element.getAttribute('aria-label') || (element.textContent || '').replace(/\s+/g, ' ').trim();
  const all = roots.reduce((found, root) => found.concat(Array.from(root.querySelectorAll(selector))), []);
  const shown = all.filter(element => element.getClientRects().length > 0);
  return shown.find(element => nameOf(element) === name) || shown.find(element => nameOf(element).startsWith(name));
}

export class OldPage {
  constructor(page) {
    this.page = page;
  }

  /** Opens a page with this body; the simulated client is `client` there. */
  static async open(browser, body, { locales = [], client = {} } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width: 420, height: 900 });
    const scripts = [
      'kf-simulator.global.js',
      'kf-elements.global.js',
      ...locales.map(name => `locales/${name}.global.js`),
    ];
    const [simulator, ...elements] = scripts.map(file => `<script src="/dist/${file}"></script>`);
    const start = `<script>client = KfSimulator.simulateWeCom(${JSON.stringify(client)})</script>`;
    const text = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body>${body}${simulator}${start}${elements.join('')}`;
    await page.setRequestInterception(true);
    page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (pathname === '/') return request.respond({ contentType: 'text/html', body: text });
      if (!pathname.startsWith('/dist/')) return request.respond({ status: 404 });
      return request.respond({
        contentType: 'text/javascript; charset=utf-8',
        body: readFileSync(new URL(`.${pathname}`, ROOT)),
      });
    });
    const opened = new OldPage(page);
    page.on('pageerror', ({ message }) => opened.errors.push(message));
    await opened.reload();
    return opened;
  }

  /** What nobody caught in the page. */
  errors = [];

  reload() {
    return this.page.goto(`${ORIGIN}/`);
  }

  close() {
    return this.page.close();
  }

  /** Evaluates an expression in the page. */
  evaluate(expression) {
    return this.page.evaluate(expression);
  }

  /** Waits until the expression is true in the page. */
  async until(expression) {
    await this.page.waitForFunction(expression, { timeout: 20_000 }).catch(() => {
      throw new Error(`in vain: ${expression}`);
    });
  }

  /** Waits for the shown element with this name, or with one that begins so. */
  async get(selector, name) {
    const handle = await this.page.waitForFunction(find, { timeout: 20_000 }, [selector, name]).catch(() => {
      throw new Error(`no ${selector} 「${name}」`);
    });
    await handle.evaluate(element => element.scrollIntoView({ block: 'center' }));
    return handle;
  }

  async boxOf(selector, name) {
    const handle = await this.get(selector, name);
    return handle.evaluate(element => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height, x: left + width / 2, y: top + height / 2 };
    });
  }

  async click(name, selector = 'button, [role="menuitem"]') {
    const { x, y } = await this.boxOf(selector, name);
    await this.page.mouse.click(x, y);
  }

  /** Replaces what stands in a field. */
  async write(field, text) {
    await this.click(field, 'input, textarea');
    await this.press('Control', 'a');
    await this.type(text);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  async press(...keys) {
    const last = keys.pop();
    for (const key of keys) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of keys.reverse()) await this.page.keyboard.up(key);
  }

  /** Tab until the element with this name has the focus. */
  async walkTo(name) {
    for (let steps = 0; steps < 80; steps++) {
      if ((await this.focused()) === name) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to 「${name}」`);
  }

  focused() {
    return this.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused.shadowRoot && focused.shadowRoot.activeElement) focused = focused.shadowRoot.activeElement;
      return focused.getAttribute('aria-label') || (focused.textContent || '').replace(/\s+/g, ' ').trim();
    });
  }

  async drag(from, to) {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    for (const part of [0.1, 0.4, 0.7, 1]) await this.page.mouse.move(from.x, from.y + (to.y - from.y) * part);
    await this.page.mouse.up();
  }
}
