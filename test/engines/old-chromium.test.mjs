// The elements as an old page loads them, in the Chromium that OLD_CHROMIUM names by its address: `npm run test:old`.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core-old';
import { OldPage } from './old-page.mjs';

const fixture = name => JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url)));
const { msgmenu } = fixture('documented-call');
const { channelsShopProduct } = fixture('product-message');

const COMPOSER = '<kf-bridge><kf-menu-composer></kf-menu-composer></kf-bridge>';
const composer = "document.querySelector('kf-menu-composer')";
const item = (id, content = id) => ({ type: 'click', click: { id, content } });

let browser;
let page;
before(async () => (browser = await puppeteer.connect({ browserWSEndpoint: process.env.OLD_CHROMIUM })));
after(() => browser.disconnect());
afterEach(async () => {
  const { errors } = page;
  await page.close();
  deepStrictEqual(errors, [], 'nothing is thrown in the page');
});

const open = async (body, options) => (page = await OldPage.open(browser, body, options));
const value = () => page.evaluate(`${composer}.value`);
const setValue = menu => page.evaluate(`${composer}.value = ${JSON.stringify(menu)}, undefined`);

const mouse = { into: name => page.click(name, 'input, textarea'), press: name => page.click(name) };
const keys = {
  into: name => page.walkTo(name),
  async press(name) {
    await page.walkTo(name);
    await page.press('Enter');
  },
};

async function writeDocumentedMenu(hand) {
  const write = async (field, text) => {
    await hand.into(field);
    await page.press('Control', 'a');
    await page.type(text);
  };
  await write('起始文本', msgmenu.head_content);
  for (const [index, { type, click, view, miniprogram }] of msgmenu.list.entries()) {
    const kind = { click: '回复', view: '链接', miniprogram: '小程序' }[type];
    const row = `第 ${index + 1} 项，${kind}`;
    await hand.press(`添加${kind}`);
    await write(`${row}，文字`, (click ?? view ?? miniprogram).content);
    if (click) {
      await hand.press(row);
      await write(`${row}，菜单 ID`, click.id);
      await hand.press(row);
    }
    if (view) await write(`${row}，网址`, view.url);
    if (miniprogram) {
      await write(`${row}，AppID`, miniprogram.appid);
      await write(`${row}，页面路径`, miniprogram.page);
    }
  }
  await write('结束文本', msgmenu.tail_content);
  await hand.press('发送');
}

