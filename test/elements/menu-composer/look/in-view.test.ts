import { expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { eventually, press, type as write } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const NINE = {
  head_content: '您对本次服务是否满意呢?',
  ...menu(
    ...['满意', '不满意', '查订单', '退换货'].map((text, at) => click(text, String(at))),
    ...['自助查询', '优惠券', '门店'].map(text => link('https://work.weixin.qq.com', text)),
    ...['会员', '积分'].map(text => page('pages/index.html', text)),
  ).msgmenu,
  tail_content: '欢迎再次光临',
};

/** The last two are what is left of a phone's screen beside its keyboard, and of a low window. */
const SIZES = [
  [960, 700],
  [720, 600],
  [400, 640],
  [320, 568],
  [380, 420],
  [375, 330],
] as const;

/** As in the page of the README: nothing gives the composer a height, the page scrolls. */
const withoutHeight = async (width: number): Promise<ComposerPage> => {
  document.body.style.margin = '0';
  return composer(html`<kf-menu-composer .value=${NINE}></kf-menu-composer>`, { width });
};

const drawn = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
};

/** Pixels of what has the focus, its ring included, that cannot be seen; 0 where the focus is not inside. */
function hidden(view: ComposerPage, top = 0): number {
  const { activeElement } = view.root;
  if (!activeElement) return 0;
  const box = (activeElement.closest('.cell') ?? activeElement).getBoundingClientRect();
  const foot = view.root.querySelector('footer') as Element;
  const end = foot.contains(activeElement) ? innerHeight : Math.min(innerHeight, foot.getBoundingClientRect().top);
  return Math.max(0, top - box.top, box.bottom - end);
}

/** Goes through all controls, and tells which could not be seen, and how many there were. */
async function walk(view: ComposerPage, ...keys: string[]): Promise<{ stops: number; covered: string[] }> {
  const covered: string[] = [];
  let stops = 0;
  for (; view.focused && stops < 60; stops++) {
    await drawn();
    const pixels = hidden(view);
    if (pixels > 1) covered.push(`${view.focused}: ${pixels} px`);
    await press(...keys);
  }
  return { stops, covered };
}

