import { aTimeout, expect, html } from '@open-wc/testing';
import '../../src/kf-bridge.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { card } from '../support/card-page.js';
import { composer } from '../support/composer-page.js';
import { A } from '../support/customers.js';
import { eventually } from '../support/element-page.js';
import { tried } from '../support/in-touch.js';
import { ManualHost } from '../support/manual-host.js';
import { click, menu, product } from '../support/messages.js';

window.addEventListener(
  'error',
  event => /ResizeObserver/.test(event.message) && event.stopImmediatePropagation(),
  true,
);

const given = menu(click('满意', '1'));
let host: ManualHost;
beforeEach(() => (host = new ManualHost({ customerId: A })));

describe('moved into another document', () => {
  for (const isByMouse of [false, true])
    it(`a panel whose first press was ${isByMouse ? 'by mouse' : 'by the page'} takes an answer by keyboard there`, async () => {
      const view = await composer(html`<kf-menu-composer .value=${given}></kf-menu-composer>`, { host });
      const frame = document.createElement('iframe');
      Object.assign(frame.style, { width: '420px', height: '500px' });
      document.body.append(frame);
      await aTimeout(50);
      frame.contentDocument!.body.append(view.bridge);
      await tried(view.bridge);
      await view.settled();
      view.bridge.timeout = 60;
      if (isByMouse) await view.click('发送');
      else view.element.send().catch(() => undefined);
      await eventually('the question', () => view.has('button', '没有，重发'));
      view.bridge.timeout = 30_000;
      await view.read();
      await aTimeout(100);
      view.button('没有，重发').focus();
      await view.press('Enter');
      await aTimeout(100);
      const sends = host.sends.length;
      frame.remove();
      expect(sends).to.equal(2);
    });

  it('a card sends there', async () => {
    const view = await card(
      html`<kf-product-card .product=${product({ productId: `frame${A}` }).channelsShopProduct}></kf-product-card>`,
      { host },
    );
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await aTimeout(50);
    frame.contentDocument!.body.append(view.element.closest('kf-bridge')!);
    await view.settled();
    view.element.send().catch(() => undefined);
    await host.reached(1);
    host.answer();
    await aTimeout(50);
    const { action } = view;
    frame.remove();
    expect(action).to.equal('已发送');
  });

  it('page bridges of two documents both answer', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await aTimeout(50);
    const make = (): KfBridge => Object.assign(document.createElement('kf-bridge'), { scope: 'page' as const, host });
    const [one, two] = [make(), Object.assign(document.createElement('kf-bridge'), { host })];
    document.body.append(one, two);
    await tried(two);
    await two.updateComplete;
    two.remove();
    await aTimeout(0);
    two.scope = 'page';
    frame.contentDocument!.body.append(two);
    const element = Object.assign(document.createElement('kf-product-card'), {
      product: product().channelsShopProduct,
    });
    document.body.append(element);
    await element.updateComplete;
    frame.contentDocument!.body.append(element);
    await tried(one);
    await tried(two);
    const codes: string[] = [];
    element.addEventListener('kf-error', event => codes.push(event.detail.error.code));
    element.send().catch(() => undefined);
    await aTimeout(50);
    const seen = `${codes.join()}${host.sends.length}`;
    frame.remove();
    one.remove();
    expect(seen).to.equal('1');
  });
});
