import { expect, html } from '@open-wc/testing';
import type { MsgMenu } from '../../../../src/core/index.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { complaints } from '../../../support/accessible.js';
import { record, typesOf } from '../../../support/ask.js';
import { textOfBytes } from '../../../support/bytes.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { clickOn, eventually, nameOf } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu, page, view as link } from '../../../support/messages.js';
import { clearPage } from '../../../support/page.js';
import { rejection } from '../../../support/rejection.js';

const { HEAD, TAIL } = ComposerPage;
const ORDER = '订单号';
const order: MsgMenu = {
  head_content: '{{客户称呼}}您好，订单 {{订单号}} 已签收。您对本次服务是否满意呢?',
  list: [click('满意', '1'), link('https://shop.example.com/orders/{{订单号}}', '查看 {{订单号}}')],
};
const start = (value: unknown, variables: Record<string, string> = {}) =>
  composer(html`<kf-menu-composer .value=${value} .variables=${variables}></kf-menu-composer>`);
const codes = ({ element }: ComposerPage) => element.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
const chips = ({ root }: ComposerPage, look = 'chip'): string[] =>
  Array.from(root.querySelectorAll(`[part~="${look}"]`), chip => chip.textContent ?? '');

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom()));
afterEach(() => {
  client.restore();
  clearPage();
});

describe('a message with variables', () => {
  it('is sent filled in, encoded in addresses; the value stays as it was written', async () => {
    const value = { ...order, list: [...(order.list ?? []), page('pages/order.html?no={{订单号}}')] };
    const view = await start(value, { 客户称呼: '王女士', 订单号: 'A&1 号' });
    expect(view.element.value).to.deep.equal(value);
    expect(view.element.issues).to.deep.equal([]);
    await view.click('发送');
    await view.says(/^已发送/);
    const msgmenu = {
      head_content: '王女士您好，订单 A&1 号 已签收。您对本次服务是否满意呢?',
      list: [
        click('满意', '1'),
        link('https://shop.example.com/orders/A%261%20%E5%8F%B7', '查看 A&1 号'),
        page('pages/order.html?no=A%261%20%E5%8F%B7'),
      ],
    };
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu }]);
    expect(view.element.message.msgmenu).to.deep.equal(msgmenu);
    expect(view.element.value).to.deep.equal(value);
  });

  it('is current in the tick in which the page sets the values, and fires nothing', async () => {
    const view = await start({ head_content: '{{a}}' });
    const events = record(view.element, ['input', 'change', 'kf-error']);
    view.element.variables = { a: '甲' };
    expect(view.element.message.msgmenu).to.deep.equal({ head_content: '甲' });
    expect(codes(view)).to.deep.equal(['empty-menu msgmenu']);
    view.element.variables = {};
    expect(view.element.message.msgmenu).to.deep.equal({ head_content: '{{a}}' });
    expect(codes(view)).to.deep.equal(['empty-menu msgmenu', 'variable-missing msgmenu.head_content']);
    expect(events).to.deep.equal([]);
  });

  it('has its limits checked, counted and mended filled in', async () => {
    const view = await start({ head_content: `{{a}}${textOfBytes(1000)}{{a}}` }, { a: '一二三四五六七八' });
    expect(view.counter(HEAD)).to.contain('填入后 1048 / 1024 字节');
    expect(view.counter(TAIL)).not.to.contain('填入后');
    await view.click('发送');
    expect(view.problem(HEAD)).to.equal('超出 24 字节');
    await view.click('截掉末尾 5 个字');
    expect(view.element.value.head_content).to.equal(`{{a}}${textOfBytes(1000)}`);
    expect(view.status).not.to.contain('处要改');
  });

  it('is no longer the one that was sent when the page gives another value', async () => {
    const view = await start({ ...order, head_content: '{{客户称呼}}' }, { 客户称呼: '王女士', 订单号: '1' });
    await view.click('发送');
    await view.says(/^已发送/);
    view.element.variables = { 客户称呼: '王女士', 订单号: '1', 别的: 'x' };
    await view.settled();
    expect(view.names('button')).to.include('再发一次');
    view.element.variables = { 客户称呼: '王女士', 订单号: '2' };
    await view.settled();
    expect(view.names('button')).to.include('发送');
  });

  it('goes as text where no menu can, with values that are never read as variables', async () => {
    client.restore();
    client = simulateWeCom({ platform: 'mac' });
    const view = await start(order, { 客户称呼: '{{订单号}}', 订单号: '7' });
    const content =
      '{{订单号}}您好，订单 7 已签收。您对本次服务是否满意呢?\n1. 满意\n2. 查看 7 https://shop.example.com/orders/7';
    expect(view.lines).to.deep.equal([content]);
    const before = view.status;
    expect(chips(view)).to.deep.equal([]);
    await view.click('发文字');
    await eventually('an answer', () => view.status !== before);
    if (/再按一次就发$/.test(view.status)) await view.click('发文字'); // a low window showed the text only then
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'text', text: { content } }]);
  });
});

