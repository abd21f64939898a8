import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/index.js';
import { product } from '../../support/messages.js';

/** Shows all elements, with what they have open, and takes them away. */
async function mountAndRemove(): Promise<void> {
  const place = fixtureSync<HTMLElement>(
    html`<div>
      <kf-bridge>
        <kf-menu-composer draft-key="mounts.test" .templates=${[{ name: '评价', value: { head_content: '您好' } }]}></kf-menu-composer>
        <kf-product-card .product=${product().channelsShopProduct}></kf-product-card>
        <kf-product-list .products=${[product().channelsShopProduct]}></kf-product-list>
      </kf-bridge>
    </div>`,
  );
  const composer = place.querySelector('kf-menu-composer');
  await composer?.updateComplete;
  composer?.shadowRoot?.querySelector<HTMLElement>('[part="templates"]')?.click();
  await composer?.updateComplete;
  place.remove();
  await null; // what is only moved stays alive
}

/** What `task` has left on targets that outlive an element: the types of the listeners. */
async function listenersLeft(task: () => Promise<void>): Promise<string[]> {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const outliving: unknown[] = [window, document, window.visualViewport];
  let left: { type: string; listener: unknown }[] = [];
  EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
    const [type, listener] = given;
    if (outliving.includes(this ?? window)) left.push({ type, listener });
    addEventListener.apply(this ?? window, given);
  };
  EventTarget.prototype.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
    const [type, listener] = given;
    left = left.filter(other => other.type !== type || other.listener !== listener);
    removeEventListener.apply(this ?? window, given);
  };
  try {
    await task();
    return left.map(({ type }) => type);
  } finally {
    Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
  }
}

describe('elements that come and go', () => {
  before(mountAndRemove); // what a page has once

  it('leave no listener on the page', async () => {
    const left = await listenersLeft(async () => {
      for (let round = 0; round < 3; round++) await mountAndRemove();
    });
    expect(left).to.deep.equal([]);
  });
});
