import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../../src/locales/en.js';
import '../../../../src/locales/zh-tw.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';
import { asOnTouch } from '../../../support/touch-targets.js';

const message = menu(
  click('Satisfied', '1'),
  link('https://work.weixin.qq.com', 'Open the service page'),
  page('pages/index.html', 'See more in the Mini Program'),
);

/** Whether what it says stands on one line. */
const isOneLine = (element: Element): boolean => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const tops = Array.from(range.getClientRects(), ({ top, height }) => top + height / 2);
  return Math.max(...tops) - Math.min(...tops) < 12;
};

describe('a narrow panel in each language', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(async () => {
    client.restore();
    await setViewport({ width: 800, height: 600 });
  });

  for (const lang of ['en', 'zh-TW', 'zh-CN'])
    for (const width of [320, 360, 400]) {
      const start = async (timeout?: number): Promise<ComposerPage> => {
        await setViewport({ width, height: 640 });
        const view = await composer(
          html`<kf-menu-composer lang=${lang} .value=${message.msgmenu} .templates=${[]}></kf-menu-composer>`,
          { width, ...(timeout && { timeout }) },
        );
        await new Promise(requestAnimationFrame);
        await view.settled();
        return view;
      };
      const buttons = (view: ComposerPage): Element[] => Array.from(view.root.querySelectorAll('footer .send'));
      const send = (view: ComposerPage): void => (buttons(view)[0] as HTMLElement).click();

      it(`has its title and what adds items on one line, inside their margins: ${lang}, ${width} px`, async () => {
        const view = await start();
        expect(isOneLine(view.root.querySelector('h2') as Element)).to.be.true;
        const { right } = view.element.getBoundingClientRect();
        for (const button of view.root.querySelectorAll('.add button')) {
          const range = document.createRange();
          range.selectNodeContents(button);
          expect(range.getBoundingClientRect().right).to.be.at.most(right - 8);
          expect(isOneLine(button)).to.be.true;
        }
      });

      it(`has its title and labels on one line on a touch screen, too: ${lang}, ${width} px`, async () => {
        const view = await start();
        view.element.value = { head_content: '{{称呼}}您好', tail_content: '{{称呼}}再见', ...message.msgmenu };
        view.element.variables = { 称呼: '王女士' };
        const asBefore = asOnTouch(view.root);
        await view.settled();
        const { left, right } = view.element.getBoundingClientRect();
        for (const label of view.root.querySelectorAll('h2, .label > span:first-child, .label bdi')) {
          expect(isOneLine(label), label.textContent ?? '').to.be.true;
          expect(label.getBoundingClientRect().left).to.be.at.least(left);
          expect(label.getBoundingClientRect().right).to.be.at.most(right - 15);
        }
        expect((view.root.querySelector('.tools') as Element).getBoundingClientRect().right).to.be.at.most(right);
        asBefore();
      });

      it(`leaves an item's text 40 % of its width: ${lang}, ${width} px`, async () => {
        const view = await start();
        for (const text of view.root.querySelectorAll('.row input'))
          expect(text.getBoundingClientRect().width).to.be.at.least(width * 0.4);
      });

      it(`has the counter of a row inside, near the limit, too: ${lang}, ${width} px`, async () => {
        const view = await start();
        view.element.value = menu(click('汉'.repeat(40), '1'), link('https://a.cn', '汉'.repeat(320))).msgmenu;
        await view.settled();
        const { left, right } = view.element.getBoundingClientRect();
        for (const text of view.root.querySelectorAll<HTMLElement>('.row input')) {
          text.focus();
          await view.settled();
          const counters = text.closest('.row')?.querySelectorAll('.counter, .counter bdi') ?? [];
          expect(counters[0]?.textContent).to.match(/\d+ \/ (128|1024)/);
          for (const counter of counters) {
            expect(counter.getBoundingClientRect().left).to.be.at.least(left + 44);
            expect(counter.getBoundingClientRect().right).to.be.at.most(right);
          }
        }
      });

      it(`answers on one line each: ${lang}, ${width} px`, async () => {
        const view = await start(60);
        client.failNext('sendChatMessage', 'never');
        send(view);
        await view.says(/^(不确定|不確定|It may)/);
        expect(buttons(view).map(isOneLine)).to.deep.equal([true, true]);
        await view.read();
        send(view);
        await view.says(/^(已|Sent)/);
        view.bridge.timeout = 20_000;
        view.bridge.checkCustomer = true;
        client.set({ customerId: 'wmAnother' });
        await view.read();
        send(view);
        await view.says(/^(客户|客戶|The customer)/);
        expect(buttons(view).length).to.equal(2);
        expect(buttons(view).map(isOneLine)).to.deep.equal([true, true]);
      });

      it(`has no tower for a foot where menus can't go: ${lang}, ${width} px`, async () => {
        client.set({ platform: 'mac' });
        const view = await start();
        await view.says(/Mac/);
        const foot = view.root.querySelector('footer') as Element;
        expect(foot.getBoundingClientRect().height).to.be.at.most(100);
        expect(buttons(view).map(isOneLine)).to.deep.equal([true]);
      });
    }
});

