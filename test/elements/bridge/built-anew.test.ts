import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-bridge.js';
import '../../../src/kf-menu-composer.js';
import '../../../src/kf-product-card.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { ask } from '../../support/ask.js';
import { card } from '../../support/card-page.js';
import { eventually } from '../../support/element-page.js';
import { inTouch, unanswered } from '../../support/in-touch.js';
import { product, text } from '../../support/messages.js';
import { rejection } from '../../support/rejection.js';
import { NumberedHost } from './numbered-host.js';

let host: NumberedHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new NumberedHost();
  bridge = await inTouch(html`<kf-bridge .host=${host}><p></p></kf-bridge>`);
});

const inside = ({ firstElementChild }: KfBridge): Element => firstElementChild as Element;

/** Another bridge to the same client, in the place of the first. */
async function builtAnew(): Promise<KfBridge> {
  bridge.remove();
  await aTimeout(0);
  return inTouch(html`<kf-bridge .host=${host}><p></p></kf-bridge>`);
}

describe('a bridge that is built anew', () => {
  it('knows what nobody knows the outcome of: asking again is that send', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const next = await builtAnew();
    expect(next.recordOf(text())).to.include({ phase: 'unknown' });
    await rejection(ask(inside(next), text()), 'timeout');
    expect(host.sends).to.have.length(1);
  });

  it("sends it again at the user's word", async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const next = await builtAnew();
    const repeated = ask(inside(next), text(), { repeats: next.recordOf(text())! });
    await host.reached(2);
    host.answerNth(2);
    expect(await repeated).to.include({ outcome: 'sent' });
  });

  it('hears a late answer to it', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const next = await builtAnew();
    host.answerNth(1);
    await eventually('it is sent', () => next.recordOf(text())?.phase === 'sent');
    expect(next.recordOf(text())).to.include({ isLate: true });
  });

  it('does not send it again for a press that came before it knew the customer', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    bridge.remove();
    await aTimeout(0);
    const next = fixtureSync<KfBridge>(html`<kf-bridge .host=${host}><p></p></kf-bridge>`);
    await rejection(ask(inside(next), text()), 'timeout');
    expect(next.recordOf(text())).to.include({ phase: 'unknown' });
    expect(host.sends).to.have.length(1);
  });

  it('knows what is still under way', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    const next = await builtAnew();
    const again = ask(inside(next), text());
    host.answerNth(1);
    expect(await again).to.equal(await sending);
    expect(host.sends).to.have.length(1);
    expect(next.recordOf(text())).to.include({ phase: 'sent' });
  });

  it('knows nothing of another customer, and nothing of what was sent and told', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const sending = ask(inside(bridge), text('told'));
    await host.reached(2);
    host.answerNth(2);
    await sending;
    const next = await builtAnew();
    expect(next.recordOf(text('told'))).to.equal(null);
    host.customerId = 'wmAnother';
    await next.reconnect();
    expect(next.recordOf(text())).to.equal(null);
  });
});

describe('two bridges to one customer', () => {
  it('ask the same question: an element that moves between them does not send again', async () => {
    const tea = product({ productId: 'moves' }).channelsShopProduct;
    const other = new NumberedHost({ customerId: host.customerId });
    const elsewhere = await inTouch(html`<kf-bridge .host=${other}></kf-bridge>`);
    const view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { host });
    await unanswered(view.element.closest('kf-bridge')!, () => view.element.send());
    await view.settled();
    elsewhere.append(view.element);
    await view.settled();
    expect(view.names('button')).to.deep.equal(['没有，重发']);
    await rejection(view.element.send(), 'timeout');
    expect([...host.sends, ...other.sends]).to.have.length(1);
  });
});

describe('a bridge for the page that is built anew', () => {
  it('is found by the elements outside of it', async () => {
    bridge.remove();
    const first = fixtureSync<KfBridge>(html`<kf-bridge scope="page" .host=${host}></kf-bridge>`);
    const composer = fixtureSync<HTMLElementTagNameMap['kf-menu-composer']>(
      html`<kf-menu-composer .value=${{ list: [{ type: 'click', click: { content: '满意' } }] }}></kf-menu-composer>`,
    );
    await first.ready;
    first.remove();
    await aTimeout(0);
    await inTouch(html`<kf-bridge scope="page" .host=${new NumberedHost()}></kf-bridge>`);
    const foot = (): string => composer.shadowRoot?.querySelector('footer')?.textContent ?? '';
    await eventually('it can send', () => /可以发送/.test(foot()));
  });
});
