import { expect } from '@open-wc/testing';
import type { MsgMenu } from '../../../src/core/index.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { menuOf } from './pages.js';

const { HEAD } = ComposerPage;

const TO_ALL = '请问您要办理什么？';
const STRIP = '页面给的内容很像写给上一位客户的，没有放进来';

/** A page gave one menu for all, and its server puts a text in order (a full stop) two seconds after it was typed: B is there by then. */
async function late(
  text = '王女士，您的订单 1001 已发出',
): Promise<{ view: ComposerPage; answer: () => Promise<void> }> {
  const view = await chat.panel();
  const { element } = view;
  element.value = menuOf(TO_ALL);
  await view.settled();
  stopClock(60_000);
  let asked: MsgMenu = {};
  element.addEventListener('input', () => (asked = element.value));
  await view.retype(HEAD, text);
  const heard = asked;
  const answer = async (): Promise<void> => {
    const { head_content = '', ...menu } = heard;
    element.value = { ...menu, head_content: `${head_content}。` };
    await view.settled();
  };
  stopClock(1000);
  await chat.open(view.bridge, B);
  await view.settled();
  stopClock(1000);
  return { view, answer };
}

describe('a page that gave one menu for all of its customers, and whose server adds a full stop two seconds late', () => {
  it('there is the strip', async () => {
    const { view, answer } = await late();
    expect(headOf(view)).to.equal(TO_ALL);
    await answer();
    expect(view.offered).to.equal(STRIP);
  });

  it("the agent does not mind the strip in B's chat: C's chat begins with the page's menu", async () => {
    const { view, answer } = await late();
    await answer();
    stopClock(60_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(headOf(view)).to.equal(TO_ALL);
  });

  it("the agent does not mind the strip in B's chat: A's, B's and each later one is not empty for that", async () => {
    const { view, answer } = await late();
    await answer();
    stopClock(60_000);
    await chat.open(view.bridge, A);
    await view.settled();
    stopClock(60_000);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal(TO_ALL);
  });

  it('a page that sends its menu to C by its own button: it is not refused as empty', async () => {
    const { view, answer } = await late();
    await answer();
    stopClock(60_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    stopClock(5000);
    const error = await Promise.race([
      view.element.send().then(
        () => undefined,
        (e: unknown) => e,
      ),
      chat.reached(1).then(() => 'reached'),
    ]);
    expect(error).to.equal('reached');
  });

  it("the page renders again ten seconds later, the strip unanswered: A's text does not stand in B's chat", async () => {
    const { view, answer } = await late();
    await answer();
    stopClock(10_000);
    await answer();
    expect(headOf(view)).to.not.contain('王女士');
  });

  it("忽略, and the page renders again ten seconds later: A's text does not stand in B's chat", async () => {
    const { view, answer } = await late();
    await answer();
    await view.click('忽略');
    stopClock(10_000);
    await answer();
    expect(headOf(view)).to.not.contain('王女士');
  });

  it('忽略, and the page renders again at once: it is not asked a second time', async () => {
    const { view, answer } = await late();
    await answer();
    await view.click('忽略');
    await answer();
    expect(view.offered).to.equal('');
    expect(headOf(view)).to.equal(TO_ALL);
  });
});

describe('the agent says 载入 in B’s chat', () => {
  it("it is for B; C's chat begins with the page's menu", async () => {
    const { view, answer } = await late('王女士，您的套餐 5005 已经换好');
    await answer();
    await view.click('载入');
    stopClock(60_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(headOf(view)).to.equal(TO_ALL);
  });

  it("and B's text is there as B's chat is open again", async () => {
    const { view, answer } = await late('王女士，您的套餐 6006 已经换好');
    await answer();
    await view.click('载入');
    for (const id of [`${B}c`, B]) {
      stopClock(60_000);
      await chat.open(view.bridge, id);
      await view.settled();
      if (id !== B) {
        view.element.value = menuOf(TO_ALL); // the page gives its own again
        await view.settled();
      }
    }
    expect(headOf(view)).to.contain('6006');
  });

  it('B’s own words were there: they are one step away', async () => {
    const { view, answer } = await late('王女士，您的套餐 7007 已经换好');
    await view.retype(HEAD, '李先生，请稍等');
    stopClock(500);
    await answer();
    expect(view.offered).to.equal(STRIP);
    await view.click('载入');
    view.textbox(HEAD).focus();
    await view.press('Control', 'z');
    expect(headOf(view)).to.equal('李先生，请稍等');
  });

  it('B’s own words were there, and 忽略: they stay', async () => {
    const { view, answer } = await late('王女士，您的套餐 8008 已经换好');
    await view.retype(HEAD, '李先生，请稍等');
    stopClock(500);
    await answer();
    expect(view.offered).to.equal(STRIP);
    await view.click('忽略');
    expect(headOf(view)).to.equal('李先生，请稍等');
    stopClock(60_000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(headOf(view)).to.equal(TO_ALL);
  });

  it('B’s own words were there, and 忽略, and the page gives its next menu: they are one step away', async () => {
    const { view, answer } = await late('王女士，您的套餐 9009 已经换好');
    await view.retype(HEAD, '李先生，请稍等');
    stopClock(500);
    await answer();
    await view.click('忽略');
    stopClock(60_000);
    view.element.value = menuOf('请您评价');
    await view.settled();
    view.textbox(HEAD).focus();
    await view.press('Control', 'z');
    expect(headOf(view)).to.equal('李先生，请稍等');
  });
});

describe('a page that binds `value` to what it has heard, and has asked its server for a full stop besides', () => {
  // Each test has a text of its own: `left` is one for all of them, and the clock goes back.
  for (const [name, text, act] of [
    ['the strip unanswered', '王女士，您的退款 2002 已经到账', async () => undefined],
    ['忽略', '王女士，您的发票 3003 已经开好', (view: ComposerPage) => view.click('忽略')],
  ] as const)
    it(`${name}: what was typed for A, rendered half a minute later, does not stand in B's chat`, async () => {
      const { view, answer } = await late(text);
      await answer();
      expect(view.offered).to.equal(STRIP);
      await act(view);
      stopClock(31_000);
      view.element.value = menuOf(text); // its copy
      await view.settled();
      expect(headOf(view)).to.not.contain('王女士');
    });

  it('nothing was asked: it does not', async () => {
    const { view } = await late('王女士，您的包裹 4004 已经签收');
    stopClock(31_000);
    view.element.value = menuOf('王女士，您的包裹 4004 已经签收');
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

describe("the agent has looked into B's chat for a moment, and is in A's again as the page's server answers", () => {
  const looked = async (mask: (text: string) => string): Promise<ComposerPage> => {
    const view = await chat.panel();
    const { element, bridge } = view;
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    const asked = element.value;
    stopClock(1000);
    for (const id of [B, A]) {
      await chat.open(bridge, id);
      await view.settled();
      stopClock(1000);
    }
    element.value = { ...asked, head_content: mask(asked.head_content ?? '') };
    await view.settled();
    return view;
  };

  it('what it has masked is taken', async () => {
    const view = await looked(text => text.replace('1234', '****'));
    expect(headOf(view)).to.equal('王女士，您的手机号是 138****5678');
  });

  it('also as it renders again a minute later', async () => {
    const view = await looked(text => text.replace('1234', '****'));
    stopClock(60_000);
    view.element.value = { ...view.element.value, head_content: '王女士，您的手机号是 138****5678' };
    await view.settled();
    expect(headOf(view)).to.equal('王女士，您的手机号是 138****5678');
  });

  it('a full stop: there is no question about another customer', async () => {
    const view = await looked(text => `${text}。`);
    expect(view.offered).to.equal('');
    expect(headOf(view)).to.equal('王女士，您的手机号是 13812345678。');
  });
});

const GREETING = '您好，请问有什么可以帮您？';

describe('a quick reply of the page that was taken back (撤销) in A’s chat', () => {
  const undone = async (begin: (view: ComposerPage) => Promise<void>): Promise<ComposerPage> => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const greet = (): void => void (element.value = menuOf(GREETING));
    bridge.addEventListener('kf-ready', greet);
    greet();
    await view.settled();
    stopClock(60_000);
    await begin(view);
    stopClock(60_000);
    element.value = menuOf('您的包裹预计明天到');
    await view.settled();
    stopClock(60_000);
    view.textbox(HEAD).focus();
    await view.press('Control', 'z');
    expect(headOf(view)).to.contain('有什么可以帮您');
    stopClock(2000);
    await chat.open(bridge, B);
    await view.settled();
    return view;
  };

  it("a letter more was in it: B's chat begins with the greeting that the page gives it, not with the quick reply", async () => {
    const view = await undone(page => page.retype(HEAD, `${GREETING}！`));
    expect([headOf(view), view.offered]).to.deep.equal([GREETING, '']);
  });

  it('a letter more, and taken away: the same', async () => {
    const view = await undone(async page => {
      await page.type(HEAD, '！');
      await page.press('Backspace');
      expect(headOf(page)).to.equal(GREETING);
    });
    expect([headOf(view), view.offered]).to.deep.equal([GREETING, '']);
  });
});

describe('a page that keeps a draft for each customer, and makes its composer anew in each chat', () => {
  it("the same notice was written for A and for B: A's own is there as A's chat is open again", async () => {
    const view = await chat.panel();
    const { bridge } = view;
    const place = view.element.parentElement as HTMLElement;
    const drafts = new Map<string, MsgMenu>();
    let current = view;
    const make = (): void => {
      const id = bridge.context?.customerId ?? '';
      const element: KfMenuComposer = document.createElement('kf-menu-composer');
      element.addEventListener('input', () => drafts.set(id, element.value));
      element.value = drafts.get(id) ?? {};
      place.replaceChildren(element);
      current = new ComposerPage(element);
    };
    make();
    bridge.addEventListener('kf-ready', make);
    await current.settled();
    for (const id of [A, B]) {
      if (id !== A) await chat.open(bridge, id);
      await current.settled();
      await current.type(HEAD, '本店今天盘点，下午三点后发货');
      stopClock(2000);
    }
    await chat.open(bridge, A);
    await current.settled();
    expect([headOf(current), current.offered]).to.deep.equal(['本店今天盘点，下午三点后发货', '']);
  });
});
