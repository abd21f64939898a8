import { expect } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { greeted } from './pages.js';

const { HEAD } = ComposerPage;

async function sentAndGone(texts: Record<string, string>, written: string): Promise<ComposerPage> {
  const view = await greeted(texts);
  stopClock(5000);
  await view.retype(HEAD, written);
  await view.press('Control', 'Enter');
  await chat.reached(1); // the client takes its time
  stopClock(1000);
  await chat.open(view.bridge, B);
  await view.settled();
  return view;
}

describe("a page that gives each customer a menu of their own; A's is on its way as the agent opens B's chat", () => {
  it("a greeting: A's does not stand in B's chat", async () => {
    const view = await sentAndGone(
      { [A]: '王女士您好', [B]: '李先生您好，请问有什么可以帮您？' },
      '您好，请问有什么可以帮您',
    );
    expect(headOf(view)).to.not.contain('王女士');
  });

  it("the state of the order: A's does not stand in B's chat", async () => {
    const view = await sentAndGone(
      { [A]: '您的订单 1001 待付款', [B]: '您的订单 2002 已发出，请注意查收' },
      '您的订单已发出，请注意查收',
    );
    expect(headOf(view)).to.not.contain('1001');
  });
});
