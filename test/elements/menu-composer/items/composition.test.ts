import { expect, html } from '@open-wc/testing';
import { textOfBytes } from '../../../support/bytes.js';
import { record } from '../../../support/ask.js';
import { compose } from '../../../support/compose.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, view as link } from '../../../support/messages.js';
import { skipIn } from '../../../support/engine.js';

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

describe('a composition whose end is never told', () => {
  const full = { head_content: textOfBytes(1024), ...menu(click('满意', '1')).msgmenu };
  const start = async (): Promise<ComposerPage> => {
    const view = await composer(html`<kf-menu-composer .value=${full}></kf-menu-composer>`);
    await view.click(HEAD, 'textbox');
    await view.press('Tab');
    return view;
  };

  /** What is said of a text of the page when it is tried to be sent. */
  const flagged = async (view: ComposerPage, bytes: number): Promise<string> => {
    view.element.value = { head_content: textOfBytes(bytes) };
    await view.settled();
    await view.element.send().catch(() => undefined);
    await view.settled();
    return view.problem(HEAD);
  };

  it('is over when the page sets another value', async () => {
    const view = await start();
    await compose(view, HEAD, 'hao');
    expect(await flagged(view, 1030)).to.match(/^超出 6 字节/);
  });

  it('is over when its field goes, and comes back', async () => {
    const view = await start();
    await compose(view, HEAD, 'hao');
    view.element.preview = 'only';
    await view.settled();
    view.element.preview = 'auto';
    await view.settled();
    expect(view.problem(HEAD)).to.match(/^超出 3 字节/);
  });

  it('is over when undo takes its item away', async () => {
    const view = await start();
    await view.add('回复');
    await compose(view, '第 2 项，回复，文字', 'hao');
    view.element.undo();
    view.element.undo();
    await view.settled();
    expect(view.items).to.deep.equal(['满意']);
    expect(await flagged(view, 1025)).to.match(/^超出 1 字节/);
  });

  it('is over when the field is left', async () => {
    const view = await start();
    await compose(view, HEAD, 'hao');
    view.textbox(HEAD).blur();
    await view.settled();
    expect(view.problem(HEAD)).to.match(/^超出 3 字节/);
  });

  skipIn({ 'webkit-wpe': 'Safari 16.0 does not say whether an input is a composition' }).it(
    'is over with an input of another kind',
    async () => {
      const view = await start();
      await compose(view, HEAD, 'hao');
      view.textbox(HEAD).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: false }));
      await view.settled();
      expect(view.problem(HEAD)).to.match(/^超出 3 字节/);
    },
  );
});
