import { expect, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { list, nth } from '../product-list/list-page.js';

const {} = ComposerPage;
beforeEach(asOnNewPage);

describe('jQuery pages with a timer', () => {
  let timer = 0;
  afterEach(() => clearInterval(timer));

  it('a list whose products are set every 100 ms: asked and sent by mouse, once', async () => {
    const products = [1, 2, 3].map(i => nth(i, { productId: `timer${i}${A}` }));
    const view = await list({ products, complete: true }, html``, { host: chat });
    timer = window.setInterval(() => (view.element.products = structuredClone(products)), 100);
    await view.send(products[1]!.title);
    await chat.reached(1);
    chat.answer();
    await view.marked(products[1]!.title, '已发送');
    expect(chat.sends.length).to.equal(1);
  });

  it('a list with 货品还剩 n 件 in its titles, which are others before each press: can be sent', async () => {
    let left = 500;
    const products = () =>
      [1, 2, 3].map(i => nth(i, { productId: `count${i}${A}`, title: `第 ${i} 款 剩 ${left} 件` }));
    const view = await list({ products: products(), complete: true }, html``, { host: chat });
    const count = async (): Promise<void> => {
      left--;
      view.element.products = products();
      await view.settled();
      stopClock(600);
    };
    await count();
    await view.pressOn('第 2 款');
    await count();
    await view.click('发送').catch(() => undefined); // it may be taken back, as the title is another one
    await view.pressOn('第 2 款');
    stopClock(350); // the agent reads 发给当前客户？
    await view.click('发送');
    await chat.reached(1);
    expect(chat.sends.length).to.equal(1);
  });

  it('a card, every 100 ms', async () => {
    const { view } = await chat.card(`timercard${A}`);
    const product = view.element.product!;
    timer = window.setInterval(() => (view.element.product = structuredClone(product)), 100);
    await view.send();
    await chat.reached(1);
    chat.answer();
    await view.buttonSays('已发送');
    expect(chat.sends.length).to.equal(1);
  });
});
