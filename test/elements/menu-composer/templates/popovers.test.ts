import { aTimeout, expect, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu } from '../../../support/messages.js';
import { many } from '../../../support/templates-page.js';
import { touchScreen } from '../../../support/touch.js';

const { msgmenu } = menu(...Array.from({ length: 9 }, (_, at) => click(`第 ${at + 1} 个`, String(at))));
const start = (width: number, style = 'height: 600px'): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer .style=${style} .value=${msgmenu} .templates=${many}></kf-menu-composer>`, { width });
const boxOf = (view: ComposerPage): DOMRect => (view.root.querySelector('.popover') as Element).getBoundingClientRect();
const openRow = async (view: ComposerPage, row: number): Promise<DOMRect> => {
  const name = `第 ${row} 项，回复，更多`;
  view.button(name).click();
  await view.settled();
  return view.button(name).getBoundingClientRect();
};

skipIn({ 'webkit-wpe': 'it is a touch screen: what opens is a sheet' }).describe('what opens from a button', () => {
  let client: SimulatedClient;
  before(async () => {
    client = simulateWeCom();
    await setViewport({ width: 1000, height: 700 });
  });
  after(async () => {
    client.restore();
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [200, 320, 360, 400, 720, 960])
    it(`is at its button with a mouse: ${width} px`, async () => {
      const view = await start(width);
      const button = await openRow(view, 2);
      const box = boxOf(view);
      expect(box.top).to.be.closeTo(button.bottom, 4);
      expect(box.left).to.be.at.least(0);
      expect(Math.abs(box.right - button.right)).to.be.at.most(width < 240 ? 60 : 1);
      expect(view.root.querySelector('.sheet')).to.be.null;
    });

  it('turns to the side where there is room, and is never cut', async () => {
    const view = await start(400, 'height: 560px; margin-top: 130px');
    const button = await openRow(view, 9);
    const box = boxOf(view);
    expect(box.bottom).to.be.at.most(button.top);
    expect(box.bottom).to.be.closeTo(button.top, 4);
    expect(box.top).to.be.at.least(0);
  });

  it('begins at the left of its button where the page is written from the right', async () => {
    const view = await start(720);
    (view.element.parentElement as HTMLElement).dir = 'rtl';
    const button = await openRow(view, 2);
    expect(boxOf(view).left).to.be.closeTo(button.left, 1);
  });

  for (const around of ['overflow: hidden', 'overflow: hidden; transform: translateX(3px)', 'contain: paint'])
    it(`is not cut by what is around the element: ${around}`, async () => {
      const view = await start(400, 'height: auto');
      (view.element.parentElement as HTMLElement).style.cssText += `; height: 200px; ${around}`;
      await openRow(view, 2);
      const { left, right, bottom } = boxOf(view);
      const last = document.elementFromPoint((left + right) / 2, bottom - 12);
      expect(last).to.equal(view.element);
    });

  it('goes along when the page scrolls', async () => {
    const view = await start(400, 'height: auto; margin: 300px 0 900px');
    await openRow(view, 2);
    scrollBy(0, 120);
    await nextFrame();
    await nextFrame();
    const button = view.button('第 2 项，回复，更多').getBoundingClientRect();
    expect(boxOf(view).top).to.be.closeTo(button.bottom, 4);
    scrollTo(0, 0);
  });

  it('has a shade at its lower edge where it scrolls, which what is at the end of it covers', async () => {
    await setViewport({ width: 1000, height: 300 });
    const view = await start(400, 'height: 300px');
    await openRow(view, 2);
    const box = view.root.querySelector('.popover') as Element;
    expect(box.scrollHeight, 'cut').to.be.greaterThan(box.clientHeight);
    const { backgroundAttachment, backgroundImage, backgroundColor } = getComputedStyle(box);
    const layers = backgroundAttachment.split(', ');
    expect(layers.slice(0, 2)).to.deep.equal(['local', 'scroll']);
    const [cover = '', shade = ''] = backgroundImage.split('), l');
    expect(cover, 'the ground').to.include(backgroundColor);
    expect(shade).to.match(/rgb/).and.not.equal(cover);
    await setViewport({ width: 1000, height: 700 });
  });

  it('shows the keys that do the same', async () => {
    const view = await start(400);
    await openRow(view, 2);
    expect((view.root.querySelector('.entry span span') as Element).getClientRects().length).to.equal(1);
  });

  it('moves nothing while one searches in it', async () => {
    const view = await start(400);
    await view.click('模板');
    const { top, height } = boxOf(view);
    await view.write('会员');
    expect(view.all('gridcell').length).to.equal(2);
    expect(boxOf(view).top).to.equal(top);
    expect(boxOf(view).height).to.equal(height);
  });

  skipIn({ webkit: 'its driver has no touch screen' }).describe('on a touch screen', () => {
    before(() => touchScreen(true));
    after(() => touchScreen(false));

    const open = async (): Promise<ComposerPage> => {
      const view = await start(375);
      view.button('模板').click();
      await view.settled();
      return view;
    };

    it('is a sheet at the foot of a narrow element, and at its button in a wide one', async () => {
      const view = await open();
      const element = view.element.getBoundingClientRect();
      expect(boxOf(view).width).to.equal(375);
      expect(boxOf(view).bottom).to.be.closeTo(Math.min(element.bottom, innerHeight), 1);
      const wide = await start(720);
      wide.button('模板').click();
      await wide.settled();
      expect(boxOf(wide).width).to.equal(336);
    });

    it('keeps its height, and the page its place, while one searches', async () => {
      const view = await open();
      const { top, height } = boxOf(view);
      const saving = (): number => view.get('gridcell', '把现在的内容存为模板…').getBoundingClientRect().top;
      const savingAt = saving();
      const { scrollY } = window;
      const search = view.get('textbox', '搜索 8 个模板') as HTMLInputElement;
      search.focus();
      search.value = '会员';
      search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await view.settled();
      await aTimeout(0);
      expect([boxOf(view).top, boxOf(view).height, window.scrollY]).to.deep.equal([top, height, scrollY]);
      expect(saving(), 'what stands below the list').to.equal(savingAt);
    });

    it('stands above the keyboard', async () => {
      const real = window.visualViewport as VisualViewport;
      const keyboard = Object.assign(new EventTarget(), { offsetTop: 0, offsetLeft: 0, width: 375, height: 700 });
      Object.defineProperty(window, 'visualViewport', { configurable: true, value: keyboard });
      try {
        const view = await open();
        keyboard.height = 380;
        keyboard.dispatchEvent(new Event('resize'));
        await eventually('the sheet above the keyboard', () => boxOf(view).bottom <= 380);
        expect(boxOf(view).top).to.be.at.least(0);
      } finally {
        Object.defineProperty(window, 'visualViewport', { configurable: true, value: real });
      }
    });

    it('shows no keys', async () => {
      const view = await start(375);
      await openRow(view, 2);
      const entries = Array.from(view.root.querySelectorAll('.entry'), ({ textContent }) => textContent);
      expect(entries.length).to.be.at.least(3);
      expect(entries.join()).not.to.match(/Alt|⌥/);
    });
  });
});
