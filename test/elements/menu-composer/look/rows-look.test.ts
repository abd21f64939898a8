import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';
import { asOnTouch } from '../../../support/touch-targets.js';

const VALUE = menu(
  click('满意', '1'),
  link('https://work.weixin.qq.com', '点击跳转到自助查询页面'),
  page('pages/index.html?userid=zhangsan&orderid=123123123', '点击打开小程序查询更多'),
).msgmenu;
const start = (width: number, lang = 'zh-CN', value: unknown = VALUE): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer lang=${lang} .value=${value}></kf-menu-composer>`, { width });

/** The ring around the text of the nth item, as far as it is drawn. */
function ring(view: ComposerPage, n: number): DOMRect {
  const cell = view.root.querySelectorAll('.row .cell')[n] as Element;
  const { top, bottom, left, right, boxShadow } = getComputedStyle(cell, '::after');
  expect(boxShadow).not.to.equal('none');
  const px = (text: string): number => parseFloat(text);
  const box = cell.getBoundingClientRect();
  const spread = 2;
  return new DOMRect(
    box.left + px(left) - spread,
    box.top + px(top) - spread,
    box.width - px(left) - px(right) + 2 * spread,
    box.height - px(top) - px(bottom) + 2 * spread,
  );
}

describe('the rows of items', () => {
  for (const width of [200, 320, 360, 400, 720, 960])
    for (const touch of [false, true])
      it(`have a ring that crosses no text and no chevron: ${width} px, ${touch ? 'touch' : 'mouse'}`, async () => {
        const view = await start(width);
        const asBefore = touch ? asOnTouch(view.root) : () => undefined;
        for (const n of [1, 2]) {
          const row = view.root.querySelectorAll('.row')[n] as Element;
          const boxOf = (selector: string): DOMRect => (row.querySelector(selector) as Element).getBoundingClientRect();
          row.querySelector('input')?.focus();
          await view.settled();
          const around = ring(view, n);
          expect(around.bottom, 'above the summary').to.be.at.most(boxOf('.summary').top);
          expect(around.left, 'after the chevron').to.be.at.least(boxOf('.kind .icon').right);
          expect(around.top).to.be.at.most(boxOf('input').top + boxOf('input').height / 2 - 10);
        }
        asBefore();
      });

  for (const width of [200, 320, 375, 960])
    for (const lang of ['zh-CN', 'en'])
      it(`have a ring around their kind that is whole and touches no letter: ${width} px, ${lang}`, async () => {
        const view = await start(width, lang);
        const rows = view.root.querySelectorAll('.row');
        expect(rows.length).to.be.at.least(3);
        for (const row of rows) {
          const kind = row.querySelector<HTMLElement>('.kind')!;
          kind.focus();
          expect(getComputedStyle(kind).boxShadow, 'within the button').to.include('inset');
          const box = kind.getBoundingClientRect();
          const letters = document.createRange();
          letters.selectNodeContents(kind);
          expect(letters.getBoundingClientRect().left - box.left).to.be.at.least(2);
          expect(box.right - letters.getBoundingClientRect().right).to.be.at.least(2);
          const text = row.querySelector('input')!.getBoundingClientRect();
          expect(text.left - box.right >= 2 || text.top >= box.bottom, 'beside or above the text').to.be.true;
          expect(box.bottom).to.be.at.most(row.getBoundingClientRect().bottom);
        }
      });

  for (const touch of [false, true])
    it(`stand between texts whose ring crosses neither label nor counter: ${touch ? 'touch' : 'mouse'}`, async () => {
      const view = await start(375, 'zh-CN', { head_content: '汉'.repeat(341), tail_content: '再见', ...VALUE });
      const asBefore = touch ? asOnTouch(view.root) : () => undefined;
      for (const box of view.root.querySelectorAll('textarea')) {
        box.focus();
        await view.settled();
        const { boxShadow, borderRadius } = getComputedStyle(box.parentElement as Element, '::before');
        expect(borderRadius).to.equal('6px');
        expect(boxShadow).not.to.equal('none');
        const top = box.getBoundingClientRect().top - (boxShadow.includes('inset') ? 0 : 2);
        const words = document.createRange();
        words.selectNodeContents(box.closest('section')?.querySelector('.label') as Element);
        // A line of 13 px has 20: its letters end above that.
        for (const line of words.getClientRects())
          expect(line.bottom, touch ? 'touch' : 'mouse').to.be.at.most(top + 1);
      }
      asBefore();
    });

  it('have the same ring with a problem below: where a link leads is not said there', async () => {
    const view = await start(
      375,
      'zh-CN',
      menu(click('汉'.repeat(45), '1'), link('https://a.cn', '汉'.repeat(350))).msgmenu,
    );
    const rings: number[] = [];
    for (const n of [0, 1]) {
      const text = view.root.querySelectorAll<HTMLElement>('.row input')[n];
      text?.focus();
      await view.press('Tab');
      text?.focus();
      await eventually('the problem', () => view.root.querySelectorAll('.row .problem')[n]);
      rings.push(ring(view, n).height);
    }
    expect(rings[1]).to.equal(rings[0]);
  });

  it('keep their height when a closed link gets the focus: its counter stands on the line of the summary', async () => {
    const view = await start(375);
    const row = view.root.querySelectorAll('.item')[1] as Element;
    const before = row.getBoundingClientRect().height;
    const text = view.textbox('第 2 项，链接，文字');
    text.focus();
    await eventually('the counter', () => view.counter('第 2 项，链接，文字'));
    expect(row.getBoundingClientRect().height).to.equal(before);
    const counter = row.querySelector('[part="counter"]') as Element;
    expect(counter.getBoundingClientRect().top).to.be.at.least(ring(view, 1).bottom);
  });

  it('give the field its whole width, near the limit too', async () => {
    const view = await start(375, 'zh-CN', menu(click('汉'.repeat(40), '1')).msgmenu);
    const text = view.textbox('第 1 项，回复，文字');
    text.focus();
    await view.settled();
    expect(view.counter('第 1 项，回复，文字')).to.equal('还可写约 2 个汉字 · 120 / 128 字节');
    const cell = text.closest('.cell') as Element;
    expect(text.getBoundingClientRect().width).to.be.closeTo(cell.getBoundingClientRect().width - 12, 1);
  });

  for (const touch of [false, true])
    it(`have their counters at one place, also beside a problem: ${touch ? 'touch' : 'mouse'}`, async () => {
      const texts = [42, 50].map(count => click('满'.repeat(count), `${count}`));
      const view = await start(360, 'zh-CN', menu(...texts, link('https://a.cn', '满'.repeat(310))).msgmenu);
      const asBefore = touch ? asOnTouch(view.root) : () => undefined;
      await view.press('Tab');
      view.textbox('第 2 项，回复，文字').focus();
      await view.press('Tab');
      await view.settled();
      expect(view.problem('第 2 项，回复，文字')).not.to.equal('');
      const counters = Array.from(view.root.querySelectorAll('.items .counter'));
      const ends = counters.map(each => Math.round(each.getBoundingClientRect().right));
      expect(ends).to.deep.equal([ends[0], ends[0], ends[0], ends[0]]);
      asBefore();
    });

  it('have one line below a text that is being written: its ring', async () => {
    const view = await start(360, 'zh-CN', menu(link('', '查看')).msgmenu);
    await view.element.send().catch(() => undefined);
    const field = view.textbox('第 1 项，链接，网址');
    const line = (): string =>
      getComputedStyle(field.closest('.value')?.querySelector('.problem') as Element).borderTopColor;
    field.focus();
    expect(line()).to.equal('rgba(0, 0, 0, 0)');
    field.blur();
    expect(line()).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('have a ring around what adds one that is whole', async () => {
    const view = await start(360);
    const button = view.button('添加链接');
    await view.press('Tab'); // by keys
    button.focus();
    expect(getComputedStyle(button).boxShadow).to.include('inset');
  });

  it('draw their chevrons as fine as all other icons', async () => {
    const view = await start(400);
    const widths = Array.from(
      view.root.querySelectorAll('.icon:not(.more):not(.dots)'),
      svg => getComputedStyle(svg).strokeWidth,
    );
    expect(new Set(widths).size).to.equal(1);
  });

  it('are gone through kind, text, details, menu', async () => {
    const view = await start(400);
    await view.click('第 2 项，链接');
    const seen: string[] = [];
    for (let stop = 0; stop < 4; stop++) {
      seen.push(view.focused);
      await view.press('Tab');
    }
    expect(seen).to.deep.equal(['第 2 项，链接', '第 2 项，链接，文字', '第 2 项，链接，网址', '第 2 项，链接，更多']);
  });

  it('isolate their numbers, and leave each text its own direction', async () => {
    const view = await start(400, 'en');
    (view.element.parentElement as HTMLElement).dir = 'rtl';
    await view.settled();
    const counters = Array.from(view.root.querySelectorAll('.counter'));
    expect(counters.length).to.be.at.least(3);
    for (const counter of counters) expect(counter.querySelector('bdi')?.textContent).to.match(/\d+ \/ \d+/);
    for (const box of view.root.querySelectorAll('.cell input, textarea'))
      expect(box.getAttribute('dir')).to.be.oneOf(['auto', 'ltr']);
    const [text] = view.root.querySelectorAll('.row .cell input');
    expect(getComputedStyle(text as Element).textAlign).to.equal('right'); // in its column, as all around it
  });

  it('leave what is written from the left as it is read in a page from the right: templates, too', async () => {
    const view = await start(400, 'en');
    view.element.templates = [{ name: 'How was it?', value: { head_content: 'Are you happy?', ...VALUE } }];
    (view.element.parentElement as HTMLElement).dir = 'rtl';
    await view.settled();
    await view.click('模板');
    for (const part of ['name', 'count', 'about']) {
      const text = view.root.querySelector(`.pick .${part}`) as Element;
      const range = document.createRange();
      const node = text.lastChild as Text;
      const left = (from: number, to: number): number => {
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect().left;
      };
      expect(left(0, 1), part).to.be.below(left(node.data.length - 1, node.data.length)); // `?` stands behind
    }
  });

  describe('when a send begins', () => {
    let client: SimulatedClient;
    beforeEach(() => (client = simulateWeCom()));
    afterEach(() => client.restore());

    it('stay where they are: problems and mends keep their room', async () => {
      const view = await start(
        400,
        'zh-CN',
        menu(page('pages/index', '一'), link('a.cn', '二'), click('三', '1')).msgmenu,
      );
      await view.click('第 1 项，小程序');
      await view.click('第 1 项，小程序，页面路径', 'textbox');
      await view.press('Tab');
      expect(view.has('button', '补上 .html')).to.be.true;
      const tops = (): number[] =>
        Array.from(view.root.querySelectorAll('.item'), item => item.getBoundingClientRect().top);
      const before = tops();
      client.failNext('sendChatMessage', 'never');
      view.button('发送').click();
      await view.says(/^正在发送/);
      expect(tops()).to.deep.equal(before);
      const mend = view.button('补上 .html');
      expect(mend.getAttribute('aria-disabled')).to.equal('true');
      mend.click();
      await view.settled();
      expect(view.element.value.list?.[0]).to.deep.include({ type: 'miniprogram' });
      expect(view.textbox('第 1 项，小程序，页面路径').value).to.equal('pages/index');
    });
  });
});
