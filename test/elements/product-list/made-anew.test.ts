import { expect, html } from '@open-wc/testing';
import '../../../src/kf-menu-composer.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { chat } from '../../support/chat.js';
import { startClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { eventually } from '../../support/element-page.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, ListPage } from './list-page.js';
import { DOUBTED, line, lineSays, look, many, REFUSAL, REFUSED, searchFor, sent, THAT } from './unseen-page.js';

beforeEach(asOnNewPage);
afterEach(startClock);

/** The page shows something else in the list's place, and a new list in its place again. */
async function madeAnew({ element, bridge }: ListPage, products = many()): Promise<ListPage> {
  const next = Object.assign(document.createElement('kf-product-list'), { products, complete: true });
  next.style.height = '400px';
  element.replaceWith(next);
  const view = new ListPage(next, bridge);
  await view.settled();
  return view;
}

/** A product is under way that is not in sight in the new list. */
async function pending(products = many()): Promise<ListPage> {
  const view = await list({ products: many(), complete: true }, html``, { host: chat });
  void view.element.send(many()[33]!.productId).catch(() => undefined);
  await chat.reached(1);
  return madeAnew(view, products);
}

const announced = ({ root }: ListPage): string =>
  Array.from(root.querySelectorAll('.sr'), ({ textContent }) => textContent).join();

describe('a list that is made anew before the client has answered', () => {
  it('tells of it where the question had just come on show, and nobody has read it', async () => {
    const first = await sent(THAT);
    chat.answer({});
    await eventually('the question', () => first.has('button', '没有，重发'));
    await lineSays(await madeAnew(first), DOUBTED);
  });

  for (const [how, answer, words, answers] of [
    ['refused', REFUSAL, REFUSED, ['取消', '再试一次']],
    ['in doubt', {}, DOUBTED, ['已经有了', '没有，重发']],
  ] as const) {
    it(`tells of it: ${how}`, async () => {
      const view = await pending();
      chat.answer(answer);
      await lineSays(view, words);
      expect(announced(view)).to.contain(`${THAT}：`);
      await look(view);
      expect(view.focusedRow).to.equal(THAT);
      for (const name of answers) expect(view.has('button', name)).to.be.true;
      await sendBehind(1, chat, view.bridge as KfBridge);
    });

    it(`tells of what has ended before it came, until that was read: ${how}`, async () => {
      const first = await pending();
      chat.answer(answer);
      await lineSays(first, words);
      const second = await madeAnew(first);
      await lineSays(second, words);
      await look(second);
      await second.press('Escape');
      const third = await madeAnew(second);
      expect(line(third)).to.equal('');
      await searchFor(third, THAT);
      expect(third.mark(THAT)).to.contain(how === 'refused' ? '没发出去' : '核对');
    });

    it(`tells only of products that it has: ${how}`, async () => {
      const view = await pending(many().slice(0, 20));
      chat.answer(answer);
      await sendBehind(1, chat, view.bridge as KfBridge);
      chat.answer();
      await view.settled();
      expect(line(view)).to.equal('');
      expect(announced(view)).not.to.contain(THAT);
      view.element.products = many();
      await lineSays(view, words);
    });
  }

  it("tells nothing of another customer's", async () => {
    const view = await pending();
    chat.answer(REFUSAL);
    await lineSays(view, REFUSED);
    await chat.open(view.bridge as KfBridge, B);
    await lineSays(view, '');
    expect(announced(view)).not.to.contain(THAT);
  });

  it('tells nothing of what came out', async () => {
    const view = await pending();
    chat.answer();
    await sendBehind(1, chat, view.bridge as KfBridge);
    await view.settled();
    expect(line(view)).to.equal('');
  });

  for (const [how, answer, words] of [
    ['refused', REFUSAL, REFUSED],
    ['in doubt', {}, DOUBTED],
  ] as const)
    it(`tells of it by itself: a composer beside it does not (${how})`, async () => {
      const view = await pending();
      const element = document.createElement('kf-menu-composer');
      view.element.after(element);
      const composer = new ComposerPage(element);
      await composer.settled();
      const { status } = composer;
      chat.answer(answer);
      await lineSays(view, words);
      await composer.settled();
      expect(composer.status).to.equal(status);
    });
});
