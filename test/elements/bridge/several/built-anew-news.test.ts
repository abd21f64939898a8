import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { card } from '../../../support/card-page.js';
import { eventually } from '../../../support/element-page.js';
import { bridgeTo, inside, newBridge, unanswered } from '../../../support/in-touch.js';
import { product, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { sendBehind } from '../send-behind.js';
import { ManualHost } from '../../../support/manual-host.js';

const REFUSAL = { err_msg: 'sendChatMessage:fail no permission' };

let host: ManualHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await bridgeTo(host);
});

const phaseIn = (of: KfBridge): string => of.recordOf(text())?.phase ?? 'none';

async function takeOut(): Promise<void> {
  bridge.remove();
  await aTimeout(0);
}

/** Another bridge to the same client, in the place of the first. */
async function builtAnew(): Promise<KfBridge> {
  await takeOut();
  return bridgeTo(host);
}

describe('a refusal that comes after the panel was built anew', () => {
  it('is shown there', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    const next = await builtAnew();
    expect(phaseIn(next)).to.equal('handed-over');
    host.answerNth(1, REFUSAL);
    await rejection(sending, 'no-permission');
    expect(phaseIn(next)).to.equal('not-sent');
  });

  it('is shown there to a press that joined the send', async () => {
    void ask(inside(bridge), text());
    await host.reached(1);
    const next = await builtAnew();
    const joined = ask(inside(next), text());
    host.answerNth(1, REFUSAL);
    await rejection(joined, 'no-permission');
    expect(phaseIn(next)).to.equal('not-sent');
  });

  it('is shown there to a press that came while the new bridge connected', async () => {
    void ask(inside(bridge), text());
    await host.reached(1);
    await takeOut();
    const next = newBridge(host);
    const merged = ask(inside(next), text());
    await sendBehind(1, host, next);
    host.answerNth(1, REFUSAL);
    await rejection(merged, 'no-permission');
    expect(phaseIn(next)).to.equal('not-sent');
  });

  it('is said by a card that was pressed there', async () => {
    const tea = product({ productId: 'refused' });
    void ask(inside(bridge), tea);
    await host.reached(1);
    await takeOut();
    const view = await card(html`<kf-product-card .product=${tea.channelsShopProduct}></kf-product-card>`, { host });
    const joined = view.element.send();
    host.answerNth(1, REFUSAL);
    await rejection(joined, 'no-permission');
    await view.buttonSays('再试一次');
    expect(view.status).to.include('应用没有权限');
  });
});

describe('a panel that is built anew after a doubt', () => {
  it('does not ask about what the page has sent again since', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const again = bridge.send(text());
    await host.reached(2);
    host.answerNth(2);
    await again;
    expect(phaseIn(await builtAnew())).to.equal('none');
  });

  it('does not offer to retry what was repeated and arrived, though the first was refused then', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const doubt = bridge.recordOf(text())!;
    const again = ask(inside(bridge), text(), { repeats: doubt });
    await host.reached(2);
    host.answerNth(2);
    await again;
    host.answerNth(1, REFUSAL);
    await eventually('the refusal', () => doubt.phase === 'not-sent');
    expect(phaseIn(bridge)).to.equal('sent');
    expect(phaseIn(await builtAnew())).to.equal('none');
  });
});
