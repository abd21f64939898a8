import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import {
  cardOf,
  goes,
  Outcome,
  type Panel,
  panelOf,
  placeOf,
  pressCard,
  show,
  told,
} from '../../presses/page-asking.js';

beforeEach(asOnNewPage);

/** A client for A, and one for B. */
const clients = (): [ManualHost, ManualHost] => [new ManualHost({ customerId: A }), new ManualHost({ customerId: B })];

/** What is done in A's column, and when; it goes to A. */
const SENDS: readonly (readonly [what: string, time: number, send: (card: KfProductCard) => Promise<Outcome>])[] = [
  [
    '发送 is pressed',
    200,
    async card => {
      await pressCard(card);
      return Object.assign(new Outcome(), { text: 'asked' });
    },
  ],
  [
    'the page sends',
    700,
    card => {
      const outcome = new Outcome();
      outcome.of(card.send());
      return Promise.resolve(outcome);
    },
  ],
];

describe("a desk of two clients, one column each; the agent drags A's column to another place (out, and in again 1.5 s later)", () => {
  for (const [what, time, send] of SENDS)
    it(`${what} in it ${time} ms after it is there again: it goes to A`, async () => {
      const hosts = clients();
      const place = placeOf();
      const [one, two] = hosts.map((host, i) => panelOf(cardOf(`drag${i}${time}${A}`), host)) as [
        Panel<KfProductCard>,
        Panel<KfProductCard>,
      ];
      await show(place, one, two);
      stopClock(5000);
      one.bridge.remove();
      await told();
      stopClock(1500);
      place.append(one.bridge);
      await one.bridge.ready;
      await told();
      stopClock(time);
      await goes(await send(one.element), 0, hosts[0]);
    });
});
