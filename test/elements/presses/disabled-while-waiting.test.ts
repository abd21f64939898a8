import { aTimeout, expect } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { record } from '../../support/ask.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage } from '../../support/in-touch.js';

beforeEach(asOnNewPage);

describe('a press that waits for a bridge that is made anew, and the page locks its composer meanwhile', () => {
  it('nothing goes out of a disabled composer', async () => {
    const rebuild = chat.rebuilding();
    const first = rebuild();
    await first.bridge.ready;
    const connect = chat.slowly();
    const { bridge, element } = rebuild();
    const view = new ComposerPage(element);
    await view.settled();
    const told = record(element, ['kf-error']);
    view.button('发送').click();
    await aTimeout(50);
    element.disabled = true; // the conversation was closed by somebody else
    await view.settled();
    stopClock(5000);
    connect();
    await bridge.ready;
    await aTimeout(100);
    expect(chat.sends.length).to.equal(0);
    expect(told.map(({ detail }) => detail.error?.code)).to.deep.equal(['stopped']);
  });
});
