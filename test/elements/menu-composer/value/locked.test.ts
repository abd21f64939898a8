import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { record } from '../../../support/ask.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { rejection } from '../../../support/rejection.js';

describe('what can not be edited', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());
  for (const [name, template] of [
    ['readonly', html`<kf-menu-composer readonly .value=${documentedCall}></kf-menu-composer>`],
    ['disabled', html`<kf-menu-composer disabled .value=${documentedCall}></kf-menu-composer>`],
  ] as const)
    describe(name, () => {
      let view: ComposerPage;
      beforeEach(async () => (view = await composer(template)));

      it('keeps its text, whatever is typed', async () => {
        await view.type('起始文本', 'x');
        await view.type('第 1 项，回复，文字', 'x');
        await view.press('Enter');
        await view.press('Alt', 'ArrowDown');
        await view.press('Control', 'z');
        expect(view.element.value).to.deep.equal(documentedCall.msgmenu);
      });

      it('has nothing to add, change, take back or mend with', () => {
        const edits = view.names('button').filter(button => /添加|更多|撤销|重做|补上/.test(button));
        expect(edits).to.deep.equal([]);
      });

      it('is sent by no key', async () => {
        await view.click('起始文本', 'textbox');
        await view.press('Control', 'Enter');
        expect(client.calls.some(({ api }) => api === 'sendChatMessage')).to.be.false;
      });

      it('has no send button', () => expect(view.names('button')).not.to.include.members(['发送']));

      it('still takes what the page sets', async () => {
        view.element.value = { head_content: '新的' };
        await view.settled();
        expect(view.textbox('起始文本').value).to.equal('新的');
      });
    });

  it('is not edited by a menu that was open when the send began', async () => {
    const view = await composer(html`<kf-menu-composer .value=${documentedCall}></kf-menu-composer>`);
    client.failNext('sendChatMessage', 'never');
    await view.click('第 1 项，回复，更多');
    await view.press('Control', 'Enter');
    await view.says(/^正在发送/);
    for (const entry of view.all('menuitem')) entry.click();
    await view.settled();
    expect(view.element.value).to.deep.equal(documentedCall.msgmenu);
  });

  it('disabled, rejects send() with stopped, and fires nothing', async () => {
    const view = await composer(html`<kf-menu-composer disabled .value=${documentedCall}></kf-menu-composer>`);
    const events = record(view.element, ['kf-send', 'kf-sent', 'kf-error']);
    await rejection(view.element.send(), 'stopped');
    await view.settled();
    expect(events.length).to.equal(0);
  });
});
