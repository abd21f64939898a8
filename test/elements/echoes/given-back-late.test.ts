import { expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;

describe('a page that changes what it has heard a moment ago, while the user has written on', () => {
  for (const [what, change] of [
    ['a full stop more', (text: string) => `${text}。`],
    ['a word masked', (text: string) => text.replace('王', '*')],
  ] as const) {
    const behind = async (): Promise<ComposerPage> => {
      const view = await chat.panel();
      stopClock(5000); // however long the typing takes
      await view.type(HEAD, '您好，王女士');
      const { head_content = '', ...menu }: MsgMenu = view.element.value;
      await view.write('，您的订单已发出');
      view.element.value = { ...menu, head_content: change(head_content) }; // its server took half a second
      await view.settled();
      return view;
    };

    it(`${what}: what was written since stands there`, async () => {
      const view = await behind();
      expect(headOf(view)).to.contain('您的订单已发出');
    });

    it(`${what}: undo brings it back at least`, async () => {
      const view = await behind();
      for (let step = 0; step < 4 && !headOf(view).includes('您的订单'); step++) view.element.undo();
      expect(headOf(view)).to.contain('您的订单已发出');
    });

    it(`${what}, and B comes then: it is not in B's chat`, async () => {
      const view = await behind();
      await chat.open(view.bridge, B);
      await view.settled();
      expect(headOf(view)).to.not.contain('女士');
    });
  }
});

describe('已经有了, and the client says no after all', () => {
  it('as another message was sent since, and a third one is being written: it is told', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '甲');
    await unanswered(view.bridge, () => view.element.send());
    await eventually('the question', () => view.has('button', '已经有了'));
    await view.read();
    await view.click('已经有了');
    await view.says(/^已发送/);
    const { invoke } = chat;
    chat.invoke = (api, params) =>
      api === 'sendChatMessage' ? Promise.resolve({ err_msg: 'sendChatMessage:ok' }) : invoke.call(chat, api, params);
    await view.retype(HEAD, '乙');
    await view.element.send();
    await view.retype(HEAD, '丙');
    await chat.late(view, 'fail');
    expect(view.status).to.match(/没有发出去/);
  });
});
