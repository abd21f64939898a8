import { expect, html } from '@open-wc/testing';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, view as link } from '../../../support/messages.js';

const { HEAD } = ComposerPage;
const start = menu(click('满意', '1'), link('https://a.cn', '看')).msgmenu;

/** Gives back what it hears, as v-model does: at once, or with the next microtask. */
const bind = ({ element }: ComposerPage, later: boolean): void =>
  element.addEventListener('input', () => {
    const heard = element.value;
    if (later) void Promise.resolve().then(() => (element.value = heard));
    else element.value = heard;
  });

describe('a framework that gives back what it hears', () => {
  for (const later of [false, true])
    describe(later ? 'a moment later' : 'at once', () => {
      let view: ComposerPage;
      beforeEach(async () => {
        view = await composer(html`<kf-menu-composer .value=${start}></kf-menu-composer>`);
        bind(view, later);
      });

      it('lets the user write on in the details', async () => {
        await view.click('第 2 项，链接');
        await view.type('第 2 项，链接，网址', '/bc');
        expect(view.element.value.list?.[1]).to.deep.equal(link('https://a.cn/bc', '看'));
        expect(view.focused).to.equal('第 2 项，链接，网址');
      });

      it('leaves the steps of undo', async () => {
        await view.type(HEAD, '您好');
        await view.click('撤销');
        expect(view.element.value).to.deep.equal(start);
        await view.click('重做');
        expect(view.element.value.head_content).to.equal('您好');
      });

      it('leaves a new item where it is, ready to be written', async () => {
        await view.add('链接');
        await view.write('新');
        await view.type('第 3 项，链接，网址', 'https://b.cn');
        expect(view.element.value.list?.[2]).to.deep.equal(link('https://b.cn', '新'));
      });
    });
});

describe('a page that sets things before the element is defined', () => {
  it('is heard: the name, too', async () => {
    const tag = 'late-menu-composer';
    const form = document.createElement('form');
    const element = document.createElement(tag) as KfMenuComposer;
    const set = { name: 'menu', draftKey: 'late', value: start, variables: { a: '1' }, disabled: true };
    Object.assign(element, set, { templates: [{ name: 't', value: start }] });
    form.append(element);
    document.body.append(form);
    (customElements.get('kf-menu-composer') as typeof KfMenuComposer).define(tag);
    await element.updateComplete;
    for (const [name, value] of Object.entries(set)) expect(element[name as 'name'], name).to.deep.equal(value);
    expect(element.templates.length).to.equal(1);
    element.disabled = false;
    if (element.form) expect(new FormData(form).get('menu')).to.equal(JSON.stringify(start));
    form.remove();
  });
});
