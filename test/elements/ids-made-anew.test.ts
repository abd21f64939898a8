import { expect } from '@open-wc/testing';
import type { MsgMenu } from '../../src/core/index.js';
import type { KfMenuComposer } from '../../src/kf-menu-composer.js';
import { Chat } from '../support/chat.js';
import { startClock, stopClock } from '../support/clock.js';
import { ComposerPage } from '../support/composer-page.js';
import { eventually } from '../support/element-page.js';
import { click } from '../support/messages.js';
import { sendBehind } from './bridge/send-behind.js';

let chat: Chat;
beforeEach(() => {
  chat = new Chat();
});
afterEach(startClock);

let ids = 0;
/** A page's menu, whose items get new ids each time it is made (for its statistics). */
const made = (): MsgMenu => ({
  head_content: '请选择',
  list: [click('查订单', `t${++ids}`), click('退货', `t${++ids}`)],
});

async function inDoubt(): Promise<ComposerPage> {
  const view = await chat.panel();
  view.element.value = made();
  view.bridge.timeout = 60;
  await view.element.send().catch(() => undefined);
  await eventually('the question', () => view.has('button', '没有，重发'));
  view.bridge.timeout = 30_000;
  await view.read();
  return view;
}

describe('a menu whose ids the page makes anew each time, sent, and nobody knows of it', () => {
  it('the page renders again: Ctrl+Enter does not send the same words again', async () => {
    const view = await inDoubt();
    view.element.value = made();
    await view.settled();
    stopClock(5000);
    view.textbox('起始文本').focus();
    await view.press('Control', 'Enter');
    await sendBehind(1, chat, view.bridge);
  });

  it('the page makes its composer anew: it asks', async () => {
    const view = await inDoubt();
    const fresh: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), { value: made() });
    view.element.replaceWith(fresh);
    const next = new ComposerPage(fresh);
    await next.settled();
    expect(next.names('button')).to.include('没有，重发');
  });
});
