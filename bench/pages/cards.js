import { byHand } from './by-hand.js';
import { products } from './products.js';

const box = document.querySelector('#cards');

function elements(list, parent = box) {
  for (const product of list) {
    const card = document.createElement('kf-product-card');
    card.product = product;
    parent.append(card);
  }
}

/** Cards as they stand in a toolbar's page; this bridge looks for a client that is not there. */
function inBridge(list) {
  const bridge = document.createElement('kf-bridge');
  box.append(bridge);
  elements(list, bridge);
}

const WAYS = { elements: list => elements(list), inBridge, byHand: (list, face) => byHand(list, box, face) };

/** What microtasks follow belongs to it: elements render in them, and pictures begin to load. */
async function settled() {
  const [last] = [...box.querySelectorAll('kf-product-card')].slice(-1);
  if (last) await last.updateComplete;
  for (let round = 0; round < 5; round++) await null;
}

/** Mounts cards between two marks. Hidden, so that no style and no layout falls between them. */
window.mount = async (way, count, face) => {
  const list = products(count);
  box.hidden = true;
  performance.mark('begin');
  WAYS[way](list, face);
  await settled();
  performance.mark('end');
};

/** What the first card looks like inside, without what lit notes there. */
window.shape = async (way, face) => {
  WAYS[way](products(1), face);
  await settled();
  const { shadowRoot } = box.firstElementChild;
  return shadowRoot.innerHTML.replace(/<!--.*?-->/g, '');
};

/** Shows cards, and resolves when the pictures that are in sight have come: with their number, and with all layout shifts. */
window.shifts = async count => {
  let shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(({ value }) => (shift += value))).observe({
    type: 'layout-shift',
    buffered: true,
  });
  elements(products(count));
  await settled();
  const pictures = [...box.children].slice(0, 4).flatMap(card => [...card.shadowRoot.querySelectorAll('img')]);
  await Promise.all(pictures.map(picture => picture.decode()));
  await new Promise(resolve => setTimeout(resolve, 300));
  return { pictures: pictures.filter(({ naturalWidth }) => naturalWidth > 0).length, shift };
};
