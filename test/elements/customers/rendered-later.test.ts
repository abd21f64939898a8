import { aTimeout, expect } from '@open-wc/testing';
import { record } from '../../support/ask.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { eventually } from '../../support/element-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

/** As React's scheduler renders what a DOM event of no special kind has led to. */
const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.splice(0).forEach(task => task());
const render = (task: () => void): void => {
  tasks.push(task);
  channel.port2.postMessage(0);
};

describe('a page in React that empties its state at kf-sent (setMenu({})): it renders in a task of its scheduler', () => {
  it("A's is out, and B's text is half written: it stays", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const told = record(element, ['kf-sent']);
    element.addEventListener('kf-sent', () => render(() => (element.value = {})));
    await view.type(HEAD, '给 A 的话');
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(2000);
    await view.type(HEAD, '李先生，您的退款到了');
    render(() => chat.answer()); // as the client calls back: in a task of its own, of no timer
    await eventually('sent', () => told.length);
    await aTimeout(50);
    await view.settled();
    expect(headOf(view)).to.equal('李先生，您的退款到了');
  });
});

const FOLLOW = {
  head_content: '第二步：请选择',
  list: [{ type: 'click' as const, click: { id: '1', content: '好' } }],
};

describe('a page in React that sends its second menu after the first (setStep(2) at kf-sent, send() in an effect)', () => {
  for (const [name, later] of [
    ['its scheduler', render],
    ['a microtask', (task: () => void) => void Promise.resolve().then(task)],
  ] as const)
    it(`A's first is out as B's chat is open: the second does not go to B (${name})`, async () => {
      const view = await chat.panel();
      const { element, bridge } = view;
      let step = 1;
      element.addEventListener('kf-sent', () => {
        if (step++ > 1) return;
        later(() => {
          element.value = FOLLOW;
          void element.send().catch(() => undefined);
        });
      });
      void element.send().catch(() => undefined);
      await chat.reached(1);
      await chat.open(bridge, B);
      stopClock(5000);
      await view.settled();
      render(() => chat.answer()); // as the client calls back: in a task of its own, of no timer
      await aTimeout(100);
      expect(chat.sends.length).to.equal(1);
    });

  it("and B's text is half written by then: the second does not go to B", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('kf-sent', () =>
      render(() => {
        element.value = FOLLOW;
        void element.send().catch(() => undefined);
      }),
    );
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.type(HEAD, '李先生');
    render(() => chat.answer());
    await aTimeout(100);
    expect(chat.sends.length).to.equal(1);
  });
});

describe('a page in React that gives the next message of a series as the first one is out (in A’s own chat)', () => {
  const series = async (next: string, then: (view: ComposerPage) => void): Promise<ComposerPage> => {
    const view = await chat.panel();
    const { element } = view;
    element.addEventListener(
      'kf-sent',
      () =>
        render(() => {
          element.value = { ...element.value, head_content: next };
          then(view);
        }),
      { once: true },
    );
    await view.type(HEAD, '您的订单 1001 已发出');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    render(() => chat.answer());
    await aTimeout(30);
    await view.settled();
    return view;
  };

  it('that says more about the same: it stands there', async () => {
    const view = await series('您的订单 1001 已发出，预计明天到', () => undefined);
    expect(headOf(view)).to.equal('您的订单 1001 已发出，预计明天到');
  });

  it('and sends it 50 ms later: the first one does not go out twice', async () => {
    await series('您的订单 1001 已发出，预计明天到', ({ element }) =>
      setTimeout(() => void element.send().catch(() => undefined), 50),
    );
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.not.equal(JSON.stringify(chat.sends[0]));
  });
});
