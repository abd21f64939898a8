import { expect, html } from '@open-wc/testing';
import { record } from '../../../support/ask.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { B } from '../../../support/customers.js';
import { press } from '../../../support/element-page.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click } from '../../../support/messages.js';
import { sendBehind } from '../../bridge/send-behind.js';

const { HEAD } = ComposerPage;

describe("Ctrl+Enter for A's text as the chat becomes B's, and the foot has nothing but 知道了", () => {
  for (const later of [600, 1100])
    it(`once more ${later} ms later: what the page gives to everybody does not go to B`, async () => {
      const view = await chat.panel();
      await view.type(HEAD, '给 A');
      stopClock(5000);
      await chat.open(view.bridge, B);
      await view.settled();
      stopClock(50);
      await press('Control', 'Enter');
      await view.says(/^客户换了，没有发送/);
      expect(view.names('button')).to.include('知道了');
      expect(view.names('button')).to.not.include('发送');
      stopClock(later);
      await press('Control', 'Enter');
      await sendBehind(0, chat, view.bridge);
    });
});

describe('a text in place of a menu, which has not been in view', () => {
  it('Ctrl+Enter, and once more 120 ms later: it is shown, and not sent, as with a double click', async () => {
    const host = new ManualHost({ platform: 'mac' });
    const items = Array.from({ length: 9 }, (_, n) => click(`第 ${n} 条`, String(n)));
    const value = { ...given.msgmenu, list: items };
    const view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`, { host });
    view.element.scrollIntoView({ block: 'start' });
    await view.read();
    const asked = record(view.element, ['kf-send']);
    view.textbox(HEAD).focus({ preventScroll: true });
    stopClock();
    await press('Control', 'Enter');
    await view.says(/再按一次就发$/);
    stopClock(120);
    await press('Control', 'Enter');
    expect(asked).to.have.length(0);
  });
});
