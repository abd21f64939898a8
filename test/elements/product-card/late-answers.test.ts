import { html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { card, type CardPage } from '../../support/card-page.js';
import { heldBack } from '../../support/held-back.js';
import { unanswered } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';
import { ManualHost } from '../../support/manual-host.js';

const tea = product({ productId: 'late' }).channelsShopProduct;

let host: ManualHost;
let view: CardPage;
let bridge: KfBridge;
beforeEach(async () => {
  host = new ManualHost();
  view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { host });
  bridge = view.element.closest('kf-bridge')!;
  await unanswered(bridge, () => view.element.send());
  await view.buttonSays('没有，重发');
});

describe('a late answer to a card', () => {
  it('is shown after the client could not say who the customer is, and 重新连接', async () => {
    const { customerId } = host;
    host.customerId = '';
    await view.send();
    await view.buttonSays('重新连接');
    host.customerId = customerId;
    await view.send();
    await bridge.ready;
    host.answerNth(1);
    await view.buttonSays('已发送');
  });

  it('makes the call needless of a press that the page still asks about', async () => {
    bridge.beforeSend = () => false;
    await view.send();
    await view.buttonSays('发送');
    const asked = heldBack(bridge);
    await view.send();
    const answer = await asked;
    host.answerNth(1);
    await new Promise(resolve => view.element.addEventListener('kf-late', resolve, { once: true }));
    answer(true);
    await sendBehind(1, host, bridge);
    await view.buttonSays('已发送');
  });
});
