import { aTimeout, expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { Drag, drag, pointers, secondFinger, swipe, withoutMotion } from '../../../support/dragging.js';
import { eventually } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { inFront } from '../../../support/touch.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const TEN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ten = menu(...TEN.map((text, at) => click(text, String(at))));

withoutMotion();
inFront();

const four = menu(click('满意', '1'), click('不满意', '2'), link('https://a.cn', '三'), page('a.html', '四'));

/** What a driver does not have. */
const GAPS = {
  mouse: {},
  pen: { firefox: 'its driver has no pen', webkit: 'its driver has no pen' },
  finger: { webkit: 'its driver has no touch screen' },
};

for (const name of ['mouse', 'pen', 'finger'] as const) {
  const pointer = pointers[name];
  skipIn(GAPS[name]).describe(`dragging with a ${name}`, () => {
    let view: ComposerPage;
    beforeEach(async () => (view = await composer(html`<kf-menu-composer .value=${four}></kf-menu-composer>`)));

    it('moves an item up, and says where it is', async () => {
      await drag(view, 3, 1, pointer);
      expect(view.items).to.deep.equal(['三', '满意', '不满意', '四']);
      expect(view.announced).to.equal('三，第 1 项，共 4 项');
    });

    it('moves an item down, as one step to take back', async () => {
      const heard: string[] = [];
      for (const type of ['input', 'change']) view.element.addEventListener(type, () => heard.push(type));
      await drag(view, 1, 4, pointer);
      expect(view.items).to.deep.equal(['不满意', '三', '四', '满意']);
      expect(heard).to.deep.equal(['input', 'change']);
      await view.click('撤销');
      expect(view.element.value).to.deep.equal(four.msgmenu);
      expect(view.button('撤销').disabled).to.be.true;
    });

    it('does nothing with a tap on a grip', async () => {
      const hand = new Drag(view, 2, pointer);
      await hand.take();
      await hand.drop();
      expect(view.element.value).to.deep.equal(four.msgmenu);
      expect(view.button('撤销').disabled).to.be.true;
      expect(hand.lifted).to.be.null;
    });

    it('leaves an item that comes back where it was', async () => {
      const hand = new Drag(view, 2, pointer);
      await hand.lift();
      await hand.to(4);
      await hand.to(2);
      await hand.drop();
      expect(view.element.value).to.deep.equal(four.msgmenu);
      expect(view.button('撤销').disabled).to.be.true;
      expect(view.announced).to.equal('');
    });
  });
}

/** A composer in a place where not all of it shows. */
async function inside(panel: string, own = ''): Promise<ComposerPage> {
  const place = fixtureSync<HTMLElement>(
    html`<div lang="zh-CN" .style=${panel}>
      <kf-menu-composer .style=${own} .value=${ten} preview="none"></kf-menu-composer>
    </div>`,
  );
  const view = new ComposerPage(place.querySelector('kf-menu-composer') as KfMenuComposer);
  await view.settled();
  return view;
}

describe('dragging scrolls', () => {
  let view: ComposerPage;
  const own = (): Element => view.root.querySelector('.body') as Element;
  const panel = (): Element => view.element.parentElement as Element;
  const root = (): Element => document.scrollingElement as Element;
  afterEach(() => window.scrollTo(0, 0));

  /** Drags the second row to the lower end of what shows, until the last place is reached. */
  const reachesTheEnd = async (bottom: number, scroller: () => Element): Promise<void> => {
    const hand = new Drag(view, 2);
    await hand.lift();
    await hand.by(bottom - 10 - hand.at[1]);
    await eventually('it is the last one', () => view.root.querySelectorAll('li[style*="translateY(-"]').length === 8);
    expect(scroller().scrollTop).to.be.above(0);
    await hand.drop();
    expect(view.items[9]).to.equal('二');
  };

  it('the body of the element', async () => {
    view = await inside('height: 360px; width: 400px', 'height: 100%');
    await reachesTheEnd(own().getBoundingClientRect().bottom, own);
    expect(root().scrollTop).to.equal(0);
  });

  it("a page's panel, above the foot that lies over it", async () => {
    view = await inside('height: 360px; width: 400px; overflow: auto');
    const foot = view.root.querySelector('footer') as Element;
    await reachesTheEnd(foot.getBoundingClientRect().top, panel);
    expect(root().scrollTop).to.equal(0);
  });

  it('the window, also where that scrolls smoothly', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    view = await inside('width: 400px; padding-top: 200px; padding-bottom: 800px');
    const foot = view.root.querySelector('footer') as Element;
    const { top } = foot.getBoundingClientRect();
    await reachesTheEnd(Math.min(top, innerHeight), root);
    document.documentElement.style.scrollBehavior = '';
  });

  it('back up', async () => {
    view = await inside('height: 360px; width: 400px', 'height: 100%');
    view.root.querySelectorAll('.item')[8]?.scrollIntoView({ block: 'center' }); // there is a way to go up from it
    const before = own().scrollTop;
    const hand = new Drag(view, 9);
    await hand.lift();
    await hand.by(own().getBoundingClientRect().top + 10 - hand.at[1]);
    await eventually('it is the first one', () => view.root.querySelectorAll('li[style*="translateY(4"]').length === 8);
    expect(own().scrollTop).to.be.below(before);
    await hand.drop();
    expect(view.items[0]).to.equal('九');
  });

  it('no further than the list goes', async () => {
    view = await inside('height: 360px; width: 400px', 'height: 100%');
    const list = view.root.querySelector('ol') as Element;
    const { bottom } = own().getBoundingClientRect();
    const beyond = (): number => Math.round(list.getBoundingClientRect().bottom - bottom);
    const hand = new Drag(view, 2);
    await hand.lift();
    await hand.by(bottom - 10 - hand.at[1]);
    await eventually('its end shows', () => beyond() <= 0);
    await nextFrame();
    await nextFrame();
    expect(beyond()).to.equal(0);
    await hand.drop();
  });

  skipIn(GAPS.finger).it('with a swipe that begins on a grip, and moves nothing else', async () => {
    view = await inside('height: 360px; width: 400px', 'height: 100%');
    const goesAlong = (): boolean => own().scrollTop > 40;
    // A page that comes in front of this one meanwhile takes the finger.
    for (let tries = 0; tries < 5 && !goesAlong(); tries++) {
      await executeServerCommand('take', 'front');
      await nextFrame();
      await nextFrame();
      await swipe(new Drag(view, 2).at, -80);
      for (let waits = 0; waits < 50 && !goesAlong(); waits++) await aTimeout(20);
    }
    expect(goesAlong()).to.be.true;
    expect(view.root.querySelector('.lifted')).to.be.null;
    expect(view.items).to.deep.equal(TEN);
  });

  skipIn(GAPS.finger).it('never by itself while a finger drags', async () => {
    view = await inside('height: 360px; width: 400px', 'height: 100%');
    const hand = new Drag(view, 2, pointers.finger);
    await hand.lift();
    await hand.by(-60);
    await hand.by(60);
    await hand.drop();
    expect([own().scrollTop, root().scrollTop]).to.deep.equal([0, 0]);
    expect(view.items).to.deep.equal(TEN);
  });

  skipIn(GAPS.finger).it('ends with a second finger, without an edit', async () => {
    const view = await composer(html`<kf-menu-composer .value=${four}></kf-menu-composer>`);
    const hand = new Drag(view, 1, pointers.finger);
    await hand.lift();
    await hand.to(3);
    const [x, y] = hand.at;
    await secondFinger(hand.at, [x + 150, y - 40]);
    await eventually('the row is put down', () => !hand.lifted);
    await hand.drop();
    expect(view.element.value).to.deep.equal(four.msgmenu);
  });
});
