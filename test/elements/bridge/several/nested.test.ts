import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask, record } from '../../../support/ask.js';
import { ManualHost } from '../../../support/manual-host.js';
import { text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const outerHost = (): ManualHost => new ManualHost({ name: 'outer' });

describe('a bridge inside another', () => {
  let outer: ManualHost;
  let inner: ManualHost;
  let place: KfBridge;
  beforeEach(async () => {
    [outer, inner] = [outerHost(), new ManualHost({ name: 'inner' })];
    place = fixtureSync<KfBridge>(html`
      <kf-bridge .host=${outer}>
        <kf-bridge .host=${inner}><div></div></kf-bridge>
        <p></p>
      </kf-bridge>
    `);
    await place.querySelector('kf-bridge')?.ready;
    await place.ready;
  });

  it('answers what is inside it, alone', async () => {
    const receipt = ask(place.querySelector('div') as Element, text());
    await inner.reached(1);
    inner.answer();
    expect(await receipt).to.include({ channel: 'inner' });
    await aTimeout(0);
    expect([inner.sends.length, outer.sends.length]).to.deep.equal([1, 0]);
  });

  it('leaves what is outside to the outer one', async () => {
    const receipt = ask(place.querySelector('p') as Element, text());
    await outer.reached(1);
    outer.answer();
    expect(await receipt).to.include({ channel: 'outer' });
    expect(inner.sends).to.deep.equal([]);
  });

  it('can be stopped by a listener outside of both', async () => {
    document.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(ask(place.querySelector('div') as Element, text()), 'stopped');
    expect([inner.sends.length, outer.sends.length]).to.deep.equal([0, 0]);
  });

  it('tells its own outcome once', async () => {
    const events = record(document);
    const bridge = place.querySelector('kf-bridge') as KfBridge;
    const receipt = bridge.send(text());
    await inner.reached(1);
    inner.answer();
    await receipt;
    expect(events.map(({ type, target }) => [type, target])).to.deep.equal([['kf-sent', bridge]]);
  });
});

describe('a bridge inside another, without a client', () => {
  it('does not pass the question on', async () => {
    const host = outerHost();
    const place = fixtureSync<KfBridge>(html`
      <kf-bridge .host=${host}>
        <kf-bridge channel="ww" timeout="30"><div></div></kf-bridge>
      </kf-bridge>
    `);
    await place.ready;
    await rejection(ask(place.querySelector('div') as Element, text()), 'host-absent');
    expect(host.sends).to.deep.equal([]);
  });
});
