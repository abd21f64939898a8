import { expect, html } from '@open-wc/testing';
import type { KfSendEvent } from '../../../src/events/kf-send.js';
import type { Receipt } from '../../../src/events/send-record.js';
import { card, type CardPage } from '../../support/card-page.js';
import { A, B } from '../../support/customers.js';
import { ManualHost } from '../../support/manual-host.js';
import { product } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';

const SENT: Receipt = { outcome: 'sent', channel: 'page', elapsed: 1, raw: null, warnings: [] };
const productOf = (productId: string): ReturnType<typeof product>['channelsShopProduct'] =>
  product({ productId }).channelsShopProduct;

let host: ManualHost;
let view: CardPage;
/** The products that the page was asked for, and in whose chat. */
let asked: string[];
/** Whether the page can not tell what became of what it is asked for: so it is with the first. */
let isLost: boolean;
beforeEach(async () => {
  host = new ManualHost({ customerId: A });
  view = await card(html`<kf-product-card .product=${productOf('doubted')}></kf-product-card>`, { host });
  asked = [];
  isLost = true;
  view.element.addEventListener('kf-send', (event: KfSendEvent) => {
    asked.push(`${view.element.product?.productId} ${host.customerId}`);
    event.respondWith(isLost ? Promise.reject(new Error('gone')) : Promise.resolve(SENT));
  });
  await rejection(view.element.send(), 'no-answer');
  isLost = false;
});

const goTo = async (customerId: string): Promise<void> => {
  host.customerId = customerId;
  await view.element.closest('kf-bridge')?.reconnect();
  await view.settled();
};

describe('what the page itself can not tell', () => {
  it("is not forgotten by another customer's send: going back, the page is not asked again", async () => {
    await goTo(B);
    await view.element.send();
    await goTo(A);
    await rejection(view.element.send(), 'no-answer');
    expect(asked).to.deep.equal([`doubted ${A}`, `doubted ${B}`]);
    expect(view.action).to.equal('没有，重发');
  });

  it('is not forgotten because of many others', async () => {
    for (let n = 0; n < 25; n++) {
      view.element.product = productOf(`other${n}`);
      await view.element.send();
    }
    view.element.product = productOf('doubted');
    await rejection(view.element.send(), 'no-answer');
    expect(asked.filter(one => one.startsWith('doubted'))).to.have.length(1);
  });

  it('is forgotten in the end, when it can not tell of two hundred others either', async () => {
    isLost = true;
    for (let n = 0; n < 200; n++) {
      view.element.product = productOf(`other${n}`);
      await rejection(view.element.send(), 'no-answer');
    }
    await view.settled();
    expect(view.action).to.equal('没有，重发');
    view.element.product = productOf('doubted');
    await view.settled();
    expect(view.action).to.equal('发送');
  });
});
