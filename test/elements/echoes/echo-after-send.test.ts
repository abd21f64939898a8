import { aTimeout, expect, html } from '@open-wc/testing';
import type { MenuItem, MsgMenu } from '../../../src/core/index.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { click } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';

const { HEAD } = ComposerPage;

const numbered = (item: MenuItem, n: number): MenuItem =>
  item.type === 'click' ? click(item.click.content, `k${n + 1}`) : item;

/** What a page makes of what it has heard; to the customer it is the same. */
const CHANGES = [
  ['trimmed', ({ head_content = '', ...menu }: MsgMenu): MsgMenu => ({ head_content: head_content.trim(), ...menu })],
  ['with ids of its own', ({ list = [], ...texts }: MsgMenu): MsgMenu => ({ ...texts, list: list.map(numbered) })],
] as const;

for (const [what, change] of CHANGES)
  describe(`a page that gives back what it has heard, ${what}, as the text has been sent already (debounced)`, () => {
    const sent = async (draftKey: string, isEarly = false): Promise<ComposerPage> => {
      const view = await chat.panel(
        html`<kf-menu-composer .value=${given} .draftKey=${draftKey || null}></kf-menu-composer>`,
      );
      await view.type(HEAD, '您好，您的订单已发出 ');
      const heard = view.element.value;
      await view.press('Control', 'Enter');
      await chat.reached(1);
      if (isEarly) view.element.value = change(heard);
      chat.answer();
      await view.says(/^已发送/);
      await aTimeout(20); // it is no answer to kf-sent
      if (!isEarly) view.element.value = change(heard);
      await view.settled();
      return view;
    };

    it('the foot goes on saying that it is sent', async () => {
      const view = await sent('');
      expect(view.status).to.match(/^已发送/);
    });

    for (const isEarly of [false, true])
      it(`it is no draft${isEarly ? ' (given back while it is under way)' : ''}: nothing comes back after a reload as what was not sent`, async () => {
        const key = `echo${what}${isEarly}${A}`;
        const view = await sent(key, isEarly);
        view.bridge.remove(); // what is not stored yet is
        const again = await chat.panel(html`<kf-menu-composer .value=${given} .draftKey=${key}></kf-menu-composer>`);
        await again.settled();
        expect(again.offered).to.equal('');
      });
  });

for (const [what, change] of CHANGES)
  it(`the same, ${what}, while nobody knows what became of it: Ctrl+Enter does not send the same words again`, async () => {
    const view = await chat.panel();
    await view.type(HEAD, '您好，您的订单已发出 ');
    const heard = view.element.value;
    view.bridge.timeout = 60;
    await view.press('Control', 'Enter');
    await eventually('the question', () => view.has('button', '没有，重发'));
    view.bridge.timeout = 30_000;
    await view.read();
    view.element.value = change(heard);
    await view.settled();
    stopClock(5000);
    view.textbox(HEAD).focus();
    await view.press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });

it('a page that empties the composer after each send, and gives back then what it has heard (debounced): it is no draft', async () => {
  const key = `emptied${A}`;
  const view = await chat.panel(html`<kf-menu-composer .value=${given} .draftKey=${key}></kf-menu-composer>`);
  view.element.addEventListener('kf-sent', () => (view.element.value = {}));
  await view.type(HEAD, '您好，您的订单已发出');
  const heard = view.element.value;
  await view.press('Control', 'Enter');
  await chat.reached(1);
  chat.answer();
  await eventually('it is empty', () => !view.element.value.head_content);
  view.element.value = heard;
  await view.settled();
  view.bridge.remove();
  const again = await chat.panel(html`<kf-menu-composer .value=${given} .draftKey=${key}></kf-menu-composer>`);
  await again.settled();
  expect(again.offered).to.equal('');
});
