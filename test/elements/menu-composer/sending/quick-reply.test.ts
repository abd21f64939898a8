import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { B } from '../../../support/customers.js';
import { click } from '../../../support/messages.js';

it("the page's own button sends 「请稍等」 to B: it goes out, though the agent typed the same for A this morning", async () => {
  const view = await chat.panel();
  view.element.value = {};
  await view.type(ComposerPage.HEAD, '请稍等');
  await chat.open(view.bridge, B);
  stopClock(5000);
  view.element.value = { head_content: '上一条', list: [click('好', '1')] };
  await view.settled();
  view.element.value = { head_content: '请稍等' }; // what the page's button does
  view.element.send().catch(() => undefined);
  await chat.reached(1);
  expect(JSON.stringify(chat.sends[0])).to.contain('请稍等');
});
