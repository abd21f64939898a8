import { aTimeout, expect, html } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import type { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { button } from './pages.js';

/** As short texts are: no items. */
const menuOf = (head_content: string): MsgMenu => ({ head_content });

describe("a page's quick reply that the agent has written to A by hand, with a name before it, and sent; in B's chat at once", () => {
  const REPLY = '请稍等，我帮您查一下订单';
  const inB = async (text: string, then: (view: ComposerPage) => void): Promise<ComposerPage> => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    const press = button(view, () => then(view));
    stopClock(60_000);
    await chat.sent(view, text);
    await view.says(/^已发送/);
    stopClock(1000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(2000);
    await press();
    return view;
  };

  it('the button does something: the reply stands there, or is offered', async () => {
    const view = await inB(`王女士，${REPLY}`, ({ element }) => (element.value = menuOf(REPLY)));
    expect(headOf(view) || view.offered).to.not.equal('');
  });

  it('with 您好 before it: the same', async () => {
    const view = await inB(`您好！${REPLY}。`, ({ element }) => (element.value = menuOf(REPLY)));
    expect(headOf(view) || view.offered).to.not.equal('');
  });

  it('a page that gives it and sends it a moment later (一键回复): it goes, or is offered', async () => {
    const view = await inB(`王女士，${REPLY}`, ({ element }) => {
      element.value = menuOf(REPLY);
      setTimeout(() => void element.send().catch(() => undefined), 20);
    });
    await aTimeout(50);
    expect(chat.sends.length > 1 ? JSON.stringify(chat.sends[1]) : view.offered).to.not.equal('');
    if (chat.sends.length > 1) expect(JSON.stringify(chat.sends[1])).to.contain(REPLY);
  });
});

describe("a page's quick reply pressed in the same chat, right after the agent has sent what begins with it", () => {
  it('it stands there', async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    const { element } = view;
    const press = button(view, () => void setTimeout(() => (element.value = menuOf('请稍等，我帮您查一下')), 10));
    stopClock(60_000);
    await chat.sent(view, '请稍等，我帮您查一下订单');
    await view.says(/^已发送/);
    stopClock(2000);
    await press();
    expect(headOf(view)).to.equal('请稍等，我帮您查一下');
  });

  it('and a page that sends it a moment later: the first text does not go a second time', async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    const { element } = view;
    const press = button(view, () => {
      setTimeout(() => (element.value = menuOf('请稍等，我帮您查一下')), 10);
      setTimeout(() => void element.send().catch(() => undefined), 40);
    });
    stopClock(60_000);
    await chat.sent(view, '请稍等，我帮您查一下订单');
    await view.says(/^已发送/);
    stopClock(2000);
    await press();
    await aTimeout(50);
    expect(chat.sends.map(sent => (sent as { msgmenu?: MsgMenu }).msgmenu?.head_content)).to.deep.equal([
      '请稍等，我帮您查一下订单',
      '请稍等，我帮您查一下',
    ]);
  });

  it('and the page has emptied its composer at kf-sent: the same', async () => {
    const view = await chat.panel(html`<kf-menu-composer></kf-menu-composer>`);
    const { element } = view;
    element.addEventListener('kf-sent', () => (element.value = {}));
    const press = button(view, () => void setTimeout(() => (element.value = menuOf('请稍等，我帮您查一下')), 10));
    stopClock(60_000);
    await chat.sent(view, '请稍等，我帮您查一下订单');
    await aTimeout(50);
    stopClock(2000);
    await press();
    expect(headOf(view)).to.equal('请稍等，我帮您查一下');
  });
});
