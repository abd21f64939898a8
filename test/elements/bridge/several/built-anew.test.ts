import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import '../../../../src/kf-menu-composer.js';
import '../../../../src/kf-product-card.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { KfSendEvent } from '../../../../src/events/kf-send.js';
import type { SendRecord } from '../../../../src/events/send-record.js';
import { ask, record as recordEvents, typesOf } from '../../../support/ask.js';
import { card } from '../../../support/card-page.js';
import { A } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { bridgeTo, inTouch, inside, newBridge, unanswered } from '../../../support/in-touch.js';
import { product, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { SlowHost } from '../slow-host.js';
import { ManualHost } from '../../../support/manual-host.js';

let host: ManualHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await bridgeTo(host);
});

/** Another bridge to the same client, in the place of the first. */
async function builtAnew(): Promise<KfBridge> {
  bridge.remove();
  await aTimeout(0);
  return bridgeTo(host);
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
    const next = newBridge(host);
    await rejection(ask(inside(next), text()), 'timeout');
    await next.ready;
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

  it('knows what has arrived since its predecessor was taken out; a press sends it again', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    const next = await builtAnew();
    host.answerNth(1);
    const receipt = await sending;
    expect(next.recordOf(text())).to.include({ phase: 'sent', receipt });
    void ask(inside(next), text());
    await host.reached(2);
  });

  it('has no news of what was before that was sent and told', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    host.answerNth(1, { err_msg: 'sendChatMessage:fail' });
    await eventually('it was refused', () => bridge.recordOf(text())?.phase === 'not-sent');
    const sending = ask(inside(bridge), text());
    await host.reached(2);
    host.answerNth(2);
    await sending;
    const next = await builtAnew();
    expect(next.recordOf(text()) === null).to.equal(true);
  });

  it('does not ask about one that was in doubt after the same had arrived by another bridge', async () => {
    const first = rejection(ask(inside(bridge), text()), 'no-answer');
    await host.reached(1);
    const second = await builtAnew();
    const sending = second.send(text());
    await host.reached(2);
    host.answerNth(2);
    await sending;
    second.remove();
    await aTimeout(0);
    host.answerNth(1, {}); // nobody can tell
    await first;
    const next = await bridgeTo(host);
    expect(next.recordOf(text()) === null).to.equal(true);
  });

  it('knows nothing of what was sent and told', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    host.answerNth(1);
    await sending;
    const next = await builtAnew();
    expect(next.recordOf(text()) === null).to.equal(true);
  });

  it('does not send again for a press before that, though it finds its customer afterwards', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    const slow = new SlowHost({ customerId: host.customerId });
    const next = newBridge(slow);
    const again = ask(inside(next), text());
    host.answerNth(1);
    const receipt = await sending;
    bridge.remove();
    await aTimeout(0);
    slow.connect();
    expect(await again).to.equal(receipt);
    expect(next.recordOf(text())).to.include({ phase: 'sent' });
    expect(slow.sends).to.have.length(0);
  });

  it('knows nothing of what the client does not have: it was told where it was asked for', async () => {
    bridge.beforeSend = () => false;
    await rejection(ask(inside(bridge), text()), 'stopped');
    bridge.dryRun = true;
    bridge.beforeSend = null;
    await ask(inside(bridge), text('rehearsed'));
    bridge.dryRun = false;
    const refused = rejection(ask(inside(bridge), text('refused')), 'refused');
    await host.reached(1);
    host.answerNth(1, { err_msg: 'sendChatMessage:fail' });
    await refused;
    const next = await builtAnew();
    for (const content of [text(), text('rehearsed'), text('refused')])
      expect(next.recordOf(content) === null, content.text.content).to.equal(true);
  });

  it('knows nothing of another customer', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    host.customerId = 'wmAnother';
    const next = await builtAnew();
    expect(next.recordOf(text()) === null).to.equal(true);
  });

  it('does not send again for a press that came while it connected, and the first has arrived since', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    bridge.remove();
    await aTimeout(0);
    const slow = new SlowHost({ customerId: host.customerId });
    const next = newBridge(slow);
    const again = ask(inside(next), text());
    host.answerNth(1);
    const receipt = await sending;
    slow.connect();
    expect(await again).to.equal(receipt);
    expect(slow.sends).to.have.length(0);
  });

  it('stops what its predecessor had not handed over: a press in it is sent', async () => {
    bridge.beforeSend = () => new Promise(() => undefined);
    const waiting = rejection(ask(inside(bridge), text()), 'host-absent');
    await aTimeout(0);
    const next = await builtAnew();
    await waiting;
    void ask(inside(next), text());
    await host.reached(1);
  });
});

