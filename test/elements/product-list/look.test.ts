import { expect } from '@open-wc/testing';
import { READING } from '../../../src/elements/shared/sends/press.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { chat } from '../../support/chat.js';
import { startClock, stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually, press } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import type { ListPage } from './list-page.js';
import { DOUBTED, inDoubt, line, lineSays, look, many, OTHER, refused, searchFor, THAT } from './unseen-page.js';

beforeEach(asOnNewPage);
afterEach(startClock);

describe('the question that 查看 opens', () => {
  for (const [what, changes, answer] of [
    ['再试一次', {}, '再试一次'],
    ['发送, at another price by now', { sellingPrice: '1280' }, '发送'],
  ] as const)
    it(`is to be read before ${what}: Enter by habit once more sends nothing`, async () => {
      const view = await refused();
      view.element.products = many(changes);
      await view.settled();
      view.button('查看').focus();
      stopClock();
      await view.press('Enter');
      expect(view.focusedRow).to.equal(THAT);
      expect(view.focused).to.equal(answer);
      stopClock(READING - 1);
      await view.press('Enter');
      stopClock(READING - 1); // who goes on pressing has not read it
      await view.press('Enter');
      await view.click(answer);
      expect(view.focused).to.equal(answer);
      await sendBehind(1, chat, view.bridge as KfBridge);
      stopClock(READING);
      await view.press('Enter');
      chat.answer();
      await chat.reached(3);
    });

  it('can be taken back at once', async () => {
    const view = await refused();
    view.button('查看').focus();
    stopClock();
    await view.press('Enter');
    await press('Escape');
    await view.settled();
    expect(view.has('button', '再试一次')).to.be.false;
    expect(view.focusedRow).to.equal(THAT);
  });
});

describe('a question that a change of customer takes back', () => {
  for (const [how, open] of [
    ['that 查看 has opened', look],
    [
      'that has come by itself',
      async (view: ListPage) => {
        await searchFor(view, THAT);
        await eventually('the question', () => view.has('button', '已经有了'));
      },
    ],
  ] as const)
    it(`was not read: the line says it as the first customer is back (one ${how})`, async () => {
      const view = await inDoubt();
      const bridge = view.bridge as KfBridge;
      await open(view);
      expect(line(view)).to.equal('');
      await chat.open(bridge, B);
      await view.settled();
      await searchFor(view, OTHER);
      expect(line(view)).to.equal('');
      await chat.open(bridge, A);
      await lineSays(view, DOUBTED);
    });

  it('is read where it was closed before', async () => {
    const view = await inDoubt();
    const bridge = view.bridge as KfBridge;
    await look(view);
    await view.press('Escape');
    await chat.open(bridge, B);
    await chat.open(bridge, A);
    await view.settled();
    expect(line(view)).to.equal('');
    expect(view.mark(THAT)).to.contain('核对');
  });
});
