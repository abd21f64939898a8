import { aTimeout, expect, html } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { asOnNewPage } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

/** The panel of docs/frameworks/vue.md for Vue 2 in a form: the value goes in as JSON, and comes back with `input`. */
async function vue2(): Promise<{ view: ComposerPage; form: HTMLFormElement }> {
  const view = await chat.panel(html`<form><kf-menu-composer name="menu" value="{}"></kf-menu-composer></form>`);
  const { element } = view;
  element.addEventListener('input', () => {
    const text = JSON.stringify(element.value);
    void Promise.resolve().then(() => element.setAttribute('value', text));
  });
  return { view, form: element.closest('form') as HTMLFormElement };
}

describe('the panel of the docs for Vue 2, in a form with a button 重置', () => {
  it("in B's chat it does not bring A's text", async () => {
    const { view, form } = await vue2();
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(60_000);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('');
    form.reset();
    await view.settled();
    expect(headOf(view)).to.equal('');
  });

  it('nor where the page resets its form for each customer', async () => {
    const { view, form } = await vue2();
    view.bridge.addEventListener('kf-ready', () => form.reset());
    await view.type(HEAD, '王女士，您的手机号是 13812345678');
    stopClock(60_000);
    await chat.open(view.bridge, B);
    await view.settled();
    expect(headOf(view)).to.equal('');
    await chat.open(view.bridge, A);
    await aTimeout(20);
    await view.settled();
  });
});
