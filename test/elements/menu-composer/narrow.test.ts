import { expect, html } from '@open-wc/testing';
import { simulateWeCom } from '../../../src/simulator/index.js';
import { composer } from '../../support/composer-page.js';
import { click, menu, view as link } from '../../support/messages.js';

const { msgmenu } = menu(...Array.from({ length: 10 }, () => link('https://a.cn', '汉'.repeat(330))));
const start = () =>
  composer(html`<kf-menu-composer style="height: 320px" .value=${msgmenu}></kf-menu-composer>`, { width: 375 });
const box = (element: Element): DOMRect => element.getBoundingClientRect();

describe('the rows in a narrow panel', () => {
  it('leave the whole field to the text: the counter stands on the line below', async () => {
    const view = await start();
    const text = view.textbox('第 1 项，链接，文字');
    const cell = text.closest('.cell') as HTMLElement;
    const counter = view.root.querySelector('.under [part="counter"]') as Element;
    expect(view.counter('第 1 项，链接，文字')).to.match(/^还可写约 11 个汉字/);
    expect(box(text).width).to.be.at.least(box(cell).width - 12);
    expect(box(cell).height).to.equal(matchMedia('(pointer: coarse)').matches ? 44 : 36);
    expect(box(counter).top).to.be.at.least(box(text).bottom - 8); // within the field's height, below its ring
    expect(box(counter).right).to.be.closeTo(box(cell).right, 8);
  });

  it('keep their numbers when they scroll', async () => {
    const view = await start();
    (view.root.querySelector('.body') as Element).scrollTop = 200;
    for (const row of view.root.querySelectorAll('.row')) {
      const number = row.querySelector('.grip');
      if (number) expect(box(number).top).to.equal(box(row).top);
    }
  });
});

describe('the header', () => {
  it('puts its tools below what the page has put there, where both have no room', async () => {
    const view = await composer(
      html`<kf-menu-composer><b slot="header" style="flex: none; width: 240px">Menu · Products</b></kf-menu-composer>`,
      { width: 320 },
    );
    const tools = box(view.root.querySelector('.tools') as Element);
    expect(tools.right).to.be.at.most(box(view.element).right);
    expect(tools.left).to.be.at.least(box(view.element).left);
    expect(tools.top).to.be.at.least(box(view.element.firstElementChild as Element).bottom - 1);
  });
});

describe('the answers in the foot', () => {
  it('stay inside, however narrow it is', async () => {
    const client = simulateWeCom();
    const view = await composer(
      html`<kf-menu-composer .value=${{ head_content: '窄' }} .templates=${[]}></kf-menu-composer>`,
      { width: 200 },
    );
    client.failNext('sendChatMessage', {});
    await view.element.send().catch(() => undefined);
    await view.settled();
    const answers = ['已经有了', '没有，重发'].map(name => box(view.button(name)));
    client.restore();
    const { left, right } = box(view.element);
    for (const answer of answers) {
      expect(answer.left).to.be.at.least(left);
      expect(answer.right).to.be.at.most(right);
    }
  });
});

describe('one button in the foot', () => {
  const look = async (forced: Record<string, string> | null) => {
    const client = simulateWeCom();
    const view = await composer(
      html`<kf-menu-composer .value=${menu(click('窄', '1')).msgmenu} .templates=${[]}></kf-menu-composer>`,
      { width: 298 },
    );
    if (forced) {
      client.failNext('sendChatMessage', forced);
      await view.element.send().catch(() => undefined);
    }
    await view.settled();
    const [words, button] = ['footer .status', 'footer .send'].map(name => box(view.root.querySelector(name)!));
    client.restore();
    return { words: words!, button: button!, inside: box(view.element) };
  };

  it('stands beside a few words', async () => {
    const { words, button } = await look(null);
    expect(button.left).to.be.at.least(words.right);
    expect(button.top).to.be.below(words.bottom);
  });

  it('stands below more words, which have the whole line then', async () => {
    const { words, button, inside } = await look({
      err_msg: `sendChatMessage:fail ${'the client is busy '.repeat(4)}`,
    });
    expect(button.top).to.be.at.least(words.bottom);
    expect(words.width).to.be.at.least(inside.width - 50);
  });
});
