import { aTimeout, expect } from '@open-wc/testing';
import { record } from '../../support/ask.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { eventually } from '../../support/element-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

const answersOf: Record<string, () => unknown> = {
  "its server's JSON, {errcode: 45009, errmsg: 'api freq out of limit'}": () =>
    Promise.resolve({ errcode: 45009, errmsg: 'api freq out of limit' }),
  false: () => Promise.resolve(false),
  'a function (async () => …)': () => async () => undefined,
  "its server's JSON, {success: false}": () => Promise.resolve({ success: false, message: '会话已结束' }),
};

for (const [name, answer] of Object.entries(answersOf))
  describe(`a page that answers by itself with ${name}`, () => {
    it('is not told as sent', async () => {
      const view = await chat.panel();
      const { element } = view;
      const told = record(element);
      element.addEventListener('kf-send', event => event.respondWith(answer() as Promise<never>));
      await view.type(HEAD, '给 A');
      await view.read();
      await view.press('Control', 'Enter');
      await eventually('the outcome', () => told.length);
      await view.settled();
      expect(told.map(({ type }) => type)).to.not.include('kf-sent');
    });
  });

describe('a page that answers by itself and calls preventDefault() as well', () => {
  it('a second press while its server is at work does not ask a second time, and the outcome is told', async () => {
    const view = await chat.panel();
    const { element } = view;
    const told = record(element);
    let asked = 0;
    element.addEventListener('kf-send', event => {
      event.preventDefault();
      asked++;
      event.respondWith(aTimeout(300).then(() => ({ outcome: 'sent' }) as never));
    });
    await view.type(HEAD, '给 A');
    await view.read();
    await view.press('Control', 'Enter');
    await view.settled();
    stopClock(5000);
    await view.press('Control', 'Enter');
    await eventually('the outcome', () => told.length);
    expect(asked).to.equal(1);
    expect(told.map(({ type }) => type)).to.deep.equal(['kf-sent']);
  });
});
