import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import documentedCall from '../../fixtures/documented-call.json' with { type: 'json' };
import { complaints } from '../../support/accessible.js';
import { textOfBytes } from '../../support/bytes.js';
import { composer, type ComposerPage } from '../../support/composer-page.js';
import { click, menu, page, view as link } from '../../support/messages.js';

const wrong = {
  head_content: textOfBytes(1030),
  list: menu(click('', '1'), click('二', '1'), link('a.cn'), page('pages/index', '')).msgmenu.list,
  tail_content: textOfBytes(1000),
};

const STATES: [string, unknown, (view: ComposerPage) => Promise<unknown>][] = [
  ['empty', undefined, () => Promise.resolve()],
  ['filled', documentedCall, () => Promise.resolve()],
  ['with problems', wrong, view => view.click('发送')],
  ['with a menu open', documentedCall, view => view.click('第 2 项，回复，更多')],
  ['sent', documentedCall, view => view.click('发送').then(() => view.says(/^已发送/))],
];

for (const theme of ['light', 'dark'])
  describe(`axe has nothing against a ${theme} composer`, () => {
    let client: SimulatedClient;
    beforeEach(() => (client = simulateWeCom()));
    afterEach(() => client.restore());

    for (const [state, value, act] of STATES)
      it(state, async () => {
        const view = await composer(html`<kf-menu-composer theme=${theme} .value=${value}></kf-menu-composer>`);
        await act(view);
        expect(await complaints(view.element)).to.deep.equal([]);
      });
  });
