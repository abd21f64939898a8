import { aTimeout, expect, html } from '@open-wc/testing';
import { chat, given } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { record } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

for (const [name, end] of [
  ['form.reset()', (view: ComposerPage) => view.element.closest('form')?.reset()],
  ['value = {}', (view: ComposerPage) => void (view.element.value = {})],
] as const)
  describe(`a page that begins anew however a send ends (finally): ${name}`, () => {
    it('that it was refused is told', async () => {
      const view = await chat.panel(
        html`<form><kf-menu-composer name="menu" .value=${given}></kf-menu-composer></form>`,
      );
      const { element } = view;
      for (const type of ['kf-sent', 'kf-error', 'kf-cancel']) element.addEventListener(type, () => end(view));
      const told = record(element, ['kf-error']);
      await view.type(HEAD, '给 A');
      await view.read();
      await view.press('Control', 'Enter');
      await chat.reached(1);
      chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
      await eventually('the error', () => told.length);
      await aTimeout(100);
      await view.settled();
      expect(view.status).to.match(/没发出去|权限/);
    });
  });
