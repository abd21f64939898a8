import { expect, fixtureSync, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const value = {
  ...menu(click('满意', '1'), link(), page(), click('查'.repeat(40), '2')).msgmenu,
  head_content: '您好',
};
const addButtons = (view: ComposerPage): string[] => view.names('button').filter(name => name.startsWith('添加'));
const counter = (view: ComposerPage): string =>
  (view.root.querySelector('#list .counter')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe("the composer's options", () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  for (const width of [360, 420, 720, 960])
    for (const preview of ['auto', 'side', 'below', 'none', 'only'] as const)
      it(`preview ${preview}: nothing sticks out at ${width} px, with the page's header and footer`, async () => {
        const view = await composer(
          html`<kf-menu-composer preview=${preview} .value=${value}>
            <b slot="header">我们的工具</b><small slot="footer">内部使用</small>
          </kf-menu-composer>`,
          { width },
        );
        await eventually('its columns', () => (view.root.querySelector('.side') !== null) === beside(preview, width));
        const outer = view.element.getBoundingClientRect();
        expect(outer.width).to.equal(width);
        const rounding = 0.1; // Firefox places boxes at sixtieths of a px
        for (const box of view.root.querySelectorAll('button, textarea, input, [part="bubble"], slot[name]'))
          for (const { left, right } of box.getClientRects()) {
            expect(left, box.outerHTML).to.be.at.least(outer.left - rounding);
            expect(right, box.outerHTML).to.be.at.most(outer.right + rounding);
          }
        const small = view.element.querySelector('small') as HTMLElement;
        expect(small.getBoundingClientRect().right).to.be.at.most(view.button('发送').getBoundingClientRect().left);
      });

  it('adds the kinds that the page names, in its order', async () => {
    expect(addButtons(await composer(html`<kf-menu-composer kinds="view click"></kf-menu-composer>`))).to.deep.equal([
      '添加链接',
      '添加回复',
    ]);
  });

  it('passes over kinds that there are not, and double ones', async () => {
    const view = await composer(
      html`<kf-menu-composer kinds="click, text CLICK click constructor"></kf-menu-composer>`,
    );
    expect(addButtons(view)).to.deep.equal(['添加回复']);
    expect(view.element.kinds).to.deep.equal(['click']);
  });

  for (const kinds of ['', 'text', null, undefined, 'click', [null, 'text'], {}])
    it(`has all kinds where the page names none: ${JSON.stringify(kinds)}`, async () => {
      const view = await composer(html`<kf-menu-composer .kinds=${kinds as never}></kf-menu-composer>`);
      expect(addButtons(view)).to.deep.equal(['添加回复', '添加链接', '添加小程序']);
    });

  it('has all kinds again when the attribute goes', async () => {
    const view = await composer(html`<kf-menu-composer kinds="click"></kf-menu-composer>`);
    view.element.removeAttribute('kinds');
    await view.settled();
    expect(addButtons(view).length).to.equal(3);
  });

  for (const limit of ['abc', '', '0', '-3', '2.5', 'Infinity', 'NaN'])
    it(`allows ten items where max-items says "${limit}"`, async () => {
      const view = await composer(html`<kf-menu-composer max-items=${limit}></kf-menu-composer>`);
      expect(counter(view)).to.equal('0 / 10');
      expect(view.element.maxItems).to.equal(10);
    });

  it('allows fewer, and many more', async () => {
    const view = await composer(
      html`<kf-menu-composer max-items="2" .value=${menu(click()).msgmenu}></kf-menu-composer>`,
    );
    await view.add('回复');
    expect(view.button('添加回复').disabled).to.be.true;
    view.element.maxItems = 1e9;
    await view.settled();
    expect(counter(view)).to.equal('2 / 1000000000');
    expect(view.button('添加回复').disabled).to.be.false;
  });
});

const beside = (preview: string, width: number): boolean => preview === 'side' || (preview === 'auto' && width >= 640);

describe('the look of the preview', () => {
  it("is each composer's own, and stays", async () => {
    const both = fixtureSync<HTMLElement>(
      html`<div lang="zh-CN" style="width: 400px">
        <kf-menu-composer .value=${value}></kf-menu-composer><kf-menu-composer .value=${value}></kf-menu-composer>
      </div>`,
    );
    const [first, second] = Array.from(both.children, element => new ComposerPage(element as never)) as [
      ComposerPage,
      ComposerPage,
    ];
    await first.settled();
    await first.click('看深色的样子');
    first.element.value = { head_content: '新的' };
    first.element.theme = 'light';
    await first.settled();
    expect(first.has('button', '看浅色的样子')).to.be.true;
    expect(second.has('button', '看深色的样子')).to.be.true;
  });
});
