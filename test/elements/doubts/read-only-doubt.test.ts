import { expect, html } from '@open-wc/testing';
import { chat, given } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { eventually } from '../../support/element-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

describe('a read-only composer that the page sends by its own button; the client did not answer once', () => {
  it('has the buttons that answer', async () => {
    const view = await chat.panel(html`<kf-menu-composer readonly .value=${given}></kf-menu-composer>`);
    const { element, bridge } = view;
    bridge.timeout = 60;
    await element.send().catch(() => undefined);
    bridge.timeout = 30_000;
    await view.settled();
    expect(view.names('button')).to.include.members(['已经有了', '没有，重发']);
    await view.read();
    await view.click('没有，重发');
    await chat.reached(2);
  });

  it('has none where it is disabled', async () => {
    const view = await chat.panel(html`<kf-menu-composer disabled .value=${given}></kf-menu-composer>`);
    const { element, bridge } = view;
    element.disabled = false;
    bridge.timeout = 60;
    await element.send().catch(() => undefined);
    element.disabled = true;
    await view.settled();
    expect(view.names('button')).to.not.include('没有，重发');
  });

  it('has them where the page locks it from kf-send to kf-sent', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('kf-send', () => (element.readOnly = true));
    element.addEventListener('kf-sent', () => (element.readOnly = false));
    bridge.timeout = 60;
    await view.type(HEAD, '给 A');
    await view.read();
    await view.press('Control', 'Enter');
    await eventually('the doubt', () => /不确定|没有回音|没有回应|核对|确认/.test(view.status));
    expect(view.names('button')).to.include('已经有了');
  });
});