describe('the composer', () => {
  for (const [name, hand] of Object.entries({ mouse, keys }))
    it(`writes the documented menu from empty, by ${name}, and sends it`, async () => {
      await open(COMPOSER);
      await page.until("document.querySelector('kf-bridge').state === 'ready'");
      await writeDocumentedMenu(hand);
      await page.until('client.sent.length > 0');
      deepStrictEqual(await page.evaluate('client.sent'), [{ msgtype: 'msgmenu', msgmenu }]);
    });

  it('takes back what was done, and does it again', async () => {
    await open(COMPOSER);
    await page.write('起始文本', '您好');
    await page.click('添加回复');
    await page.click('撤销');
    deepStrictEqual(await value(), { head_content: '您好' });
    await page.click('重做');
    strictEqual((await value()).list.length, 1);
    await page.press('Control', 'z');
    await page.press('Control', 'z');
    deepStrictEqual(await value(), {});
  });

  it('takes a template', async () => {
    await open(COMPOSER);
    const template = { head_content: '请选择', list: [item('1')] };
    await page.evaluate(`${composer}.templates = [{ name: '常用', value: ${JSON.stringify(template)} }], undefined`);
    await page.click('模板');
    await page.click('常用', '[role="gridcell"]');
    deepStrictEqual(await value(), template);
  });

  it('fills in variables', async () => {
    await open(COMPOSER);
    await setValue({ head_content: '{{称呼}}您好', list: [item('1')] });
    await page.evaluate(`${composer}.variables = { 称呼: '王女士' }, undefined`);
    strictEqual(await page.evaluate(`${composer}.message.msgmenu.head_content`), '王女士您好');
    await page.evaluate(`${composer}.variables = {}, undefined`);
    deepStrictEqual(await page.evaluate(`${composer}.issues.map(({ code }) => code)`), ['variable-missing']);
  });

  it('keeps a draft over a reload', async () => {
    await open('<kf-bridge><kf-menu-composer draft-key="old"></kf-menu-composer></kf-bridge>');
    await page.until("document.querySelector('kf-bridge').state === 'ready'");
    await page.write('起始文本', '写了一半');
    await page.until('Object.keys(localStorage).some(key => /draft/.test(key))');
    await page.reload();
    await page.until(`${composer}.value.head_content === '写了一半'`);
    await page.evaluate('localStorage.clear()');
  });

  it('moves an item that is dragged', async () => {
    await open(COMPOSER);
    await setValue({ head_content: '请选择', list: ['1', '2', '3'].map(id => item(id)) });
    await page.get('input, textarea', '第 3 项，回复，文字');
    const grips = await page.evaluate(
      `Array.from(${composer}.shadowRoot.querySelectorAll('.grip'), grip => { const { left, top, width, height } = grip.getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; })`,
    );
    await page.drag(grips[0], grips[2]);
    await page.until(`${composer}.value.list.map(({ click }) => click.id).join() === '2,3,1'`);
  });

  it('speaks the languages whose words are loaded', async () => {
    await open(COMPOSER, { locales: ['en', 'zh-tw'] });
    await page.get('h2', '菜单消息');
    await page.evaluate("document.documentElement.lang = 'en'");
    await page.get('h2', 'Menu');
    await page.evaluate("document.documentElement.lang = 'zh-TW'");
    await page.get('h2', '選單訊息');
  });

  it('is dark where the page or the system says so', async () => {
    await open(COMPOSER);
    const surface = `getComputedStyle(${composer}.shadowRoot.querySelector('[part="root"]')).backgroundColor`;
    await page.until(`${surface} === 'rgb(255, 255, 255)'`);
    await page.evaluate(`${composer}.theme = 'dark', undefined`);
    await page.until(`${surface} === 'rgb(28, 29, 33)'`);
  });

  it('has its icons in the middle of their buttons', async () => {
    await open(COMPOSER);
    const button = await page.get('button', '撤销');
    const [dx, dy] = await button.evaluate(element => {
      const [outer, inner] = [element, element.querySelector('svg')].map(box => box.getBoundingClientRect());
      return ['left', 'top'].map(
        (side, n) => inner[side] - outer[side] + (n ? inner.height - outer.height : inner.width - outer.width) / 2,
      );
    });
    ok(Math.abs(dx) <= 1 && Math.abs(dy) <= 1, `${dx} px, ${dy} px off`);
  });
});

describe('the product card', () => {
  it('shows a product, and sends it with a press', async () => {
    await open('<kf-bridge><kf-product-card></kf-product-card></kf-bridge>');
    await page.evaluate(
      `document.querySelector('kf-product-card').product = ${JSON.stringify(channelsShopProduct)}, undefined`,
    );
    await page.until("document.querySelector('kf-bridge').state === 'ready'");
    await page.click('发送');
    await page.until('client.sent.length > 0');
    deepStrictEqual(await page.evaluate('client.sent'), [{ msgtype: 'channels_shop_product', channelsShopProduct }]);
  });
});

describe('the product list', () => {
  const products = ['深烘咖啡豆', '明前龙井', '手冲壶'].map((title, n) => ({
    ...channelsShopProduct,
    productId: String(n + 1),
    title,
  }));
  const list = "document.querySelector('kf-product-list')";

  it('finds a product by what is typed, and sends it', async () => {
    await open('<kf-bridge><kf-product-list complete></kf-product-list></kf-bridge>');
    await page.evaluate(`${list}.products = ${JSON.stringify(products)}, undefined`);
    await page.until("document.querySelector('kf-bridge').state === 'ready'");
    await page.evaluate(`${list}.focus()`);
    await page.type('龙井');
    await page.until(`${list}.shadowRoot.querySelectorAll('article').length === 1`);
    match(await page.evaluate(`${list}.shadowRoot.querySelector('article').textContent`), /明前龙井/);
    await page.click('明前龙井', '[part="title"]');
    await page.click('发送');
    await page.until('client.sent.length > 0');
    strictEqual(await page.evaluate('client.sent[0].channelsShopProduct.productId'), '2');
  });
});
