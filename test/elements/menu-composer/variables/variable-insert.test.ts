import { expect, html } from '@open-wc/testing';
import '../../../../src/locales/en.js';
import { record, typesOf } from '../../../support/ask.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';

const { HEAD } = ComposerPage;
const names = { 客户称呼: '王女士', 订单号: '' };
const start = (value: unknown = {}, variables: Record<string, string> = names) =>
  composer(html`<kf-menu-composer .value=${value} .variables=${variables}></kf-menu-composer>`);

/** Opens the menu of a text from its field, by keys alone. */
async function openByKeys(view: ComposerPage): Promise<void> {
  await view.press('Shift', 'Tab');
  await view.press('Enter');
}

describe('插入变量', () => {
  it('stands at the long text that is in use, while the page has variables', async () => {
    const view = await start();
    const place = (): string | undefined =>
      view.button('插入变量').closest('section')?.querySelector('.label > span')?.textContent;
    expect(place()).to.equal('起始文本');
    const [top] = [view.textbox('结束文本').getBoundingClientRect().top];
    await view.click('结束文本', 'textbox');
    await eventually('the button at the tail text', () => place() === '结束文本');
    expect(view.textbox('结束文本').getBoundingClientRect().top).to.equal(top);
    view.element.variables = {};
    await view.settled();
    expect(view.has('button', '插入变量')).to.be.false;
    view.element.variables = names;
    view.element.readOnly = true;
    await view.settled();
    expect(view.has('button', '插入变量')).to.be.false;
  });

  it('puts a name where the caret is, by keys, and goes on writing behind it', async () => {
    const view = await start({ head_content: '您好，请看' });
    const box = view.textbox(HEAD);
    box.focus();
    box.setSelectionRange(0, 2);
    await openByKeys(view);
    expect(view.names('menuitem')).to.deep.equal(['客户称呼', '订单号']);
    expect(view.focused).to.equal('客户称呼');
    await view.press('ArrowDown');
    await view.press('Enter');
    await view.settled();
    expect(view.element.value.head_content).to.equal('{{订单号}}，请看');
    expect(view.focused).to.equal(HEAD);
    await view.write('！');
    expect(view.element.value.head_content).to.equal('{{订单号}}！，请看');
  });

  it('is one step that can be taken back, and tells the page', async () => {
    const view = await start({ head_content: '您好' });
    const events = record(view.element, ['input', 'change']);
    view.element.focus();
    await openByKeys(view);
    await view.press('Enter');
    await view.settled();
    expect(typesOf(events)).to.deep.equal(['input', 'change']);
    expect(view.element.value.head_content).to.contain('{{客户称呼}}');
    await view.press('Control', 'z');
    expect(view.element.value).to.deep.equal({ head_content: '您好' });
  });

  it('closes with Escape, and the focus is on its button again', async () => {
    const view = await start();
    view.element.focus();
    await openByKeys(view);
    await view.press('Escape');
    expect(view.all('menu')).to.deep.equal([]);
    expect(view.focused).to.equal('插入变量');
  });
});

describe('插入变量 at an item', () => {
  const ITEM = '第 1 项，链接，文字';
  const URL = '第 1 项，链接，网址';
  const link = (url: string): unknown => ({
    head_content: '您好',
    list: [{ type: 'view', view: { url, content: '查' } }],
  });

  for (const [name, written] of [
    [ITEM, '查{{客户称呼}}'],
    [URL, 'https://a.cn/{{客户称呼}}'],
  ] as const)
    it(`stands once, at the field that has the caret, and puts the name there: ${name}`, async () => {
      const view = await start(link('https://a.cn/'));
      await view.click('第 1 项，链接');
      const field = view.textbox(name);
      await view.click(name, 'textbox');
      field.setSelectionRange(99, 99);
      const button = view.button('插入变量');
      expect(button.closest('.value, .row')?.contains(field)).to.be.true;
      await view.click('插入变量');
      await view.click('客户称呼', 'menuitem');
      await view.settled();
      expect(field.value).to.equal(written);
      expect(view.focused).to.equal(name);
      expect(view.element.value.head_content).to.equal('您好');
    });

  it('goes with the caret, and back to the long text when another thing has the focus', async () => {
    const view = await start(link('https://a.cn/'));
    await view.click(ITEM, 'textbox');
    const inItem = (): boolean => !!view.button('插入变量').closest('.item');
    expect(inItem()).to.be.true;
    view.button('更多').focus();
    await eventually('the button is at the head text', () => !inItem());
  });

  it('says of no problem before the name is in: the field is not left yet', async () => {
    const view = await start(link(''));
    await view.click('第 1 项，链接');
    await view.click(URL, 'textbox');
    await view.click('插入变量');
    expect([view.problem(URL), view.names('menuitem')]).to.deep.equal(['', ['客户称呼', '订单号']]);
    await view.press('Escape');
    view.button('更多').focus();
    await eventually('the problem', () => view.problem(URL) !== '');
  });

  it('is where Tab goes from a text, also with a problem', async () => {
    const view = await start(link(''));
    await view.click('第 1 项，链接');
    await view.click(URL, 'textbox');
    await view.press('Tab');
    expect(view.focused).to.equal('插入变量');
    await view.press('Enter');
    await view.press('Enter');
    await view.settled();
    expect(view.textbox(URL).value).to.equal('{{客户称呼}}');
    expect(view.focused).to.equal(URL);
  });

  it('and the caret is in the text again where the name makes it too long', async () => {
    const view = await start({ list: [{ type: 'view', view: { url: 'https://a.cn', content: '满'.repeat(340) } }] });
    view.textbox(ITEM).focus();
    await view.press('Tab');
    await view.press('Enter');
    await view.press('Enter');
    await eventually('the problem', () => view.problem(ITEM) !== '');
    await view.settled();
    expect(view.focused).to.equal(ITEM);
  });

  it('has an icon of its own for each name beside a problem, too', async () => {
    const view = await start(link(''));
    await view.click('第 1 项，链接');
    view.element.reportValidity();
    await view.settled();
    await view.click(URL, 'textbox');
    await view.click('插入变量');
    const icons = Array.from(view.root.querySelectorAll('[role="menuitem"] .icon'));
    const tops = icons.map(icon => icon.getBoundingClientRect().top);
    expect(new Set(tops).size).to.equal(2);
  });
});

describe('the caret goes from a text with variables to an item, and back', () => {
  for (const lang of ['zh-CN', 'en'])
    for (const width of [298, 360, 420])
      it(`no row moves: ${lang}, ${width} px`, async () => {
        const view = await composer(
          html`<kf-menu-composer
            lang=${lang}
            .variables=${{ 称呼: '王女士' }}
            .value=${{ head_content: '{{称呼}}您好', list: [{ type: 'click', click: { content: '满意' } }] }}
          ></kf-menu-composer>`,
          { width },
        );
        const { root } = view;
        const row = root.querySelector<HTMLElement>('.row input')!;
        const text = root.querySelector<HTMLElement>('textarea')!;
        text.focus();
        await view.settled();
        const { top } = row.getBoundingClientRect();
        row.focus();
        await view.settled();
        expect(row.getBoundingClientRect().top).to.equal(top);
        text.focus();
        await view.settled();
        expect(row.getBoundingClientRect().top).to.equal(top);
      });
});
