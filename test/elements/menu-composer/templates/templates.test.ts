import { expect } from '@open-wc/testing';
import { complaints } from '../../../support/accessible.js';
import { record, typesOf } from '../../../support/ask.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { clickOn, eventually } from '../../../support/element-page.js';
import { click, menu } from '../../../support/messages.js';
import { OwnStorage } from '../../../support/own-storage.js';
import { choices, chosen, many, template, three, withTemplates } from '../../../support/templates-page.js';
import { skipIn } from '../../../support/engine.js';

const { HEAD } = ComposerPage;
const SAVE = '把现在的内容存为模板…';
const SEARCH = '搜索 8 个模板';

describe('the templates of the page', () => {
  let storage: OwnStorage;
  beforeEach(() => (storage = new OwnStorage()));
  afterEach(() => storage.restore());

  it('are shown with their first line and how many items they have', async () => {
    const view = await withTemplates();
    await view.click('模板');
    expect(choices(view)).to.deep.equal([
      '满意度调查 4 项 您对本次服务是否满意呢?',
      '订单进度 3 项 请问想查哪一项?',
      '退换货指引 5 项 请选择您遇到的情况',
    ]);
    expect(view.has('textbox', '搜索 3 个模板')).to.be.false;
  });

  it('are loaded by a press, as one step that can be taken back, and the focus is in the head text', async () => {
    const before = { head_content: '写了一半', ...menu(click('一', '1')).msgmenu };
    const view = await withTemplates(three, before);
    const events = record(view.element, ['input', 'change']);
    await view.click('模板');
    await clickOn(view.all('gridcell')[1] as HTMLElement);
    await view.settled();
    expect(view.element.value).to.deep.equal(three[1]?.value);
    expect(typesOf(events)).to.deep.equal(['input', 'change']);
    expect(view.focused).to.equal(HEAD);
    expect(view.all('dialog')).to.deep.equal([]);
    await view.press('Control', 'z');
    expect(view.element.value).to.deep.equal(before);
  });

  it('are in the page as far as they are in sight, however many there are; scrolling brings more', async () => {
    const hundreds = Array.from({ length: 500 }, (_, n) => template(`第 ${n} 个`, '您好'));
    const view = await withTemplates(hundreds);
    await view.click('模板');
    const grid = view.get('grid', '模板');
    expect(choices(view)).to.have.length(Math.ceil(innerHeight / 52));
    expect(grid.scrollHeight).to.be.above(grid.clientHeight);
    expect(grid.getAttribute('aria-rowcount')).to.equal('500');
    for (const name of ['第 40 个 1 项 您好', '第 80 个 1 项 您好'])
      await eventually(name, () => {
        grid.scrollTop = grid.scrollHeight;
        return choices(view).includes(name);
      });
    await view.type('搜索 500 个模板', '第 499 个');
    expect(choices(view)).to.deep.equal(['第 499 个 1 项 您好']);
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(hundreds[499]?.value);
  });

  it('are reached by the arrows beyond what is in the page', async () => {
    const hundreds = Array.from({ length: 500 }, (_, n) => template(`第 ${n} 个`, '您好'));
    const view = await withTemplates(hundreds, { head_content: '您好' });
    await view.click('模板');
    await view.press('ArrowUp');
    expect(chosen(view)).to.equal(SAVE);
    expect(choices(view)).to.have.length.below(100);
    await view.press('ArrowUp');
    expect(chosen(view)).to.equal('第 499 个');
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(hundreds[499]?.value);
  });

  it('may be anything that a value may be', async () => {
    const message = menu(click('满意', '1'));
    const call = { ...message, enterChat: true };
    const view = await withTemplates([
      { name: '消息', value: call },
      { name: 'JSON', value: JSON.stringify(message) },
    ]);
    await view.click('模板');
    await view.press('Enter');
    expect(view.element.message).to.deep.equal(call);
    await view.press('Control', 'z');
    expect(view.element.enterChat).to.be.false;
    await view.click('模板');
    await view.press('End');
    await view.press('Enter');
    expect(view.element.message).to.deep.equal(message);
  });

  it('are skipped where they are none, whatever else the list holds', async () => {
    const hostile = {
      name: '坏的',
      get value(): unknown {
        throw new Error('no');
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const wrong = [null, 1, 'x', {}, { name: 3, value: {} }, { name: '空的' }, { name: ' ', value: three[0]?.value }];
    const list = [...wrong, { name: '不是菜单', value: '{' }, hostile, proxy, three[0]];
    const view = await withTemplates(list);
    expect(view.element.templates).to.deep.equal([three[0]]);
    for (const nothing of [null, undefined, 'x', 7, {}, proxy]) {
      view.element.templates = nothing as never;
      expect(view.element.templates).to.deep.equal([]);
    }
  });

  it('are copies, in and out', async () => {
    const own = [template('一', '一')];
    const view = await withTemplates(own);
    Object.assign(own[0]?.value as object, { head_content: '变了' });
    Object.assign(view.element.templates[0]?.value as object, { head_content: '变了' });
    expect(view.element.templates).to.deep.equal([template('一', '一')]);
  });

  it('are reached by the keyboard alone', async () => {
    const view = await withTemplates(three, { head_content: '您好' });
    view.button('模板').focus();
    await view.press('Enter');
    expect(chosen(view)).to.equal('满意度调查');
    await view.press('ArrowDown');
    expect(chosen(view)).to.equal('订单进度');
    await view.press('End');
    expect(chosen(view)).to.equal(SAVE);
    await view.press('ArrowDown');
    expect(chosen(view)).to.equal('满意度调查');
    await view.press('ArrowUp');
    await view.press('Home');
    await view.press('Escape');
    expect(view.focused).to.equal('模板');
    expect(view.element.value).to.deep.equal({ head_content: '您好' });
    await view.press('Enter');
    await view.press('ArrowDown');
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(three[1]?.value);
  });

  it('close with Tab, another press of the button, or one elsewhere', async () => {
    const view = await withTemplates(three, { head_content: '您好' });
    await view.click('模板');
    await view.press('Tab');
    expect(view.all('dialog').length).to.equal(0);
    await view.click('模板');
    await view.click('模板');
    expect(view.all('dialog').length).to.equal(0);
    await view.click('模板');
    await clickOn(view.root.querySelector('h2') as Element);
    await view.settled();
    expect(view.all('dialog').length).to.equal(0);
  });

  it('do not send the message behind them', async () => {
    const view = await withTemplates(three, menu(click('满意', '1')));
    const events = record(view.element, ['kf-send', 'kf-error']);
    await view.click('模板');
    await view.press('Control', 'Enter');
    expect(events).to.deep.equal([]);
  });

  it('are not there while nothing can be done with them', async () => {
    const view = await withTemplates([]);
    expect(view.has('button', '模板')).to.be.false;
    await view.type(HEAD, '您好');
    expect(view.has('button', '模板')).to.be.true;
    view.element.readOnly = true;
    await view.settled();
    expect(view.has('button', '模板')).to.be.false;
  });

  describe('when there are many', () => {
    skipIn({ 'webkit-wpe': 'it is a touch screen: no field gets the focus by itself' }).it(
      'are searched by name and text, while it is being typed',
      async () => {
        const view = await withTemplates(many);
        await view.click('模板');
        expect(view.focused).to.equal(SEARCH);
        await view.write('会员');
        expect(choices(view)).to.deep.equal(['会员 2 项 关于会员，您可以先看看']);
        await view.press('Control', 'a');
        await view.write('想查');
        await view.press('Enter');
        expect(view.element.value).to.deep.equal(three[1]?.value);
      },
    );

    it('begin with what fits best: the name from its beginning, the name, the head text, an item', async () => {
      const item = { name: '门店', value: { head_content: '您好', ...menu(click('开发票', '1')).msgmenu } };
      const view = await withTemplates([
        item,
        template('会员', '发票要另外申请'),
        template('电子发票', '您好'),
        template('配送', '关于发票'),
        template('发票抬头', '您好'),
        ...three,
      ]);
      await view.click('模板');
      await view.write('发票');
      const names = choices(view).map(choice => choice.split(' ')[0]);
      expect(names).to.deep.equal(['发票抬头', '电子发票', '会员', '配送', '门店']);
    });

    it('say so when none is found, and the page hears nothing of the search', async () => {
      const view = await withTemplates(many);
      const events = record(view.element, ['input', 'change']);
      await view.click('模板');
      await view.write('没有的');
      expect(view.all('dialog')[0]?.textContent).to.include('没有找到「没有的」');
      expect(view.announced).to.equal('没有找到「没有的」');
      await view.press('Enter');
      await view.press('ArrowDown');
      expect(events).to.deep.equal([]);
      expect(view.element.value).to.deep.equal({});
    });

    it('keep what is typed into the search apart from the message', async () => {
      const view = await withTemplates(many, { head_content: '您好' });
      await view.click('模板');
      await view.write('会员');
      await view.press('Control', 'z');
      await view.press('Escape');
      expect(view.element.value).to.deep.equal({ head_content: '您好' });
      await view.click('模板');
      expect(view.textbox(SEARCH).value).to.equal('');
    });

    it('leave the Enter that ends a composition alone', async () => {
      const view = await withTemplates(many);
      await view.click('模板');
      const init = { key: 'Enter', isComposing: true, bubbles: true, composed: true };
      view.textbox(SEARCH).dispatchEvent(new KeyboardEvent('keydown', init));
      await view.settled();
      expect(view.element.value).to.deep.equal({});
    });
  });

  for (const theme of ['light', 'dark'])
    it(`axe has nothing against them, ${theme}`, async () => {
      const view = await withTemplates(many, { head_content: '您好' });
      view.element.theme = theme as 'light' | 'dark';
      await view.click('模板');
      expect(await complaints(view.element)).to.deep.equal([]);
      await view.press('End');
      await view.press('Enter');
      expect(view.focused).to.equal('');
      expect(await complaints(view.element)).to.deep.equal([]);
    });
});
