import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { A, B } from '../../../support/customers.js';
import { record } from '../../../support/ask.js';
import { stopClock } from '../../../support/clock.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { centreOf, clickOn, eventually } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { click, menu } from '../../../support/messages.js';

/** The page's library clicks at the host, after the release, as often as the test lets it. */
const clickAt = (host: Element): boolean =>
  host.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));

describe('the click that a library of the page makes', () => {
  let client: SimulatedClient;
  let view: ComposerPage;
  const start = async (facts: Parameters<typeof simulateWeCom>[0]): Promise<void> => {
    client = simulateWeCom({ customerId: A, ...facts });
    const items = Array.from({ length: 10 }, (_, n) => click(`第 ${n} 项`, String(n)));
    view = await composer(html`<kf-menu-composer style="height: 300px" .value=${menu(...items)}></kf-menu-composer>`);
  };
  afterEach(() => client.restore());

  it("is one press together with the engine's own: 发文字 shows the text first", async () => {
    await start({ platform: 'mac' });
    await view.says(/改发文字/);
    await view.read();
    let made = 0;
    const onRelease = (): void => void (made++ || clickAt(view.element));
    document.addEventListener('mouseup', onRelease);
    await clickOn(view.button('发文字'));
    document.removeEventListener('mouseup', onRelease);
    await view.settled();
    expect([made, callsOf(client)]).to.deep.equal([1, 0]);
    await view.read();
    await clickOn(view.button('发文字'));
    await eventually('the text', () => client.sent.length === 1);
  });

  it('is as early as the press was: what began before a person could see the next customer sends them nothing', async () => {
    await start({});
    const button = view.button('发送');
    await sendMouse({ type: 'move', position: centreOf(button) });
    stopClock();
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled();
    const swallow = (event: MouseEvent): void => event.stopImmediatePropagation();
    view.root.addEventListener('click', swallow as EventListener, { capture: true, once: true });
    stopClock(400);
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    await new Promise(resolve => setTimeout(resolve));
    stopClock(120); // as late as such a click comes
    const events = record(view.element, ['kf-send']);
    clickAt(view.element);
    expect(events).to.deep.equal([]);
    stopClock(1000); // the next press is a new one
    await clickOn(view.button('发送'));
    expect(events.length).to.equal(1);
  });
});
