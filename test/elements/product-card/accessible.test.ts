import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { complaints } from '../../support/accessible.js';
import { card, PIXEL, type CardPage } from '../../support/card-page.js';
import { product } from '../../support/messages.js';

const tea = product({ imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;

const STATES: [string, object, (view: CardPage, client: SimulatedClient) => Promise<unknown>][] = [
  ['ready', tea, () => Promise.resolve()],
  ['incomplete', { ...tea, imgUrl: '', sellingPrice: '' }, () => Promise.resolve()],
  ['without a picture', { ...tea, imgUrl: '' }, () => Promise.resolve()],
  [
    'sending',
    tea,
    (view, client) => {
      client.failNext('sendChatMessage', 'never');
      return view.send();
    },
  ],
  ['sent', tea, view => view.send().then(() => view.buttonSays('已发送'))],
  [
    'failed',
    tea,
    (view, client) => {
      client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
      return view.send().then(() => view.buttonSays('再试一次'));
    },
  ],
  [
    'disabled',
    tea,
    view => {
      view.element.disabled = true;
      return view.settled();
    },
  ],
];

for (const theme of ['light', 'dark'])
  describe(`axe has nothing against a ${theme} card`, () => {
    let client: SimulatedClient;
    beforeEach(() => (client = simulateWeCom()));
    afterEach(() => client.restore());

    for (const [state, value, act] of STATES)
      it(state, async () => {
        const view = await card(
          html`<kf-product-card theme=${theme} .product=${value as typeof tea}></kf-product-card>`,
          { timeout: 2000 },
        );
        await act(view, client);
        expect(await complaints(view.element)).to.deep.equal([]);
      });
  });
