import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-bridge.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../src/kf-product-card.js';
import { chat } from '../../support/chat.js';
import { A } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { closeFrames, openFrame } from '../../support/frame.js';
import { tried } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';

/** An observer of this window that watches an element of a frame is told in the frame's layout: Chromium reports that as a loop. */
window.addEventListener(
  'error',
  event => {
    if (event.message.startsWith('ResizeObserver loop')) event.stopImmediatePropagation();
  },
  true,
);

afterEach(closeFrames);

describe('moved into another document', () => {
  for (const isByMouse of [false, true])
    it(`a panel whose first press was ${isByMouse ? 'by mouse' : 'by the page'} takes an answer by keyboard there`, async () => {
      const view = await chat.panel();
      const frame = await openFrame();
      frame.document.body.append(view.bridge);
      await tried(view.bridge);
      await view.settled();
      view.bridge.timeout = 60;
      if (isByMouse) await view.click('发送');
      else view.element.send().catch(() => undefined);
      await eventually('the question', () => view.has('button', '没有，重发'));
      view.bridge.timeout = 30_000;
      await view.read();
      view.button('没有，重发').focus();
      await view.press('Enter');
      await chat.reached(2);
    });

  it('a card sends there', async () => {
    const { view, bridge } = await chat.card(`frame${A}`);
    const frame = await openFrame();
    frame.document.body.append(bridge);
    await view.settled();
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer();
    await view.buttonSays('已发送');
  });

  it('page bridges of two documents both answer', async () => {
    const frame = await openFrame();
    const make = (): KfBridge =>
      Object.assign(document.createElement('kf-bridge'), { scope: 'page' as const, host: chat });
    const [one, two] = [make(), Object.assign(document.createElement('kf-bridge'), { host: chat })];
    document.body.append(one, two);
    await tried(two);
    await two.updateComplete;
    two.remove();
    await aTimeout(0);
    two.scope = 'page';
    frame.document.body.append(two);
    const element = Object.assign(document.createElement('kf-product-card'), {
      product: product().channelsShopProduct,
    });
    document.body.append(element);
    await element.updateComplete;
    frame.document.body.append(element);
    await tried(one);
    await tried(two);
    const codes: string[] = [];
    element.addEventListener('kf-error', event => codes.push(event.detail.error.code));
    element.send().catch(() => undefined);
    await chat.reached(1);
    one.remove();
    expect(codes).to.deep.equal([]);
  });
});

it('a page bridge that is moved into a frame answers there', async () => {
  const bridge = fixtureSync<KfBridge>(html`<kf-bridge scope="page" .host=${chat}></kf-bridge>`);
  const { channelsShopProduct: tea } = product({ productId: `frame${A}` });
  const card = fixtureSync<KfProductCard>(html`<kf-product-card .product=${tea}></kf-product-card>`);
  await tried(bridge);
  const frame = await openFrame();
  frame.document.body.append(bridge, card);
  await aTimeout(0);
  const failed = card.send().then(
    () => '',
    ({ code }: { code: string }) => code,
  );
  expect(await Promise.race([failed, chat.reached(1).then(() => 'reached')])).to.equal('reached');
});
