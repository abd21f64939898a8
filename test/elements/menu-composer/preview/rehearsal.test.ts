import { expect, html, nextFrame } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { clickOn } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const { msgmenu } = menu(click('满意', '101'), click('人工'), link('https://a.cn/1'), page('pages/order.html'));
const value = { ...msgmenu, head_content: '您好' };
const start = (template = html`<kf-menu-composer .value=${value}></kf-menu-composer>`, width = 400) =>
  composer(template, { width });

const line = (view: ComposerPage, text: string): HTMLElement =>
  Array.from(view.root.querySelectorAll<HTMLElement>('[part~="link"]')).find(
    ({ textContent }) => textContent === text,
  ) as HTMLElement;
const pressLine = async (view: ComposerPage, text: string): Promise<void> => {
  for (let frame = 0; frame < 3; frame++) await nextFrame(); // in WebKit what has the focus comes into view late
  await clickOn(line(view, text));
  await view.settled();
};
/** What the rehearsal says below the bubble: the customer's words, and what they mean. */
const played = (view: ComposerPage): string[] =>
  Array.from(view.root.querySelectorAll('[part="customer"], [part="rehearsal"] p'), ({ textContent }) =>
    (textContent ?? '').trim(),
  );
const chosen = (view: ComposerPage): (string | null)[] =>
  Array.from(view.root.querySelectorAll('.chosen'), ({ textContent }) => textContent);

describe('the rehearsal of a click', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('lets the customer say the line, and tells what the server gets', async () => {
    const view = await start();
    const events = record(document, ['kf-send', 'input', 'change']);
    await pressLine(view, '满意');
    expect(played(view)).to.deep.equal(['满意', '客户说「满意」，服务端收到 menu_id=101']);
    expect(chosen(view)).to.deep.equal(['满意']);
    expect(view.announced).to.equal('客户说「满意」，服务端收到 menu_id=101');
    expect(events).to.deep.equal([]);
    expect(callsOf(client)).to.equal(0);
    expect(view.status).to.equal('可以发送');
  });

  it('knows no more than what the customer says where there is no id', async () => {
    const view = await start();
    await pressLine(view, '人工');
    expect(played(view)).to.deep.equal(['人工', '客户说「人工」']);
  });

  it('says what a link and a mini program open; the newest replaces the last', async () => {
    const view = await start();
    await pressLine(view, '满意');
    await pressLine(view, '自助查询');
    expect(played(view)).to.deep.equal(['打开 https://a.cn/1']);
    await pressLine(view, '打开小程序');
    expect(played(view)).to.deep.equal(['打开小程序 pages/order.html']);
    expect(chosen(view)).to.deep.equal(['打开小程序']);
  });

  it('takes braces and bars in the words for words', async () => {
    const odd = menu(click('{id}|menu_id=7', '{text}')).msgmenu;
    const view = await start(html`<kf-menu-composer .value=${odd}></kf-menu-composer>`);
    await pressLine(view, '{id}|menu_id=7');
    expect(played(view)[1]).to.equal('客户说「{id}|menu_id=7」，服务端收到 menu_id={text}');
  });

  it('knows the right line when another item has no text yet', async () => {
    const view = await start();
    await view.retype('第 1 项，回复，文字', '');
    await pressLine(view, '人工');
    expect(chosen(view)).to.deep.equal(['人工']);
    expect(played(view)).to.deep.equal(['人工', '客户说「人工」']);
  });

  it('can be taken away; the focus has a place', async () => {
    const view = await start();
    await pressLine(view, '人工');
    await view.click('重来');
    expect(played(view)).to.deep.equal([]);
    expect(chosen(view)).to.deep.equal([]);
    expect(view.focused).to.equal('第 2 项，回复，更多');
  });

  describe('when the menu changes', () => {
    let view: ComposerPage;
    beforeEach(async () => {
      view = await start();
      await pressLine(view, '满意');
    });

    it('goes with the words that were pressed, also when they come back', async () => {
      await view.retype('第 1 项，回复，文字', '很满意');
      expect(played(view)).to.deep.equal([]);
      await view.press('Control', 'z');
      expect(played(view)).to.deep.equal([]);
    });

    it('goes with its item', async () => {
      await view.choose(1, '删除');
      expect(played(view)).to.deep.equal([]);
    });

    it('goes with the menu that the page replaces', async () => {
      view.element.value = { ...value, head_content: '另一份' };
      await view.settled();
      expect(played(view)).to.deep.equal([]);
    });

    it('stays where its item goes, and when another one changes', async () => {
      await view.choose(1, '下移');
      await view.retype('第 1 项，回复，文字', '转人工');
      expect(played(view)).to.deep.equal(['满意', '客户说「满意」，服务端收到 menu_id=101']);
      expect(chosen(view)).to.deep.equal(['满意']);
    });
  });

  describe("from an item's menu, for fingers and keys", () => {
    it('plays by keys alone; the preview comes into view and the focus goes back', async () => {
      const view = await composer(html`<kf-menu-composer style="height: 320px" .value=${value}></kf-menu-composer>`);
      view.button('第 1 项，回复，更多').focus();
      await view.press('Enter');
      await view.press('ArrowDown');
      await view.press('ArrowDown');
      expect(view.focused).to.equal('预演点击');
      await view.press('Enter');
      expect(view.announced).to.equal('客户说「满意」，服务端收到 menu_id=101');
      expect(view.focused).to.equal('第 1 项，回复，更多');
      const box = (part: string): DOMRect =>
        (view.root.querySelector(`[part="${part}"]`) as Element).getBoundingClientRect();
      expect(box('rehearsal').bottom).to.be.at.most(box('foot').top);
      expect(box('rehearsal').top).to.be.at.least(box('header').bottom);
    });

    it('is not there without a preview', async () => {
      const view = await start(html`<kf-menu-composer preview="none" .value=${value}></kf-menu-composer>`);
      await view.click('第 1 项，回复，更多');
      expect(view.names('menuitem').join()).not.to.include('预演点击');
    });

    it('can not be chosen for an item that has no line', async () => {
      const view = await start();
      await view.retype('第 1 项，回复，文字', '');
      await view.click('第 1 项，回复，更多');
      expect((view.get('menuitem', '预演点击') as HTMLButtonElement).disabled).to.be.true;
    });
  });

  for (const [name, template] of [
    ['with the preview alone', html`<kf-menu-composer preview="only" .value=${value}></kf-menu-composer>`],
    ['in a read-only composer', html`<kf-menu-composer readonly .value=${value}></kf-menu-composer>`],
  ] as const)
    it(`is in reach of keys ${name}`, async () => {
      const view = await start(template);
      line(view, '满意').focus();
      await view.press('Enter');
      expect(played(view)[1]).to.equal('客户说「满意」，服务端收到 menu_id=101');
      await view.press('Tab');
      await view.press(' ');
      expect(played(view)[1]).to.equal('客户说「人工」');
      await view.click('重来');
      expect(view.focused).to.equal('人工');
    });

  it('is not played in a disabled composer', async () => {
    const view = await start(html`<kf-menu-composer disabled .value=${value}></kf-menu-composer>`);
    await pressLine(view, '满意');
    expect(played(view)).to.deep.equal([]);
  });
});
