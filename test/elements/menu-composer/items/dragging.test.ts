import { expect, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { simulateWeCom } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { Drag, drag, withoutMotion } from '../../../support/dragging.js';
import { eventually } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const four = menu(click('满意', '1'), click('不满意', '2'), link('https://a.cn', '三'), page('a.html', '四'));
const filled = () => composer(html`<kf-menu-composer .value=${four}></kf-menu-composer>`);

describe('dragging', () => {
  withoutMotion();
  let view: ComposerPage;
  beforeEach(async () => (view = await filled()));

  it('shows where the item would go, before it is dropped', async () => {
    const rows = Array.from(view.root.querySelectorAll<HTMLElement>('.item'));
    const heights = rows.map(({ offsetHeight }) => offsetHeight);
    const hand = new Drag(view, 3);
    await hand.lift();
    await hand.to(2);
    await eventually(
      'the second row makes room',
      () => rows[1]?.style.transform === `translateY(${heights[2] ?? 0}px)`,
    );
    expect(rows[0]?.style.transform).to.equal('');
    expect(rows[3]?.style.transform).to.equal('');
    expect(view.items).to.deep.equal(['满意', '不满意', '三', '四']);
    await hand.drop();
    expect(rows.map(({ style }) => style.transform)).to.deep.equal(['', '', '', '']);
    expect(hand.lifted).to.be.null;
  });

  skipIn({ webkit: 'its driver can not set prefers-reduced-motion' }).it(
    'lets the row glide into its place, where the user likes motion',
    async () => {
      await emulateMedia({ reducedMotion: 'no-preference' });
      const hand = new Drag(view, 2);
      await hand.lift();
      await hand.by(60);
      const glided: (EventTarget | null)[] = [];
      view.root.addEventListener('transitionrun', ({ target }) => glided.push(target));
      await hand.drop();
      expect(view.items).to.deep.equal(['满意', '三', '不满意', '四']);
      await eventually('a glide', () => glided.includes(view.root.querySelectorAll('.item')[2] ?? null));
      await emulateMedia({ reducedMotion: 'reduce' });
    },
  );

  it('lifts the row 6 pixels', async () => {
    const hand = new Drag(view, 2);
    await hand.lift();
    await hand.to(2);
    await eventually('it is there', () => hand.lifted?.style.transform === 'translateY(-6px)');
    await hand.drop();
  });

  it('moves an open item over closed ones, and back', async () => {
    await view.click('第 4 项，小程序');
    await drag(view, 4, 2);
    expect(view.items).to.deep.equal(['满意', '四', '不满意', '三']);
    await drag(view, 2, 3);
    expect(view.items).to.deep.equal(['满意', '不满意', '四', '三']);
    expect(view.textbox('第 3 项，小程序，AppID').value).to.equal('wx123123123123123');
  });

  it('moves a closed item over an open one', async () => {
    await view.click('第 2 项，回复');
    await drag(view, 1, 2);
    expect(view.items).to.deep.equal(['不满意', '满意', '三', '四']);
  });

  it('works from right to left', async () => {
    view.element.dir = 'rtl';
    await drag(view, 3, 1);
    expect(view.items).to.deep.equal(['三', '满意', '不满意', '四']);
  });

  it('keeps the focus in the details of an item that moves', async () => {
    await view.click('第 3 项，链接');
    await view.click('第 3 项，链接，网址', 'textbox');
    await drag(view, 3, 1);
    expect(view.focused).to.equal('第 1 项，链接，网址');
  });

  it('keeps the focus and the caret in the text that they are in', async () => {
    await view.click('第 2 项，回复，文字', 'textbox');
    await view.press('Home');
    await view.press('ArrowRight');
    await drag(view, 2, 4);
    expect(view.focused).to.equal('第 4 项，回复，文字');
    await view.write('很');
    expect(view.items).to.deep.equal(['满意', '三', '四', '不很满意']);
    await drag(view, 1, 2);
    await view.write('常');
    expect(view.items).to.deep.equal(['三', '满意', '四', '不很常满意']);
  });

  it('takes no focus where there was none: on a phone, no keyboard comes up', async () => {
    await drag(view, 2, 4);
    expect(view.items).to.deep.equal(['满意', '三', '四', '不满意']);
    expect(view.focused).to.equal('');
  });

  it('is for pointers: nobody else hears of the grips', () => {
    const grips = Array.from(view.root.querySelectorAll('.grip'));
    expect(grips.map(grip => grip.getAttribute('aria-hidden'))).to.deep.equal(['true', 'true', 'true', 'true']);
    expect(grips.some(grip => grip.matches('[tabindex], button'))).to.be.false;
  });

  it('is not there where nothing can be edited', async () => {
    view.element.readOnly = true;
    await view.settled();
    expect(view.root.querySelector('.grip, .number')).to.be.null;
    view.element.readOnly = false;
    view.element.disabled = true;
    await view.settled();
    expect(view.root.querySelector('.grip, .number')).to.be.null;
  });

  it('waits while a message is being sent', async () => {
    const client = simulateWeCom();
    await view.bridge.reconnect();
    view.bridge.timeout = 60_000;
    client.failNext('sendChatMessage', 'never');
    await view.click('发送');
    await view.says(/^正在发送/);
    const hand = new Drag(view, 2);
    await hand.take();
    await hand.to(4);
    await hand.drop();
    client.restore();
    expect(view.items).to.deep.equal(['满意', '不满意', '三', '四']);
  });

  it('leaves a composition alone', async () => {
    const box = view.textbox('第 1 项，回复，文字');
    box.focus();
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    await view.settled();
    const hand = new Drag(view, 2);
    await hand.take();
    await hand.to(4);
    await hand.drop();
    expect(view.items).to.deep.equal(['满意', '不满意', '三', '四']);
    expect(view.focused).to.equal('第 1 项，回复，文字');
  });
});
