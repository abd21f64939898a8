import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { startClock, stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { unanswered } from '../../../support/in-touch.js';

const { HEAD } = ComposerPage;

describe('an earlier send in doubt, and another text since', () => {
  const doubt = async (): Promise<ComposerPage> => {
    const view = await chat.panel();
    await unanswered(view.bridge, () => view.element.send());
    await eventually('the question', () => view.has('button', '没有，重发'));
    await view.type(HEAD, '改');
    await view.says(/^之前的「.*」不确定/);
    return view;
  };

  it('the client refuses it late: the foot says so, until the user writes on', async () => {
    const view = await doubt();
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await view.says(/之前的「.*」没有发出去/);
    expect(view.names('button')).not.to.include('已经有了');
    stopClock(3000); // long enough to read it
    await view.type(HEAD, '写');
    startClock();
    expect(view.status).not.to.include('之前');
  });

  it('不发了 for the other text leaves the question about the first one on show', async () => {
    const view = await doubt();
    chat.customerId = B;
    await view.read();
    await view.click('发送');
    await view.says(/^客户换了，没有发送/);
    await view.read();
    await view.click('不发了');
    await eventually("B's chat", () => view.bridge.context?.customerId === B);
    await view.settled();
    expect(view.names('button')).not.to.include('已经有了');
    await chat.open(view.bridge, A);
    await view.says(/^之前的「.*」不确定/);
    expect(view.names('button')).to.include('已经有了');
  });

  it('the client has it, as it says late: the foot says so', async () => {
    const view = await doubt();
    chat.answer();
    await view.says(/之前的「.*」已经发出去了/);
  });

  it('an item is deleted: 已经有了 does not stand there without its question', async () => {
    const view = await doubt();
    await view.choose(1, '删除');
    expect(view.has('button', '已经有了') && !view.status.includes('之前')).to.be.false;
  });

  it("and that is in doubt, too: one after the other is asked about, and none in another customer's chat", async () => {
    const view = await doubt();
    await unanswered(view.bridge, () => view.element.send());
    await eventually('the question', () => view.has('button', '没有，重发'));
    await view.type(HEAD, '再');
    await view.says(/^之前的「.*」不确定/);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(view.status).not.to.include('之前');
    await chat.open(view.bridge, A);
    await view.says(/^之前的「.*」不确定/);
  });
});
