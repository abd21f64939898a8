import { expect, html } from '@open-wc/testing';
import { bytesOf, textOfBytes } from '../../../support/bytes.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu, view as link } from '../../../support/messages.js';

const { HEAD, TAIL } = ComposerPage;
const filled = (value: unknown) => composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);

describe('the byte counters', () => {
  it('count what the platform counts: UTF-8 bytes', async () => {
    const view = await composer();
    expect(view.counter(HEAD)).to.equal('0 / 1024 字节');
    await view.type(HEAD, '您好a');
    expect(view.counter(HEAD)).to.equal(`${bytesOf('您好a')} / 1024 字节`);
    await view.type(TAIL, '🌱');
    expect(view.counter(TAIL)).to.equal('4 / 1024 字节');
  });

  it('have the limit of each field', async () => {
    const view = await filled(menu(click('满意', '101'), link('https://a.cn', '查')));
    await view.click('第 1 项，回复');
    await view.click('第 2 项，链接');
    const counterWhileIn = async (name: string): Promise<string> => {
      await view.click(name, 'textbox');
      await eventually(`a counter at ${name}`, () => view.counter(name));
      return view.counter(name);
    };
    expect(await counterWhileIn('第 1 项，回复，文字')).to.equal('6 / 128 字节');
    expect(await counterWhileIn('第 1 项，回复，菜单 ID')).to.equal('3 / 64 字节');
    expect(await counterWhileIn('第 2 项，链接，文字')).to.equal('3 / 1024 字节');
    expect(await counterWhileIn('第 2 项，链接，网址')).to.equal('12 / 2048 字节');
    expect(view.counter('第 1 项，回复，文字')).to.equal('');
  });

  it('say in words how much still fits, from 90 % on', async () => {
    const view = await filled({ head_content: textOfBytes(921), tail_content: textOfBytes(922) });
    expect(view.counter(HEAD)).to.equal('921 / 1024 字节');
    expect(view.counter(TAIL)).to.equal('还可写约 34 个汉字 · 922 / 1024 字节');
  });

  it('never promise a character too many, nor none at all', async () => {
    const view = await filled({ head_content: textOfBytes(1019), tail_content: textOfBytes(1022) });
    expect(view.counter(HEAD)).to.equal('还可写约 1 个汉字 · 1019 / 1024 字节');
    expect(view.counter(TAIL)).to.equal('1022 / 1024 字节');
  });

  it('do not count Han characters in an address or an id', async () => {
    const view = await filled(menu(link(`https://a.cn/${'a'.repeat(2030)}`)));
    await view.click('第 1 项，链接');
    await view.click('第 1 项，链接，网址', 'textbox');
    await eventually('a counter', () => view.counter('第 1 项，链接，网址'));
    expect(view.counter('第 1 项，链接，网址')).to.equal('2043 / 2048 字节');
    await view.type('第 1 项，链接，网址', 'aaaaaa');
    await view.press('Tab');
    expect(view.problem('第 1 项，链接，网址')).to.equal('超出 1 字节');
  });

  it('go on counting beyond the limit; typing is never cut off', async () => {
    const view = await filled({ head_content: textOfBytes(1024) });
    await view.click(HEAD, 'textbox');
    await view.press('Control', 'End');
    await view.write('好');
    expect(view.counter(HEAD)).to.equal('1027 / 1024 字节');
    expect(view.element.value.head_content).to.equal(`${textOfBytes(1024)}好`);
  });

  it('look different when the limit is near and when it is passed', async () => {
    const view = await filled({ head_content: textOfBytes(10), tail_content: textOfBytes(1000) });
    const colour = (name: string): string => {
      const counter = view.textbox(name).closest('section')?.querySelector('[part="counter"]') as Element;
      return getComputedStyle(counter).color;
    };
    const [calm, near] = [colour(HEAD), colour(TAIL)];
    view.element.value = { tail_content: textOfBytes(1025) };
    await view.settled();
    expect(new Set([calm, near, colour(TAIL)]).size).to.equal(3);
  });

  it('count the items too', async () => {
    const view = await filled(menu(click('一', '1'), click('二', '2')));
    expect(view.root.textContent).to.include('2 / 10');
  });
});