describe('a request that turned out to be an earlier send', () => {
  let event: KfSendEvent;
  let next: KfBridge;

  /** A press while a bridge that was built anew connects. */
  const press = (): void => {
    next = newBridge(host);
    event = new KfSendEvent(text());
    inside(next).dispatchEvent(event);
  };
  /** The same, where nobody knows what became of the earlier one. */
  const pressed = async (): Promise<SendRecord> => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    bridge.remove();
    await aTimeout(0);
    press();
    await rejection(event.response!, 'timeout');
    return event.record!;
  };

  it('hears its late answer, and so does its element', async () => {
    const record = await pressed();
    const events = recordEvents(inside(next));
    host.answerNth(1);
    await eventually('it is sent', () => record.phase === 'sent');
    expect(record.isLate).to.equal(true);
    expect(typesOf(events)).to.deep.equal(['kf-late']);
  });

  it("takes the user's word for it: it did not arrive", async () => {
    const repeats = await pressed();
    const repeated = ask(inside(next), text(), { repeats });
    await host.reached(2);
    host.answerNth(2);
    expect(await repeated).to.include({ outcome: 'sent' });
  });

  for (const [word, say] of [
    ['it is there', 'confirm'],
    ['it was read', 'acknowledge'],
  ] as const)
    it(`takes the user's word for it: ${word}`, async () => {
      const record = await pressed();
      record[say]();
      const kept = next.recordOf(text());
      expect(kept === null || kept.isConfirmed).to.equal(true);
    });

  it('names what was handed over', async () => {
    bridge.beforeSend = () => text('changed');
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    press();
    await next.ready;
    host.answerNth(1);
    await sending;
    await event.response;
    expect(event.detail.message).to.deep.equal(text('changed'));
  });

  it('does not hold up the sends behind it', async () => {
    void ask(inside(bridge), text());
    await host.reached(1);
    press();
    void next.send(text('behind'));
    await host.reached(2);
    expect(host.sends[1]).to.deep.equal(text('behind'));
  });
});

