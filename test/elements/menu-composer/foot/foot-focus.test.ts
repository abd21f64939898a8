import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';

const { HEAD } = ComposerPage;

describe('the focus on a button of the foot', () => {
  it('goes to the words where the button has come to answer a question: Enter by habit answers nothing', async () => {
    const view = await chat.inDoubt('给 A');
    await view.type(HEAD, '，改过');
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(5000);
    view.button('发送').focus();
    await chat.open(view.bridge, A);
    await view.settled();
    stopClock(5000);
    expect(view.status).to.match(/^之前的「/);
    await view.press('Enter');
    await view.settled();
    expect(view.has('button', '已经有了')).to.be.true;
  });

  it('goes to the words after an answer: the next Enter sends nothing', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    await view.read();
    chat.customerId = B;
    await view.press('Control', 'Enter');
    await view.says(/^客户换了/);
    stopClock(5000);
    view.button('不发了').focus();
    await view.press('Enter');
    await view.settled();
    stopClock(5000);
    await view.press('Enter');
    await view.settled();
    expect(chat.sends.length).to.equal(0);
    expect(view.root.activeElement?.getAttribute('role')).to.equal('status');
  });
});
