// Each app of demo/frameworks in a browser: it is written in, and sends. `npm run test:frameworks`
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from '../../demo/frameworks/node_modules/vite/dist/node/index.js';
import { APPS, setupOf } from '../../demo/frameworks/vite.config.js';
import { complaintsOf, openBrowser, serve } from './browser.mjs';

const HEAD = '您对本次服务是否满意呢?';

let site;
let browser;
before(async () => {
  site = await serve(fileURLToPath(new URL('../../demo/frameworks', import.meta.url)));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.close();
});

for (const app of APPS)
  describe(app, () => {
    let page;
    let complaints;
    before(async () => {
      await build(setupOf(app));
      page = await browser.newPage();
      complaints = complaintsOf(page);
      await page.goto(`${site.origin}/${app}/dist/index.html`);
      await page.waitForSelector('kf-bridge[state="ready"]');
    });
    after(() => page.close());

    /** Presses the button that says so, as a person would who has read it. */
    const send = async tag => {
      const button = await page.waitForSelector(`${tag} >>> ::-p-text(发送)`);
      await button.click();
    };
    const sent = count => page.waitForFunction(n => window.client.sent.length === n, {}, count);

    it('shows the menu, hears what is written, and lets the user write on', async () => {
      await page.waitForFunction(text => document.querySelector('pre').textContent === text, {}, HEAD);
      const text = await page.waitForSelector('kf-menu-composer >>> textarea');
      await text.focus();
      await page.keyboard.press('End');
      await page.keyboard.type('请选', { delay: 20 });
      await page.waitForFunction(text => document.querySelector('pre').textContent === text, {}, `${HEAD}请选`);
      assert.equal(await text.evaluate(({ value }) => value), `${HEAD}请选`);
    });

    it('sends the menu, and hears kf-sent', async () => {
      await page.evaluate(() => document.querySelector('kf-menu-composer').send());
      await sent(1);
      const [message] = await page.evaluate(() => window.client.sent);
      assert.equal(message.msgmenu.head_content, `${HEAD}请选`);
      assert.deepEqual(
        message.msgmenu.list.map(({ type }) => type),
        ['click', 'click', 'view'],
      );
      await page.waitForFunction(() => document.querySelector('[role=status]').textContent.startsWith('sent through '));
    });

    it('sends the product with a press', async () => {
      await send('kf-product-card');
      await sent(2);
      const [, message] = await page.evaluate(() => window.client.sent);
      assert.equal(message.channelsShopProduct.title, '明前龙井 50g 罐装');
    });

    it('says nothing in the console', () => assert.deepEqual(complaints, []));
  });
