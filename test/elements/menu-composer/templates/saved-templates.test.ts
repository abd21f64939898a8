import { expect, html } from '@open-wc/testing';
import { TEMPLATES_KEY } from '../../../../src/elements/menu-composer/templates/template-store.js';
import { record } from '../../../support/ask.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { click, menu } from '../../../support/messages.js';
import { OwnStorage } from '../../../support/own-storage.js';
import { choices, chosen, many, template, three, withTemplates } from '../../../support/templates-page.js';

const SAVE = '把现在的内容存为模板…';
const written = { head_content: '您好，\n请选择', ...menu(click('满意', '1')).msgmenu };

describe('templates of one’s own', () => {
  let storage: OwnStorage;
  beforeEach(() => (storage = new OwnStorage()));
  afterEach(() => storage.restore());

  const stored = (): unknown => JSON.parse(storage.get(TEMPLATES_KEY) ?? '[]');
  const keep = (...templates: unknown[]): void => storage.writtenElsewhere(TEMPLATES_KEY, JSON.stringify(templates));
  const shown = (view: ComposerPage): string => view.all('dialog')[0]?.textContent ?? '';

  /** Opens the question for a name. */
  async function asked(value: unknown = written, templates: unknown = []): Promise<ComposerPage> {
    const view = await withTemplates(templates, value);
    await view.click('模板');
    await view.click(SAVE, 'gridcell');
    return view;
  }

  it('are saved under the first line of the head text, with Enter', async () => {
    const view = await asked();
    expect(storage.get(TEMPLATES_KEY)).to.equal(null);
    await view.press('Enter');
    expect(stored()).to.deep.equal([
      { name: '您好', value: { msgtype: 'msgmenu', msgmenu: written, enterChat: false } },
    ]);
    await view.hasSaid('已存为模板「您好」');
    expect(view.focused).to.equal('模板');
    await view.click('模板');
    expect(choices(view)[0]).to.equal('您好 1 项 您好， 请选择');
  });

  for (const [text, name] of [
    ['{{客户称呼}}您好', '{{客户称呼}}您好'],
    ['您对本次服务是否满意呢? 请选择一项', '您对本次服务是否满意呢'],
    ['有什么问题都可以在这里直接告诉我们的客服', '有什么问题都可以在这里直'],
    ['好👨‍👩‍👧'.repeat(7), '好👨‍👩‍👧'.repeat(6)],
    ['Are you satisfied with our service today', 'Are you satisfied with'],
    ['How can we help you with this order', 'How can we help you with'],
    ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrtsge'],
    ['这是您的 confirmation number', '这是您的 confirmation'],
  ] as const)
    it(`have a short name to begin with: ${name}`, async () => {
      const view = await asked({ head_content: text });
      expect((view.root.getElementById('template-name') as HTMLInputElement).value).to.equal(name);
    });

  it('lead into the chat after sending as they did when they were saved', async () => {
    const view = await asked();
    await view.press('Enter');
    view.element.enterChat = true;
    await view.click('模板');
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(written);
    expect(view.element.enterChat).to.be.false;
  });

  it("give way to the page's where that fits better what is searched for: Enter takes that", async () => {
    const view = await withTemplates(many);
    keep({ name: '我的', value: menu(click('开发票', '1')).msgmenu });
    await view.click('模板');
    await view.write('发票');
    expect(choices(view).map(choice => choice.split(' ')[0])).to.deep.equal(['我的', '发票']);
    expect(chosen(view)).to.equal('发票');
  });

  it('are saved under another name, with the button', async () => {
    const view = await asked();
    await view.write('回访');
    await view.click('保存');
    expect(stored()).to.have.nested.property('[0].name', '回访');
  });

  it('are saved beside one of the page’s that has the name only after that was said', async () => {
    const view = await asked(written, [template('回访', '您好')]);
    await view.write('回访');
    await view.press('Enter');
    expect(shown(view)).to.include('「页面提供」里已有「回访」，再按一次就存进「我的模板」');
    expect(view.announced).to.include('「页面提供」里已有「回访」');
    expect(stored()).to.deep.equal([]);
    await view.click('保存');
    expect(stored()).to.have.nested.property('[0].name', '回访');
    await view.click('模板');
    expect(choices(view).filter(choice => choice.startsWith('回访'))).to.have.length(2);
  });

  it('want a name', async () => {
    const view = await asked();
    await view.press('Backspace');
    await view.press('Enter');
    expect(shown(view)).to.include('还没填模板名');
    expect(stored()).to.deep.equal([]);
  });

  it('are not saved with Escape, which goes back to the list', async () => {
    const view = await asked();
    await view.press('Escape');
    expect(view.has('gridcell', SAVE)).to.be.true;
    await view.press('Escape');
    expect(view.focused).to.equal('模板');
    expect(storage.get(TEMPLATES_KEY)).to.equal(null);
  });

  it('replace the one with the same name only after saying so', async () => {
    keep(template('回访', '旧的'), template('别的', '别的'));
    const view = await asked();
    await view.write('回访');
    await view.press('Enter');
    expect(shown(view)).to.include('已有模板「回访」');
    expect(view.announced).to.include('已有模板「回访」');
    expect(stored()).to.deep.equal([template('回访', '旧的'), template('别的', '别的')]);
    await view.click('覆盖');
    expect(stored()).to.have.nested.property('[0].value.msgmenu.head_content', written.head_content);
    expect(stored()).to.have.nested.property('[1].name', '别的');
  });

  it('stand before those of the page', async () => {
    keep(template('回访', '旧的'));
    const view = await withTemplates(three);
    await view.click('模板');
    expect(choices(view)[0]).to.equal('回访 1 项 旧的');
    expect(shown(view).replace(/\s+/g, ' ')).to.match(/我的模板 .*回访.*页面提供 .*满意度调查/);
  });

  it('are seen by other composers and other tabs at once', async () => {
    const view = await asked();
    const other = await composer(html`<kf-menu-composer></kf-menu-composer>`);
    expect(other.has('button', '模板')).to.be.false;
    await view.press('Enter');
    await other.settled();
    expect(other.has('button', '模板')).to.be.true;
    view.bridge.remove(); // what it says moves what is below
    keep(template('从别处来', '一'), template('也是', '二'));
    await other.settled();
    await other.click('模板');
    expect(choices(other)).to.deep.equal(['从别处来 1 项 一', '也是 1 项 二']);
  });

  it('are said to be saved as long as that is on show: not beside another one', async () => {
    const view = await withTemplates(three, { head_content: '您好' });
    await view.click('模板');
    await view.click('把现在的内容存为模板…', 'gridcell');
    await view.click('保存');
    expect(view.status).to.contain('已存为模板「您好」');
    await view.click('模板');
    await view.press('ArrowDown');
    await view.press('Enter');
    expect(view.status).not.to.contain('已存为模板');
  });

  it('are removed with Delete, and come back with Ctrl Z', async () => {
    keep(template('一', '一'), template('二', '二'));
    const view = await withTemplates(three);
    const events = record(view.element, ['input', 'change']);
    await view.click('模板');
    await view.press('ArrowDown');
    await view.press('Delete');
    expect(stored()).to.deep.equal([template('一', '一')]);
    expect(view.announced).to.equal('已删除「二」');
    expect(chosen(view)).to.equal('满意度调查');
    await view.press('Delete'); // the page's
    expect(stored()).to.deep.equal([template('一', '一')]);
    await view.press('Control', 'z');
    expect(stored()).to.deep.equal([template('一', '一'), template('二', '二')]);
    expect(events).to.deep.equal([]);
  });

  it('are removed with a small button, and come back with another', async () => {
    keep(template('一', '一'), template('二', '二'));
    const view = await withTemplates([]);
    await view.click('模板');
    await view.click('删除模板「一」');
    await view.click('删除模板「二」');
    expect(stored()).to.deep.equal([]);
    await view.press('Escape');
    await view.click('模板');
    expect(shown(view)).to.include('已删除「二」');
    await view.click('撤销', 'gridcell');
    expect(stored()).to.deep.equal([template('二', '二')]);
    await view.press('Escape');
    expect(view.focused).to.equal('模板');
  });

  for (const [refuses, why] of [
    ['writing', 'full'],
    ['all', 'closed'],
  ] as const)
    it(`are not saved where the storage is ${why}; it is said, and nothing is lost`, async () => {
      const view = await asked();
      storage.refuses = refuses;
      await view.write('回访');
      await view.press('Enter');
      expect(shown(view)).to.include('没有存下：这里不能保存');
      expect(view.announced).to.equal('没有存下：这里不能保存');
      expect(view.element.value).to.deep.equal(written);
      storage.refuses = 'nothing';
      await view.press('Enter');
      expect(stored()).to.have.nested.property('[0].name', '回访');
    });

  it('stay where they can’t be removed', async () => {
    keep(template('一', '一'));
    const view = await withTemplates([]);
    await view.click('模板');
    storage.refuses = 'writing';
    await view.press('Delete');
    expect(shown(view)).to.include('没有删掉：这里不能保存');
    expect(stored()).to.deep.equal([template('一', '一')]);
  });

  for (const foreign of ['{"v":2,"list":[]}', 'not json', '7'])
    it(`leave ${foreign} alone, which is not ours`, async () => {
      storage.writtenElsewhere(TEMPLATES_KEY, foreign);
      const view = await asked();
      await view.press('Enter');
      expect(shown(view)).to.include('没有存下');
      expect(storage.get(TEMPLATES_KEY)).to.equal(foreign);
    });

  it('keep entries that can’t be read', async () => {
    keep(null, { name: '以后的', value: { later: 1 } }, template('一', '一'));
    const view = await asked();
    await view.press('Enter');
    await view.click('模板');
    await view.press('Delete');
    expect(stored()).to.deep.equal([null, { name: '以后的', value: { later: 1 } }, template('一', '一')]);
  });
});