describe('what has the focus', () => {
  let client: SimulatedClient;
  let view: ComposerPage;
  before(() => (client = simulateWeCom()));
  after(async () => {
    client.restore();
    document.body.style.margin = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const [width, height] of SIZES) {
    const { it } = skipIn(width < 447 ? { 'webkit-gtk': 'its window is never narrower than 447 px' } : {});

    it(`is in view at every stop of Tab and Shift Tab: ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      view = await withoutHeight(width);
      view.button('模板').focus();
      const down = await walk(view, 'Tab');
      expect(down.covered).to.deep.equal([]);
      expect(down.stops).to.be.at.least(30);
      view.button('发送').focus();
      const up = await walk(view, 'Shift', 'Tab');
      expect(up.covered).to.deep.equal([]);
      expect(up.stops).to.be.at.least(30);
    });

    it(`is in view while one types: ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      view = await withoutHeight(width);
      for (const name of ['起始文本', '第 4 项，回复，文字', '第 7 项，链接，文字', '结束文本']) {
        const box = view.textbox(name);
        box.focus();
        await drawn();
        scrollBy(0, -250); // the user looks for something further up
        await nextFrame();
        await write('a');
        await drawn();
        expect(hidden(view), name).to.be.at.most(1);
        scrollBy(0, 250);
        await nextFrame();
        await write('b');
        await drawn();
        expect(hidden(view), name).to.be.at.most(1);
      }
    });
  }

  it('has in view what belongs to it: the problem of a text, the details of a kind', async () => {
    await setViewport({ width: 375, height: 420 });
    view = await withoutHeight(375);
    const isSeen = (selector: string): boolean => {
      const foot = view.root.querySelector('footer') as Element;
      const shown = view.root.querySelector(selector)?.getBoundingClientRect();
      return !!shown && shown.top >= 0 && shown.bottom <= foot.getBoundingClientRect().top;
    };
    await view.click('第 7 项，链接');
    await eventually('the details', () => isSeen('.item.open'));
    const box = view.textbox('第 7 项，链接，文字');
    box.focus();
    await drawn();
    scrollBy(
      0,
      box.getBoundingClientRect().bottom - view.root.querySelector('footer')!.getBoundingClientRect().top + 4,
    );
    await write('太长'.repeat(30));
    await eventually('the counter and the problem', () => isSeen('.item.open .under'));
  });

  it('is in view where an edit has sent it', async () => {
    await setViewport({ width: 375, height: 330 });
    view = await withoutHeight(375);
    view.textbox('第 9 项，小程序，文字').focus();
    await press('Enter');
    await view.settled();
    await drawn();
    expect(view.focused).to.equal('第 10 项，小程序，文字');
    expect(hidden(view)).to.be.at.most(1);
  });

  it('is in view below a sticky header of the page, a long text with its label', async () => {
    await setViewport({ width: 400, height: 420 });
    view = await withoutHeight(400);
    const header = fixtureSync(
      html`<header .style=${'position: sticky; top: 0; z-index: 9; height: 56px; background: white'}>Shop</header>`,
    );
    document.body.prepend(header);
    try {
      view.button('发送').focus();
      for (let stop = 0; stop < 30; stop++) {
        await press('Shift', 'Tab');
        await drawn();
        if (!view.focused) break;
        expect(hidden(view, 56), view.focused).to.be.at.most(1);
        const label = view.root.activeElement?.closest('.text')?.querySelector('.label');
        if (label) expect(label.getBoundingClientRect().top, view.focused).to.be.at.least(55);
      }
    } finally {
      header.remove();
    }
  });

  it('comes into view when the keyboard of a phone has come', async () => {
    await setViewport({ width: 375, height: 667 });
    view = await withoutHeight(375);
    const real = window.visualViewport as VisualViewport;
    const keyboard = Object.assign(new EventTarget(), { offsetTop: 0, offsetLeft: 0, width: 375, height: 667 });
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: keyboard });
    try {
      const { element } = view;
      const place = element.parentElement as Element;
      element.remove();
      place.append(element); // it listens to this window from now on
      await view.settled();
      const box = view.textbox('第 9 项，小程序，文字');
      box.scrollIntoView({ block: 'end' });
      box.focus({ preventScroll: true });
      await drawn();
      keyboard.height = 330;
      keyboard.dispatchEvent(new Event('resize'));
      await eventually('the field above the keyboard', () => box.getBoundingClientRect().bottom < 330);
    } finally {
      Object.defineProperty(window, 'visualViewport', { configurable: true, value: real });
    }
  });

  it('does not move while a button is down', async () => {
    await setViewport({ width: 400, height: 420 });
    view = await withoutHeight(400);
    const button = view.button('第 6 项，链接，更多');
    const foot = view.root.querySelector('footer') as Element;
    scrollBy(0, button.getBoundingClientRect().top - foot.getBoundingClientRect().top + 10); // its upper end shows
    const { top } = button.getBoundingClientRect();
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    button.focus({ preventScroll: true });
    await drawn();
    expect(button.getBoundingClientRect().top).to.equal(top);
    document.dispatchEvent(new PointerEvent('pointerup'));
    await eventually('the button above the foot', () => hidden(view) <= 1);
  });

  it('stays away when the user has scrolled away from it', async () => {
    await setViewport({ width: 400, height: 420 });
    view = await withoutHeight(400);
    view.textbox('起始文本').focus();
    await drawn();
    scrollTo(0, document.documentElement.scrollHeight);
    await drawn();
    const { scrollY } = window;
    view.element.requestUpdate();
    await view.settled();
    await drawn();
    expect(window.scrollY).to.equal(scrollY);
  });
});
