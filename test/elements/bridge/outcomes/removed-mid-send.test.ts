import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-product-card.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { record, typesOf } from '../../../support/ask.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { product } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const tea = product({ imgUrl: 'http://127.0.0.1/none', shopImgUrl: 'http://127.0.0.1/none' });

let host: ManualHost;
let bridge: KfBridge;
let card: KfProductCard;
beforeEach(async () => {
  await asOnNewPage();
  host = new ManualHost();
  bridge = fixtureSync<KfBridge>(html`
    <kf-bridge .host=${host}>
      <kf-product-card .product=${tea.channelsShopProduct}></kf-product-card>
    </kf-bridge>
  `);
  card = bridge.querySelector('kf-product-card') as KfProductCard;
  await bridge.ready;
});

/** The card's send, when the client has it. */
const sendUnderWay = async (): Promise<{ sending: Promise<unknown>; events: CustomEvent[] }> => {
  const events = record(card);
  const sending = card.send();
  await host.reached(1);
  return { sending, events };
};

describe('an element that is removed while its send is under way', () => {
  it('gets its receipt, and tells it', async () => {
    const { sending, events } = await sendUnderWay();
    card.remove();
    host.answer();
    expect(await sending).to.include({ outcome: 'sent' });
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
  });

  it('gets the refusal', async () => {
    const { sending, events } = await sendUnderWay();
    card.remove();
    host.answer({ err_msg: 'sendChatMessage:fail' });
    await rejection(sending, 'refused');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });

  it('gets the timeout, and the late answer', async () => {
    bridge.timeout = 60;
    const { sending, events } = await sendUnderWay();
    card.remove();
    await rejection(sending, 'timeout');
    host.answer();
    await aTimeout(0);
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
  });

  it('can send no more there: nobody answers', async () => {
    card.remove();
    await rejection(card.send(), 'bridge-absent');
    expect(host.sends).to.deep.equal([]);
  });
});

describe('an element that moves to another bridge while its send is under way', () => {
  it('hears from the first, and sends through the second next', async () => {
    const other = new ManualHost({ name: 'other', customerId: host.customerId });
    const elsewhere = fixtureSync<KfBridge>(html`<kf-bridge .host=${other}></kf-bridge>`);
    await elsewhere.ready;
    const { sending, events } = await sendUnderWay();
    elsewhere.append(card);
    expect(card.send(), 'a second press').to.equal(sending);
    host.answer();
    expect(await sending).to.include({ channel: 'manual' });
    const next = card.send();
    await other.reached(1);
    other.answer();
    expect(await next).to.include({ channel: 'other' });
    expect(typesOf(events)).to.deep.equal(['kf-sent', 'kf-sent']);
    expect(host.sends).to.have.length(1);
  });
});

describe('a bridge that is removed while a send is under way', () => {
  it('still tells what the client answers', async () => {
    const { sending, events } = await sendUnderWay();
    bridge.remove();
    await aTimeout(0);
    host.answer();
    expect(await sending).to.include({ outcome: 'sent' });
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
  });

  it('still tells that the client did not answer', async () => {
    bridge.timeout = 60;
    const { sending, events } = await sendUnderWay();
    bridge.remove();
    expect(await rejection(sending, 'timeout')).to.include({ outcome: 'unknown' });
    expect(typesOf(events)).to.deep.equal(['kf-error']);
  });

  it('breaks nothing of what is inside: the elements draw themselves without it', async () => {
    const unhandled: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      unhandled.push(event.reason);
    };
    window.addEventListener('unhandledrejection', note);
    const { sending } = await sendUnderWay();
    bridge.remove();
    await aTimeout(0);
    host.answer();
    await sending;
    await aTimeout(20);
    window.removeEventListener('unhandledrejection', note);
    expect(unhandled.map(String)).to.deep.equal([]);
  });

  it('lets nothing out when it comes back before the answer', async () => {
    const { sending } = await sendUnderWay();
    const { parentNode } = bridge;
    bridge.remove();
    await aTimeout(0);
    parentNode?.append(bridge);
    const next = bridge.send(tea);
    await bridge.ready;
    await aTimeout(0);
    expect(host.sends, 'one native call at a time').to.have.length(1);
    host.answer();
    await sending;
    await host.reached(2);
    host.answer();
    await next;
  });
});
