import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import type { KfProductCard } from '../../../src/kf-product-card.js';
import { product } from '../../support/messages.js';

/** Mounts cards, and gives what was called in the meantime: on what, and for which event. */
async function mount(count: number): Promise<{ cards: KfProductCard[]; listeners: [EventTarget, string][] }> {
  const place = fixtureSync<HTMLElement>(html`<div></div>`);
  const listeners: [EventTarget, string][] = [];
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
    listeners.push([this, given[0]]);
    addEventListener.apply(this, given);
  };
  try {
    const cards = Array.from({ length: count }, () => {
      const card = document.createElement('kf-product-card');
      card.product = product().channelsShopProduct;
      place.append(card);
      return card;
    });
    await Promise.all(cards.map(({ updateComplete }) => updateComplete));
    return { cards, listeners };
  } finally {
    EventTarget.prototype.addEventListener = addEventListener;
  }
}

describe('a hundred cards', () => {
  before(() => mount(1)); // what a page has once

  it('have four listeners each, and none beside them', async () => {
    const { cards, listeners } = await mount(100);
    const perCard = cards.map(card =>
      listeners.filter(([target]) => target instanceof Node && target.getRootNode() === card.shadowRoot),
    );
    expect(perCard.every(own => own.length === 4)).to.be.true;
    expect(listeners).to.have.length(400);
  });

  it('have twenty elements each', async () => {
    const { cards } = await mount(100);
    for (const { shadowRoot } of cards) expect(shadowRoot?.querySelectorAll(':not(style)').length).to.equal(20);
  });
});
