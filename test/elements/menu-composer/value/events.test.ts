import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record, typesOf } from '../../../support/ask.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page } from '../../../support/messages.js';

const { HEAD, TAIL } = ComposerPage;

describe('input and change', () => {
  let view: ComposerPage;
  let events: Event[];
  beforeEach(async () => {
    const value = menu(click('一', '1'), click('二', '2'));
    view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
    events = record(document.body, ['input', 'change']);
  });
  const heard = (): string[] => typesOf(events.splice(0));

  it('come as with a native control: input with each key, change when the field is left', async () => {
    await view.type(HEAD, 'ab');
    expect(heard()).to.deep.equal(['input', 'input']);
    await view.click(TAIL, 'textbox');
    expect(heard()).to.deep.equal(['change']);
  });

  it('come from the element itself', async () => {
    await view.type(HEAD, 'a');
    await view.press('Tab');
    expect(events.length).to.equal(2);
    expect(events.every(({ target }) => target === view.element)).to.be.true;
  });

  it('find the new value there already', async () => {
    const values: unknown[] = [];
    view.element.addEventListener('input', () => values.push(view.element.value.head_content));
    await view.type(HEAD, 'ab');
    expect(values).to.deep.equal(['a', 'ab']);
  });

  it('do not come where nothing changed', async () => {
    await view.click(HEAD, 'textbox');
    await view.press('Tab');
    expect(heard()).to.deep.equal([]);
  });

  for (const [what, act] of [
    ['adds an item', () => view.add('回复')],
    ['removes one', () => view.choose(1, '删除')],
    ['moves one', () => view.choose(1, '下移')],
    ['changes its kind', () => view.choose(1, '改为链接')],
  ] as [string, () => Promise<void>][])
    it(`come once each when the user ${what}`, async () => {
      await act();
      expect(heard()).to.deep.equal(['input', 'change']);
    });

  it('come once each with undo and with redo', async () => {
    await view.choose(1, '删除');
    heard();
    await view.click('撤销');
    expect(heard()).to.deep.equal(['input', 'change']);
    await view.click('重做');
    expect(heard()).to.deep.equal(['input', 'change']);
  });

  it('come once each with a mend', async () => {
    const client: SimulatedClient = simulateWeCom();
    await view.bridge.reconnect();
    view.element.value = menu(page('pages/index')).msgmenu;
    await view.settled();
    await view.click(view.status);
    await view.click('补上 .html');
    client.restore();
    expect(heard()).to.deep.equal(['input', 'change']);
  });

  it('do not come when there is nothing to take back', async () => {
    view.element.undo();
    view.element.redo();
    expect(heard()).to.deep.equal([]);
  });

  it('do not come when an item is at the end already', async () => {
    await view.click('第 2 项，回复，文字', 'textbox');
    await view.press('Alt', 'ArrowDown');
    expect(heard()).to.deep.equal([]);
  });
});
