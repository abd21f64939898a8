import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../../src/locales/en.js';
import '../../../../src/locales/zh-tw.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu, page, view as link } from '../../../support/messages.js';
import { many } from '../../../support/templates-page.js';

const { msgmenu } = menu(
  click('满意', '1'),
  link('https://work.weixin.qq.com', '点击跳转到自助查询页面'),
  page('pages/index.html?userid=zhangsan', '点击打开小程序查询更多'),
);

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
const partOf = (view: ComposerPage, name: string): Element => view.root.querySelector(`[part~="${name}"]`) as Element;

/** What stands out of the composer at its sides, by what it is. */
const standingOut = (view: ComposerPage): string[] => {
  const { left, right } = boxOf(view.element);
  return Array.from(view.root.querySelectorAll('button, input, textarea, h2, span, p'))
    .filter(element => !element.closest('.sr') && element.getClientRects().length)
    .filter(element => boxOf(element).left < left - 0.5 || boxOf(element).right > right + 0.5)
    .map(element => `${element.localName} ${element.className} ${element.textContent?.trim() ?? ''}`);
};

/** What narrows a panel there is its window's width. */
const GAPS = { 'webkit-gtk': 'its window is never narrower than 447 px', 'webkit-wpe': 'its window keeps its size' };

skipIn(GAPS).describe('a panel of 360 and 400 px at 200 %', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(async () => {
    client.restore();
    await setViewport({ width: 800, height: 600 });
  });

  for (const lang of ['zh-CN', 'zh-TW', 'en'])
    for (const width of [180, 200]) {
      const start = async (): Promise<ComposerPage> => {
        await setViewport({ width, height: 380 });
        const view = await composer(
          html`<kf-menu-composer
            style="position: fixed; top: 0; left: 0; width: 100%; height: 380px"
            lang=${lang}
            .value=${msgmenu}
            .templates=${many}
          ></kf-menu-composer>`,
          { width },
        );
        await new Promise(requestAnimationFrame);
        await view.settled();
        return view;
      };

      it(`has everything inside, and a whole line for each text: ${lang}, ${width} px`, async () => {
        const view = await start();
        expect(standingOut(view)).to.deep.equal([]);
        for (const text of view.root.querySelectorAll('.row input'))
          expect(boxOf(text).width).to.be.at.least(width - 50);
      });

      it(`has its header in two lines, and the whole of what an empty text says: ${lang}, ${width} px`, async () => {
        const view = await start();
        expect(boxOf(partOf(view, 'header')).height).to.be.at.most(100);
        view.element.value = { list: msgmenu.list ?? [] };
        await view.settled();
        for (const text of view.root.querySelectorAll('textarea')) {
          expect(text.placeholder).not.to.equal('');
          text.value = text.placeholder;
          expect(text.scrollHeight).to.be.at.most(text.clientHeight);
          text.value = '';
        }
      });

      it(`has menus and answers inside: ${lang}, ${width} px`, async () => {
        const view = await start();
        (view.root.querySelector('.item > .anchor > button') as HTMLElement).click();
        await view.settled();
        expect(view.all('menuitem').length).to.be.above(5);
        const { right } = boxOf(view.element);
        for (const entry of view.all('menuitem'))
          for (const part of [entry, ...entry.querySelectorAll('span')]) expect(boxOf(part).right).to.be.at.most(right);
        await view.press('Escape');
        view.bridge.checkCustomer = true;
        client.set({ customerId: 'wmAnother' });
        (view.root.querySelector('footer .send') as HTMLElement).click();
        await view.says(/^(客户|客戶|The customer)/);
        expect(view.root.querySelectorAll('footer .send').length).to.equal(2);
        expect(standingOut(view)).to.deep.equal([]);
      });

      it(`has the counter of a text with variables inside: ${lang}, ${width} px`, async () => {
        const view = await start();
        view.element.value = { ...msgmenu, tail_content: '{{称呼}}您好' };
        view.element.variables = { 称呼: '王女士' };
        await view.settled();
        expect(view.root.textContent).to.match(/填入|With values/);
        expect(standingOut(view)).to.deep.equal([]);
      });

      it(`leaves the items half of the window: ${lang}, ${width} px`, async () => {
        const view = await start();
        (view.root.querySelector('.row input') as HTMLElement).focus();
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        (view.root.querySelector('.root') as Element).scrollTop += 100; // the header goes
        const { scrollWidth, clientWidth } = view.root.querySelector('.root') as Element;
        expect(scrollWidth).to.equal(clientWidth); // also where a scrollbar takes its width
        expect(boxOf(partOf(view, 'header')).bottom).to.be.at.most(0);
        expect(boxOf(partOf(view, 'foot')).top).to.be.at.least(190);
        expect(boxOf(partOf(view, 'foot')).bottom).to.be.closeTo(380, 1);
      });

      it(`shows templates inside the window: ${lang}, ${width} px`, async () => {
        const view = await start();
        (view.root.querySelector('.templates') as HTMLElement).click();
        await view.settled();
        const box = boxOf(partOf(view, 'popover'));
        expect(box.left).to.be.at.least(0);
        expect(box.right).to.be.at.most(width);
        const first = boxOf(view.root.querySelector('.popover .pick') as Element);
        expect(first.bottom).to.be.at.most(boxOf(view.root.querySelector('.popover .ends') as Element).top);
        expect(first.height).to.be.at.least(36);
      });
    }
});
