import { aTimeout, expect } from '@open-wc/testing';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { button, controlled } from './pages.js';

const { HEAD } = ComposerPage;

describe('the panel of docs/frameworks (React 18 with @lit/react, Preact), with a button that sets a state of its own', () => {
  it("pressed in B's chat half a minute later: what was typed for A is not in B's chat", async () => {
    const view = await chat.panel();
    const { render } = controlled(view);
    const press = button(view, render);
    stopClock(5000);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(5000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(31_000);
    await press();
    expect(headOf(view)).to.equal('');
  });

  it("pressed in B's chat, and then in A's: A's text is A's", async () => {
    const view = await chat.panel();
    const { render } = controlled(view);
    const press = button(view, render);
    stopClock(5000);
    await view.type(HEAD, '给 A');
    stopClock(5000);
    await chat.open(view.bridge, B);
    await view.settled();
    stopClock(31_000);
    await view.type(HEAD, '给 B');
    stopClock(31_000);
    await chat.open(view.bridge, A);
    await view.settled();
    stopClock(31_000);
    await press();
    expect(headOf(view)).to.equal('给 A');
  });
});

describe('the panel of docs/frameworks, whose composer stands in one of two tabs (`{tab === 0 && <kf-menu-composer …/>}`)', () => {
  it("another tab and back in B's chat: what was typed for A is not there", async () => {
    const view = await chat.panel();
    const { bridge } = view;
    let menu = view.element.value;
    view.element.addEventListener('input', () => (menu = view.element.value));
    stopClock(5000);
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(5000);
    await chat.open(bridge, B);
    await view.settled();
    const place = view.element.parentElement as HTMLElement;
    view.element.remove();
    await aTimeout(20);
    const element: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), { value: menu });
    place.append(element);
    const back = new ComposerPage(element);
    await back.settled();
    expect(headOf(back)).to.equal('');
  });
});