describe('a variable without a value', () => {
  const blank = () => start(order, { 客户称呼: '王女士', 订单号: ' ' });

  it('is said before anyone tries, and quietly', async () => {
    const view = await blank();
    await view.says('「订单号」还没有值 现在填写');
    expect(view.root.querySelector('footer .error')).to.equal(null);
    expect(view.problem(HEAD)).to.equal('');
    expect(view.root.querySelector('.problem')).to.equal(null);
    await view.click('「订单号」还没有值 现在填写');
    expect(view.focused).to.equal(ORDER);
  });

  it('stops the send, says which one it is, and leads there', async () => {
    const view = await blank();
    const events = record(document);
    await view.click('发送');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(client.sent).to.deep.equal([]);
    expect(view.status).to.equal('「订单号」还没有值 现在填写');
    expect(view.root.querySelector('footer .error')).not.to.equal(null);
    expect(view.focused).to.equal(ORDER);
    expect(view.problem(ORDER)).to.equal('「订单号」还没有值');
  });

  it('is filled in and sent without leaving the keyboard', async () => {
    const view = await blank();
    view.element.focus();
    await view.press('Control', 'Enter');
    await view.write('2026');
    await view.says('可以发送');
    await view.press('Control', 'Enter');
    await view.says(/^已发送/);
    expect(client.sent[0]).to.have.nested.property(
      'msgmenu.head_content',
      '王女士您好，订单 2026 已签收。您对本次服务是否满意呢?',
    );
    expect(view.element.value).to.deep.equal(order);
  });

  it('stops send() too, with an issue for each text that has it', async () => {
    const view = await blank();
    const error = await rejection(view.element.send(), 'invalid-message');
    expect(error.issues?.map(({ code, severity, path }) => [code, severity, path.join('.')])).to.deep.equal([
      ['variable-missing', 'error', 'msgmenu.head_content'],
      ['variable-missing', 'error', 'msgmenu.list.1.view.url'],
      ['variable-missing', 'error', 'msgmenu.list.1.view.content'],
    ]);
    expect(client.sent).to.deep.equal([]);
  });

  it('is the only thing that is said of its text', async () => {
    const view = await start(menu(link('{{a}}', '{{a}}'), page('{{a}}'), click('好', '1'), click('坏', '{{a}}')));
    expect(codes(view).filter(code => !code.startsWith('variable-missing'))).to.deep.equal([]);
  });

  it('counts among other problems', async () => {
    const view = await start(menu(click('{{a}}', '1'), click('', '2')));
    await view.click('发送');
    expect(view.status).to.equal('2 处要改 下一处：「a」还没有值');
    expect(view.focused).to.equal('a');
  });

  it('can be inherited by nobody: {{constructor}} has no value', async () => {
    const view = await start({ head_content: '{{constructor}}{{__proto__}}{{toString}}' });
    expect(codes(view)).to.include('variable-missing msgmenu.head_content');
    expect(view.element.message.msgmenu.head_content).to.equal('{{constructor}}{{__proto__}}{{toString}}');
  });
});

describe('a variable without a value, before a send was tried', () => {
  const problems = ({ root }: ComposerPage): number => root.querySelectorAll('[part="problem"]').length;
  const invalid = ({ root }: ComposerPage): number => root.querySelectorAll('[aria-invalid="true"]').length;

  it('is said once, by the foot', async () => {
    const view = await composer(
      html`<kf-menu-composer .templates=${[{ name: '订单', value: order }]}></kf-menu-composer>`,
    );
    await view.click('发送');
    await view.click('模板');
    await view.press('Enter');
    await view.click(TAIL, 'textbox'); // the head text is left
    expect(view.status).to.equal('「客户称呼」还没有值 现在填写');
    expect([problems(view), invalid(view)]).to.deep.equal([0, 0]);
    await view.click(ORDER, 'textbox');
    await view.press('Tab');
    expect([problems(view), invalid(view)]).to.deep.equal([0, 0]);
  });

  skipIn({ webkit: 'it does not say how a placeholder looks' }).it('has a field that waits in amber', async () => {
    const view = await start(order);
    const { color } = getComputedStyle(view.textbox(ORDER), '::placeholder');
    expect(color).to.equal('rgb(138, 87, 0)');
  });

  it('is said at its own field when one was, and at no text that has it', async () => {
    const view = await start(order, { 客户称呼: '王女士' });
    await view.click('发送');
    expect([problems(view), invalid(view)]).to.deep.equal([1, 1]);
    expect(view.problem(ORDER)).to.equal('「订单号」还没有值');
    expect(view.textbox(ORDER).placeholder).to.equal('');
    await view.type(ORDER, '1');
    expect([problems(view), invalid(view)]).to.deep.equal([0, 0]);
  });
});

