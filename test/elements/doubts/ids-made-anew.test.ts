import { aTimeout, expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { eventually } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';

let ids = 0;
const made = (): MsgMenu => ({
  head_content: '请选择',
  list: [click('查订单', `t${++ids}`), click('退货', `t${++ids}`)],
});

async function inDoubt(): Promise<ComposerPage> {
  const view = await chat.panel();
  view.element.value = made();
  await unanswered(view.bridge, () => view.element.send());
  await eventually('the question', () => view.has('button', '没有，重发'));
  await view.read();
  return view;
}

describe('a menu whose ids the page makes anew each time it renders, and nobody knows of the one that was sent', () => {
  it('the page renders again, and the client says yes after all: the foot does not offer to send as if nothing was', async () => {
    const view = await inDoubt();
    view.element.value = made();
    await view.settled();
    expect(view.status).to.match(/^不确定/);
    await chat.late(view, 'ok');
    expect(view.status).to.match(/已发送|已经发出去/);
  });

  it('the page renders again, and the client says no after all: that is told', async () => {
    const view = await inDoubt();
    view.element.value = made();
    await view.settled();
    await chat.late(view, 'fail');
    expect(view.status).to.match(/没有发|没发|失败/);
  });

  it('the page renders again, and the agent says 已经有了: the message is shown as sent', async () => {
    const view = await inDoubt();
    view.element.value = made();
    await view.settled();
    await view.read();
    await view.click('已经有了');
    expect(view.status).to.match(/^已发送/);
  });

  it('the page renders as it hears that it is out: the foot says so', async () => {
    const view = await chat.panel();
    view.element.value = made();
    view.element.addEventListener('kf-sent', () => (view.element.value = made()));
    await view.settled();
    stopClock(5000);
    view.button('发送').click();
    await chat.reached(1);
    chat.answer();
    await aTimeout(50);
    await view.settled();
    expect(view.status).to.match(/已发送|已经发出去/);
  });
});

describe('such a menu, while it is under way', () => {
  it('the page makes its composer anew, and the agent presses 发送 there: it goes out once', async () => {
    const view = await chat.panel();
    const { bridge } = view;
    view.element.value = made();
    await view.settled();
    stopClock(5000);
    view.button('发送').click();
    await chat.reached(1);
    const fresh: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), { value: made() });
    view.element.replaceWith(fresh);
    const next = new ComposerPage(fresh);
    await next.settled();
    stopClock(5000);
    next.root.querySelector<HTMLElement>('footer .send')?.click();
    await next.settled();
    chat.answer();
    await aTimeout(50);
    const calls = chat.sends.length;
    expect(calls).to.equal(1);
    await sendBehind(1, chat, bridge);
  });
});
