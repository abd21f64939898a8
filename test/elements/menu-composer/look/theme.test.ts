import { expect, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { simulateWeCom } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';

const surface = (view: ComposerPage): string =>
  getComputedStyle(view.root.querySelector('[part="root"]') as Element).backgroundColor;

describe('the theme', () => {
  const [LIGHT, DARK] = ['rgb(255, 255, 255)', 'rgb(28, 29, 33)'];
  afterEach(() => emulateMedia({ colorScheme: 'light' }));

  const GAP = { webkit: 'its driver can not set prefers-color-scheme' };

  skipIn(GAP).it('is what the attribute says', async () => {
    const dark = await composer(html`<kf-menu-composer theme="dark"></kf-menu-composer>`);
    expect(surface(dark)).to.equal(DARK);
    await emulateMedia({ colorScheme: 'dark' });
    const light = await composer(html`<kf-menu-composer theme="light"></kf-menu-composer>`);
    expect(surface(light)).to.equal(LIGHT);
  });

  skipIn(GAP).it("follows the system's when nothing is said", async () => {
    const view = await composer();
    expect(surface(view)).to.equal(LIGHT);
    await emulateMedia({ colorScheme: 'dark' });
    await eventually('a dark surface', () => surface(view) === DARK);
  });

  skipIn(GAP).it("follows the client's own before the system's", async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const client = simulateWeCom();
    await emulateMedia({ colorScheme: 'light' });
    const view = await composer();
    client.restore();
    expect(surface(view)).to.equal(DARK);
  });
});
