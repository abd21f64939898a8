import { expect } from '@open-wc/testing';
import { READING } from '../../../src/elements/shared/sends/press.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { chat } from '../../support/chat.js';
import { startClock, stopClock } from '../../support/clock.js';
import { press } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import { many, refused, THAT } from './unseen-page.js';

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
