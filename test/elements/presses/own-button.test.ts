import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../src/kf-product-card.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { B } from '../../support/customers.js';
import { centreOf } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';

beforeEach(asOnNewPage);

describe("the page's own 发送 (composer.send()), pressed as the chat has just become B's", () => {
  it('nothing goes to B, as with the composer’s own button', async () => {
    const view = await chat.panel(html`<kf-menu-composer readonly .value=${given}></kf-menu-composer>`);
    const { element, bridge } = view;
    const button = fixtureSync<HTMLButtonElement>(html`<button>发送</button>`);
    button.addEventListener('click', () => void element.send().catch(() => undefined));
    const position = centreOf(button);
    stopClock(5000);
    await chat.open(bridge, B);
    await sendMouse({ type: 'click', position });
    await aTimeout(100);
    expect(chat.sends.length).to.equal(0);
  });

  it('is for B once that can have been seen', async () => {
    const view = await chat.panel(html`<kf-menu-composer readonly .value=${given}></kf-menu-composer>`);
    const { element, bridge } = view;
    const button = fixtureSync<HTMLButtonElement>(html`<button>发送</button>`);
    button.addEventListener('click', () => void element.send().catch(() => undefined));
    await chat.open(bridge, B);
    stopClock(1100);
    await sendMouse({ type: 'click', position: centreOf(button) });
    await chat.reached(1);
  });
});
