import { expect, html } from '@open-wc/testing';
import { composer } from '../../../support/composer-page.js';
import { click, menu } from '../../../support/messages.js';

const items = (count: number) => menu(...Array.from({ length: count }, (_, at) => click(`第${at}`, String(at))));

describe('how many items, and which', () => {
  it('are ten by default: then neither the button nor Enter makes another', async () => {
    const view = await composer(html`<kf-menu-composer .value=${items(9)}></kf-menu-composer>`);
    await view.add('回复');
    await view.press('Enter');
    expect(view.items.length).to.equal(10);
    expect(view.button('添加回复').disabled).to.be.true;
  });

  it('are as many as max-items says', async () => {
    const view = await composer(html`<kf-menu-composer max-items="2" .value=${items(1)}></kf-menu-composer>`);
    await view.add('链接');
    expect(view.button('添加小程序').disabled).to.be.true;
    expect(view.root.textContent).to.include('2 / 2');
  });

  it('may be more when they came that way, and then have to be fewer', async () => {
    const view = await composer(html`<kf-menu-composer max-items="2" .value=${items(3)}></kf-menu-composer>`);
    expect(view.items.length).to.equal(3);
    expect(view.element.issues).to.deep.equal([
      { code: 'too-many-items', severity: 'error', path: ['msgmenu', 'list'], limit: 2, actual: 3 },
    ]);
    await view.choose(1, '删除');
    expect(view.element.issues).to.deep.equal([]);
  });

  it('may be more than ten where the page says so, and are sent', async () => {
    const view = await composer(html`<kf-menu-composer max-items="12" .value=${items(11)}></kf-menu-composer>`);
    expect(view.element.issues).to.deep.equal([]);
    expect(view.button('添加回复').disabled).to.be.false;
  });

  it('are of the kinds that the attribute names', async () => {
    const view = await composer(html`<kf-menu-composer kinds="click view"></kf-menu-composer>`);
    expect(view.names('button').filter(name => name.startsWith('添加'))).to.deep.equal(['添加回复', '添加链接']);
  });

  it('are of the kinds that the property names, and can be changed into those only', async () => {
    const view = await composer(html`<kf-menu-composer .kinds=${['view']} .value=${items(1)}></kf-menu-composer>`);
    await view.click('第 1 项，回复，更多');
    const entries = view.names('menuitem').filter(name => name.startsWith('改为'));
    expect(entries).to.deep.equal(['改为链接']);
  });

  it('leave an item of another kind as it is', async () => {
    const view = await composer(html`<kf-menu-composer kinds="view" .value=${items(1)}></kf-menu-composer>`);
    expect(view.element.value).to.deep.equal(items(1).msgmenu);
    expect(view.items).to.deep.equal(['第0']);
  });
});