describe('very many variables', () => {
  const names = (count: number, text: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => text(n)).join('');

  it('of the page are listed up to a number, and it is said how many more there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`n${n}`, 'x']));
    const view = await start({ head_content: '{{n99999}}' }, many);
    expect(view.element.message.msgmenu.head_content).to.equal('x');
    await clickOn(view.all('button').find(button => nameOf(button) === '插入变量') as HTMLElement);
    await view.settled();
    expect(view.names('menuitem').length).to.equal(101);
    expect(view.names('menuitem').pop()).to.equal('另有 99900 个变量没有列出');
  });

  it('in a text have rows and chips up to a number', async () => {
    const view = await start({ head_content: names(5000, n => `{{${n}}}`) });
    const section = view.get('region', '变量');
    expect(section.querySelectorAll('input').length).to.equal(200);
    expect(section.textContent).to.include('另有 4800 个变量没有列出');
    expect(chips(view).length).to.be.below(501);
    expect(view.lines[0]).to.equal(names(5000, n => `{{${n}}}`));
  });
});

describe('variables in sight', () => {
  it('are chips in the preview: those with a value, and those without', async () => {
    const view = await start(order, { 客户称呼: '王女士' });
    expect(view.lines[0]).to.equal(order.head_content?.replace('{{客户称呼}}', '王女士'));
    expect(chips(view)).to.deep.equal(['王女士', '{{订单号}}', '{{订单号}}']);
    expect(chips(view, 'blank')).to.deep.equal(['{{订单号}}', '{{订单号}}']);
    await view.type(ORDER, '1');
    expect(chips(view, 'blank')).to.deep.equal([]);
    expect(chips(view)).to.deep.equal(['王女士', '1', '1']);
  });

  it('say on hover and focus what they stand for', async () => {
    const view = await start(order, { 客户称呼: '王女士' });
    const about = (): string[] =>
      Array.from(view.root.querySelectorAll<HTMLElement>('.bubble .chip'), chip => chip.dataset['about'] ?? '');
    expect(about()).to.deep.equal(['客户称呼 · 来自页面', '「订单号」还没有值', '「订单号」还没有值']);
    await view.type(ORDER, '1');
    expect(about()[1]).to.equal('订单号 · 手动填写');
    const [first] = view.root.querySelectorAll<HTMLElement>('.bubble .chip');
    expect(getComputedStyle(first as Element, '::after').content).to.equal('none');
    first?.focus();
    const { content } = getComputedStyle(first as Element, '::after');
    expect(content).to.be.oneOf(['"客户称呼 · 来自页面"', 'attr(data-about)'], 'Firefox names the attribute');
  });

  it('have a part of their own, only those in use', async () => {
    const view = await start({ head_content: '您好' }, { 客户称呼: '王女士', 快递: '1' });
    expect(view.has('region', '变量')).to.be.false;
    await view.type(TAIL, '{{客户称呼}} {{订单号}}');
    const rows = Array.from(view.get('region', '变量').querySelectorAll('.variable'), row =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal(['客户称呼 王女士 来自页面', '订单号']);
    expect(view.names('textbox')).to.include(ORDER).and.not.to.include('客户称呼');
  });

  for (const theme of ['light', 'dark'])
    it(`please axe (${theme})`, async () => {
      const view = await start(order, { 客户称呼: '王女士' });
      view.element.theme = theme as 'light' | 'dark';
      await view.click('发送');
      expect(await complaints(view.element)).to.deep.equal([]);
      view.element.focus();
      await view.press('Shift', 'Tab');
      await view.press('Enter');
      expect(view.all('menu')).to.have.length(1);
      expect(await complaints(view.element)).to.deep.equal([]);
    });

  it('are as the page gave them when it reads them back, in a copy', async () => {
    const view = await start({}, { a: '1' });
    const read = view.element.variables;
    expect(read).to.deep.equal({ a: '1' });
    read.a = '2';
    expect(view.element.variables).to.deep.equal({ a: '1' });
    for (const odd of [null, undefined, 7, 'text']) {
      view.element.variables = odd as never;
      expect(view.element.variables).to.deep.equal({});
    }
  });
});