describe('two bridges to one customer', () => {
  const known = (target: ManualHost): Promise<KfBridge> =>
    inTouch(html`<kf-bridge .host=${target}><p></p></kf-bridge>`);
  const connecting = (target: SlowHost): KfBridge =>
    fixtureSync<KfBridge>(html`<kf-bridge .host=${target}><p></p></kf-bridge>`);

  it('make one call when the one that was asked first finds its customer last', async () => {
    const slow = new SlowHost({ customerId: host.customerId });
    const first = ask(inside(connecting(slow)), text());
    const second = ask(inside(bridge), text());
    await host.reached(1);
    slow.connect();
    host.answerNth(1);
    expect(await first).to.equal(await second);
    expect(slow.sends).to.have.length(0);
  });

  it('make one call when both were asked before they knew anybody', async () => {
    const [one, other] = [1, 2].map(() => new SlowHost({ customerId: A })) as [SlowHost, SlowHost];
    const first = ask(inside(connecting(one)), text());
    const second = ask(inside(connecting(other)), text());
    other.connect();
    await other.reached(1);
    one.connect();
    other.answerNth(1);
    expect(await first).to.equal(await second);
    expect(one.sends).to.have.length(0);
  });

  it('have rehearsals of their own: a dry run of one is no send of the other', async () => {
    let goOn: () => void = () => undefined;
    bridge.dryRun = true;
    bridge.beforeSend = message => new Promise(resolve => (goOn = () => resolve(message)));
    const rehearsal = ask(inside(bridge), text());
    const other = new ManualHost({ customerId: host.customerId });
    void ask(inside(await known(other)), text());
    await other.reached(1);
    goOn();
    expect(await rehearsal).to.include({ outcome: 'dry-run' });
  });

  it('do not take a rehearsal for an arrival: nobody knows as before', async () => {
    let goOn: () => void = () => undefined;
    bridge.dryRun = true;
    bridge.beforeSend = message => new Promise(resolve => (goOn = () => resolve(message)));
    const rehearsal = bridge.send(text());
    const other = new ManualHost({ customerId: host.customerId });
    const real = await known(other);
    await unanswered(real, () => real.send(text()));
    goOn();
    await rehearsal;
    expect(real.recordOf(text())).to.include({ phase: 'unknown' });
  });

  it('ask the same question: an element that moves between them does not send again', async () => {
    const tea = product({ productId: 'moves' }).channelsShopProduct;
    const other = new ManualHost({ customerId: host.customerId });
    const elsewhere = await inTouch(html`<kf-bridge .host=${other}></kf-bridge>`);
    const view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, { host });
    await unanswered(view.element.closest('kf-bridge')!, () => view.element.send());
    await view.settled();
    elsewhere.append(view.element);
    await view.settled();
    expect(view.names('button')).to.deep.equal(['已经有了', '没有，重发']);
    await rejection(view.element.send(), 'timeout');
    expect([...host.sends, ...other.sends]).to.have.length(1);
  });
});

describe('a bridge that was taken out', () => {
  it('knows what was sent when it is put back', async () => {
    const sending = ask(inside(bridge), text());
    await host.reached(1);
    host.answerNth(1);
    await sending;
    const { parentNode } = bridge;
    for (const task of [0, 1]) {
      bridge.remove();
      parentNode?.append(bridge);
      if (task) bridge.remove();
    }
    await aTimeout(0);
    parentNode?.append(bridge);
    await bridge.ready;
    expect(bridge.recordOf(text())).to.include({ phase: 'sent' });
  });

  it('leaves a press in the same task to the next one for the page', async () => {
    bridge.scope = 'page';
    bridge.remove();
    const outside = fixtureSync<HTMLElement>(html`<p></p>`);
    const first = await inTouch(html`<kf-bridge scope="page" .host=${host}></kf-bridge>`);
    first.remove();
    fixtureSync<KfBridge>(html`<kf-bridge scope="page" .host=${host}></kf-bridge>`);
    void ask(outside, text());
    await host.reached(1);
  });
});

describe('a repeat that a listener cancels', () => {
  it('lets nobody else send in the same task', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    bridge.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    const repeat = rejection(ask(inside(bridge), text(), { repeats: bridge.recordOf(text())! }), 'stopped');
    const other = rejection(ask(inside(bridge), text()), 'timeout');
    await Promise.all([repeat, other]);
    expect(host.sends).to.have.length(1);
  });

  it('says nothing more to an element that asked and was cancelled', async () => {
    await unanswered(bridge, () => ask(inside(bridge), text()));
    const other = inside(bridge).appendChild(document.createElement('b'));
    bridge.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    const events = recordEvents(other);
    const doubt = bridge.recordOf(text());
    await rejection(ask(other, text()), 'stopped');
    host.answerNth(1);
    await eventually('it is sent', () => doubt?.phase === 'sent');
    expect(typesOf(events)).to.deep.equal([]);
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
    await inTouch(html`<kf-bridge scope="page" .host=${new ManualHost()}></kf-bridge>`);
    const foot = (): string => composer.shadowRoot?.querySelector('footer')?.textContent ?? '';
    await eventually('it can send', () => /可以发送/.test(foot()));
  });
});
