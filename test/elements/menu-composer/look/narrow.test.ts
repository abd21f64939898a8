import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/locales/en.js';
import { simulateWeCom } from '../../../../src/simulator/index.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import { composer } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';
import { asOnTouch } from '../../../support/touch-targets.js';

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
    const above = view.root.querySelector('.items > .label .counter') as Element;
    expect(box(counter).right).to.be.closeTo(box(above).right, 1);
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

describe('a problem in a narrow panel', () => {
  const inPanel = (width: number, lang: string, ...list: Parameters<typeof menu>) =>
    composer(html`<kf-menu-composer lang=${lang} .value=${menu(...list).msgmenu}></kf-menu-composer>`, { width });
  /** Where the letters of something end: its box may be wider. */
  const lettersOf = (element: Element): DOMRect => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  const middle = (element: Element): number => (box(element).top + box(element).bottom) / 2;

  for (const width of [320, 360, 420])
    for (const lang of ['zh-CN', 'en'])
      for (const touch of [false, true])
        it(`has the counter beside it, and the mend at the right: ${width} px, ${lang}, ${touch ? 'touch' : 'mouse'}`, async () => {
          const view = await inPanel(width, lang, click('汉'.repeat(45), '1'));
          const asBefore = touch ? asOnTouch(view.root) : () => undefined;
          view.root.querySelector<HTMLElement>('.row input')?.focus();
          await view.press('Tab');
          const problem = await eventually('the problem', () => view.root.querySelector('.item .problem'));
          const [text, counter, mend] = ['bdi', '.counter', '.mend'].map(
            part => problem.querySelector(part) as Element,
          );
          expect(middle(counter as Element)).to.be.closeTo(lettersOf(text as Element).top + 9, 2);
          expect(box(counter as Element).left).to.be.above(lettersOf(text as Element).right);
          expect(box(mend as Element).right).to.be.closeTo(box(problem).right, 1);
          expect(counter?.textContent).to.match(/135 \/ 128/);
          const isBeside = Math.abs(middle(mend as Element) - middle(counter as Element)) < 3;
          expect(box(problem).height).to.be.at.most(isBeside ? 46 : 74);
          expect(lettersOf(mend as Element).height).to.be.at.most(20);
          asBefore();
        });

  it('of a field that is empty has the counter beside it, too', async () => {
    const view = await inPanel(360, 'zh-CN', page('', '打开'));
    const name = '第 1 项，小程序，页面路径';
    await view.click('第 1 项，小程序');
    view.textbox(name).focus();
    await view.press('Tab');
    view.textbox(name).focus();
    const counter = await eventually('the counter', () => view.root.querySelector('.problem .counter'));
    expect(view.problem(name)).to.equal('还没填页面路径');
    const text = view.root.querySelector('.problem bdi') as Element;
    expect(middle(counter)).to.be.closeTo(middle(text), 2);
  });

  it('is told in its whole width where a mend would leave it but a few letters a line', async () => {
    const view = await inPanel(320, 'zh-CN', page('pages/index', '打开'));
    await view.click('第 1 项，小程序');
    view.textbox('第 1 项，小程序，页面路径').focus();
    await view.press('Tab');
    const problem = await eventually('the problem', () => view.root.querySelector('.problem'));
    expect(lettersOf(problem.querySelector('bdi') as Element).height).to.be.at.most(40);
    expect(box(problem.querySelector('.mend') as Element).right).to.be.closeTo(box(problem).right, 1);
  });
});

describe('the first render', () => {
  for (const [width, isWide, hasRedo] of [
    [320, false, false],
    [400, false, true],
    [720, true, true],
  ] as const)
    it(`knows its width: ${width} px`, async () => {
      const place = fixtureSync(html`<div style=${`width: ${width}px`}><kf-menu-composer></kf-menu-composer></div>`);
      const element = place.querySelector('kf-menu-composer') as KfMenuComposer;
      const root = element.shadowRoot as ShadowRoot;
      const isRight = (): boolean =>
        !!root.querySelector('.side') === isWide && !!root.querySelector('.redo') === hasRedo;
      await element.updateComplete;
      expect(isRight(), 'first').to.be.true;
      const elsewhere = fixtureSync(html`<div style=${`width: ${isWide ? 320 : 720}px`}></div>`);
      elsewhere.append(element);
      await element.updateComplete;
      expect(isRight(), 'where it has been moved').to.be.false;
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

describe('one button in the foot of a panel that is narrower still', () => {
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

  it('stands below more words, which have the whole line then', async () => {
    const { words, button, inside } = await look({
      err_msg: `sendChatMessage:fail ${'the client is busy '.repeat(4)}`,
    });
    expect(button.top).to.be.at.least(words.bottom);
    expect(words.width).to.be.at.least(inside.width - 50);
  });
});
