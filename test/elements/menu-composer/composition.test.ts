import { expect, html } from '@open-wc/testing';
import { textOfBytes } from '../../support/bytes.js';
import { record } from '../../support/ask.js';
import { compose } from '../../support/compose.js';
import { composer, ComposerPage } from '../../support/composer-page.js';
import { click, menu, view as link } from '../../support/messages.js';

const { HEAD } = ComposerPage;

describe('while an input method is at work', () => {
  const key = (view: ComposerPage, name: string, facts: KeyboardEventInit): boolean =>
    view
      .textbox(name)
      .dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...facts }));

  it('what is being composed is in the value at once', async () => {
    const view = await composer();
    const end = await compose(view, HEAD, 'n', 'ni', '你');
    expect(view.element.value).to.deep.equal({ head_content: '你' });
    await end();
    expect(view.element.value).to.deep.equal({ head_content: '你' });
  });

  it('the text in the field stays as the input method wrote it', async () => {
    const view = await composer();
    await compose(view, HEAD, 'ni hao');
    expect(view.textbox(HEAD).value).to.equal('ni hao');
  });

  it('nothing is flagged before it is done', async () => {
    const full = { head_content: textOfBytes(1024) };
    const view = await composer(html`<kf-menu-composer .value=${full}></kf-menu-composer>`);
    await view.click(HEAD, 'textbox');
    await view.press('Tab');
    const end = await compose(view, HEAD, 'h', 'hao');
    expect(view.problem(HEAD)).to.equal('');
    expect(view.textbox(HEAD).getAttribute('aria-invalid')).to.equal('false');
    await end();
    expect(view.problem(HEAD)).to.match(/^超出 3 字节/);
  });

  for (const [what, facts] of [
    ['isComposing', { isComposing: true }],
    ['the key code 229', { keyCode: 229 }],
  ] as [string, KeyboardEventInit][])
    describe(`as a key with ${what} says`, () => {
      let view: ComposerPage;
      beforeEach(async () => {
        const value = menu(click('满意', '1'), click('', '2'), link());
        view = await composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
      });

      it('Enter makes no item', async () => {
        key(view, '第 1 项，回复，文字', { key: 'Enter', ...facts });
        await view.settled();
        expect(view.items.length).to.equal(3);
      });

      it('Backspace removes none', async () => {
        key(view, '第 2 项，回复，文字', { key: 'Backspace', ...facts });
        await view.settled();
        expect(view.items.length).to.equal(3);
      });

      it('Alt with an arrow moves none', async () => {
        key(view, '第 1 项，回复，文字', { key: 'ArrowDown', altKey: true, ...facts });
        await view.settled();
        expect(view.items[0]).to.equal('满意');
      });

      it('Ctrl+Enter sends nothing, and flags nothing', async () => {
        const events = record(view.element, ['kf-send', 'kf-error']);
        key(view, '第 1 项，回复，文字', { key: 'Enter', ctrlKey: true, ...facts });
        await view.settled();
        expect(events.length).to.equal(0);
        expect(view.problem('第 2 项，回复，文字')).to.equal('');
      });
    });
});
