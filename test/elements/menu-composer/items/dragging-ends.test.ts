import { expect, html } from '@open-wc/testing';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { Drag, withoutMotion } from '../../../support/dragging.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu } from '../../../support/messages.js';

const three = menu(click('一', '1'), click('二', '2'), click('三', '3'));

describe('a drag ends without an edit', () => {
  withoutMotion();
  let view: ComposerPage;
  let hand: Drag;
  const start = async (): Promise<void> => {
    view = await composer(html`<kf-menu-composer .value=${three}></kf-menu-composer>`);
    hand = new Drag(view, 1);
    await hand.lift();
    await hand.to(3);
  };
  const isOver = async (): Promise<void> => {
    await eventually('the row is put down', () => !view.root.querySelector('.lifted, .sorting'));
    await hand.drop();
    expect(view.items).to.deep.equal(['一', '二', '三']);
    expect(view.button('撤销').disabled).to.be.true;
    expect(Array.from(view.root.querySelectorAll('li'), ({ style }) => style.transform)).to.deep.equal(['', '', '']);
  };

  it('with Escape, which does nothing else', async () => {
    await start();
    let heard = 0;
    const count = (): number => heard++;
    document.addEventListener('keydown', count);
    await view.press('Escape');
    document.removeEventListener('keydown', count);
    await isOver();
    expect(heard).to.equal(0);
  });

  it('when the browser takes the pointer away', async () => {
    await start();
    const grip = view.root.querySelector('.grip') as Element;
    grip.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, composed: true }));
    await isOver();
  });

  it('when the window loses the focus', async () => {
    await start();
    window.dispatchEvent(new Event('blur'));
    await isOver();
  });

  it('when the page sets another value', async () => {
    await start();
    view.element.value = menu(click('新', '1'), click('的', '2'));
    await eventually('the row is put down', () => !view.root.querySelector('.lifted, .sorting'));
    await hand.drop();
    expect(view.items).to.deep.equal(['新', '的']);
  });

  it('when it must not be edited any more', async () => {
    await start();
    view.element.readOnly = true;
    await view.settled();
    view.element.readOnly = false;
    await view.settled();
    await isOver();
  });

  it('when the element is moved to another place', async () => {
    await start();
    const { parentElement } = view.element;
    parentElement?.append(view.element);
    await isOver();
  });

  it('when the element is removed', async () => {
    await start();
    const { parentElement } = view.element;
    view.element.remove();
    await hand.drop();
    parentElement?.append(view.element);
    await view.settled();
    await isOver();
  });

  it('when the list is gone', async () => {
    await start();
    view.element.preview = 'only';
    await view.settled();
    await hand.drop();
    view.element.preview = 'auto';
    await view.settled();
    await isOver();
  });
});
