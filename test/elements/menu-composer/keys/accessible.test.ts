import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { complaints } from '../../../support/accessible.js';
import { composerThatIs, STATES } from '../../../support/composer-states.js';
import { nameOf } from '../../../support/element-page.js';
import { asOnTouch, pressable } from '../../../support/touch-targets.js';

/** What a finger presses. Lines in the preview are links in a text: the item's menu has the same. */
const TARGETS = 'button:enabled:not([aria-hidden]), textarea, input';

describe('the composer, for everybody', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  for (const name of Object.keys(STATES)) {
    for (const theme of ['light', 'dark'])
      it(`axe has nothing against it ${name}, ${theme}`, async () => {
        const view = await composerThatIs(name, client, theme);
        expect(await complaints(view.element)).to.deep.equal([]);
      });

    it(`shows words, and nothing that is meant for machines, ${name}`, async () => {
      const { root } = await composerThatIs(name, client);
      expect(root.textContent).not.to.match(/\[object|undefined|null|NaN/);
    });

    it(`has nothing under 44 px on a touch screen ${name}`, async () => {
      const view = await composerThatIs(name, client, 'light', 375);
      const asBefore = asOnTouch(view.root);
      const small = Array.from(
        (view.root.querySelector('.popover') ?? view.root).querySelectorAll(TARGETS),
        target => ({ target, ...pressable(target) }),
      )
        .filter(({ width, height }) => width < 43 || height < 43)
        .map(({ target, width, height }) => `${nameOf(target)}: ${width} × ${height}`);
      asBefore();
      expect(small).to.deep.equal([]);
    });
  }
});
