import { expect } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { B } from '../../support/customers.js';

describe('a page that sends, as it hears that a text is out, what it has made of that', () => {
  it("in the same task: it is not in B's chat then", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener(
      'kf-sent',
      () => {
        const { head_content = '', ...menu } = element.value;
        element.value = { ...menu, head_content: `${head_content}（以上，请您确认）` };
        void element.send().catch(() => undefined);
      },
      { once: true },
    );
    await chat.sent(view, '王女士，您的手机号是 13812345678');
    await chat.reached(2);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe("a page with a button of its own that sends what it has put in order, after the composer's own has sent it", () => {
  it("it is not in B's chat then", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await chat.sent(view, '王女士，您的手机号是 13812345678 ');
    await view.says(/^已发送/);
    stopClock(60_000);
    const { head_content = '', ...menu } = element.value;
    element.value = { ...menu, head_content: head_content.trim() };
    void element.send();
    await chat.reached(2);
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});
