import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-bridge.js';
import type { KfBridge } from '../../../src/kf-bridge.js';

const boxOf = (element: Element): { left: number; width: number } => element.getBoundingClientRect();

describe('a bridge in the layout of a page', () => {
  it('has no box: what is inside lies as if it were not there', async () => {
    const place = fixtureSync<Element>(html`
      <section style="display: grid; grid-template-columns: 100px 200px">
        <kf-bridge
          ><b>一</b><b>二</b></kf-bridge
        >
      </section>
    `);
    await place.querySelector('kf-bridge')?.updateComplete;
    const [first, second] = Array.from(place.querySelectorAll('b'), boxOf);
    expect([first?.width, second?.width]).to.deep.equal([100, 200]);
    expect(place.querySelector('kf-bridge')?.getClientRects()).to.have.length(0);
  });

  it('hides what is inside when it is hidden', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge hidden><b>一</b></kf-bridge>`);
    await bridge.updateComplete;
    expect(bridge.querySelector('b')?.getClientRects()).to.have.length(0);
  });
});
