import type { Host } from '../../../../src/hosts/index.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import {
  cardOf,
  goes,
  listOf,
  Outcome,
  type Panel,
  panelOf,
  placeOf,
  pressCard,
  show,
  told,
} from '../../presses/page-asking.js';
import { nth } from '../../product-list/list-page.js';

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

describe('a desk of two clients, one panel each, whose hosts each render makes anew (.host=${{ name, invoke }})', () => {
  const wrapped = (host: ManualHost): Host => ({ name: 'mine', invoke: (api, params) => host.invoke(api, params) });

  for (const [what, time, send] of SENDS)
    it(`${what} in A's ${time} ms after a render: it goes`, async () => {
      const hosts = clients();
      const panels = hosts.map((host, i) => panelOf(cardOf(`render${i}${time}${A}`), wrapped(host)));
      await show(placeOf(), ...panels);
      stopClock(5000);
      for (const [i, host] of hosts.entries()) panels[i]!.bridge.host = wrapped(host);
      await told();
      await Promise.all(panels.map(({ bridge }) => bridge.ready));
      await told();
      stopClock(time);
      await goes(await send(panels[0]!.element), 0, hosts[0]);
    });
});

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

describe("a desk of two clients; the page sends a series in A's column, and B's column closes as its own send is out", () => {
  it("A's second goes, 100 ms after A's first is out", async () => {
    const [first, second] = clients();
    const products = [1, 2].map(i => nth(i, { productId: `column${i}${A}` }));
    const one = panelOf(listOf(products), first);
    const two = panelOf(cardOf(`column${B}`), second);
    await show(placeOf(), one, two);
    stopClock(5000);
    const other = two.element.send();
    const sending = one.element.send(`column1${A}`);
    await first.reached(1);
    await second.reached(1);
    second.answer();
    await other;
    two.bridge.remove();
    await told();
    stopClock(100);
    first.answer();
    await sending;
    await told();
    stopClock(100);
    const outcome = new Outcome();
    outcome.of(one.element.send(`column2${A}`));
    await goes(outcome, 1, first);
  });
});