describe('English', () => {
  it('says in few words what counts with its values, and what has to be there', async () => {
    const view = await composer(
      html`<kf-menu-composer
        lang="en"
        .value=${{ head_content: 'Hello {{name}}, {{order}}', ...message.msgmenu }}
        .variables=${{ name: 'Mary', order: '' }}
      ></kf-menu-composer>`,
      { width: 375 },
    );
    expect(view.root.querySelector('.label')?.textContent).to.match(/With values: \d+ \/ 1024 bytes/);
    expect(Array.from(view.root.querySelectorAll('input'), input => input.placeholder)).to.include('Needed to send');
  });
});

describe('the counter of a text near its limit', () => {
  for (const lang of ['en', 'zh-CN', 'zh-TW'])
    for (const width of [298, 360, 420])
      for (const touch of [false, true])
        it(`keeps its numbers beside the label, the room that is left below: ${lang}, ${width} px, ${touch ? 'touch' : 'mouse'}`, async () => {
          const text = 'Hello {{name}}'.padEnd(600, 'x');
          const view = await composer(
            html`<kf-menu-composer
              lang=${lang}
              .value=${{ head_content: text, ...message.msgmenu }}
              .variables=${{ name: 'Mary' }}
            ></kf-menu-composer>`,
            { width },
          );
          const asBefore = touch ? asOnTouch(view.root) : () => undefined;
          const box = (selector: string): DOMRect =>
            (view.root.querySelector(`[part="head"] ${selector}`) as Element).getBoundingClientRect();
          view.root.querySelector('textarea')?.focus();
          await view.settled();
          const before = box('.grow').top - box('.label').top;
          view.element.value = { ...view.element.value, head_content: text.padEnd(970, 'x') };
          await view.settled();
          const [label, numbers, room] = ['.label > span', '.counter > bdi', '.room'].map(box) as [
            DOMRect,
            DOMRect,
            DOMRect,
          ];
          expect(Math.abs(numbers.top + numbers.bottom - label.top - label.bottom), 'one line').to.be.below(8);
          expect(room.top).to.be.at.least(numbers.bottom - 1);
          expect(isOneLine(view.root.querySelector('.room') as Element)).to.be.true;
          expect(box('.grow').top - box('.label').top - before).to.be.at.most(room.height + 1);
          expect(view.root.querySelector('[part="head"] .label')?.textContent).not.to.match(/With values|填入/);
          asBefore();
        });
});

describe('a panel that is narrower still', () => {
  it('has the title and the tools on one line: 模板 without its chevron', async () => {
    const at = async (width: number) => {
      const templates = [{ name: '一', value: message.msgmenu }];
      const view = await composer(html`<kf-menu-composer lang="en" .templates=${templates}></kf-menu-composer>`, {
        width,
      });
      const asBefore = asOnTouch(view.root);
      await view.settled();
      const { height } = (view.root.querySelector('header') as Element).getBoundingClientRect();
      asBefore();
      return { height, chevron: view.root.querySelector('.templates .icon') };
    };
    const [tight, narrow] = [await at(298), await at(358)];
    expect(tight.height).to.equal(narrow.height);
    expect([!!tight.chevron, !!narrow.chevron]).to.deep.equal([false, true]);
  });

  it('has air between names of variables that need two lines', async () => {
    const view = await composer(
      html`<kf-menu-composer
        lang="en"
        .value=${{ head_content: '{{the full name of the customer}} {{the number of the order}}' }}
        .variables=${{ 'the full name of the customer': 'Mary' }}
      ></kf-menu-composer>`,
      { width: 360 },
    );
    const texts = Array.from(view.root.querySelectorAll('.variable .name'), name => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return { row: (name.parentElement as Element).getBoundingClientRect(), lines: range.getBoundingClientRect() };
    });
    expect(texts.length).to.equal(2);
    for (const { row, lines } of texts) expect(row.height - lines.height).to.be.at.least(6);
  });
});
