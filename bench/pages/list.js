import { listByHand } from './list-by-hand.js';
import { products } from './products.js';

let list = document.querySelector('kf-product-list');
/** Resolves when a frame has been laid out and painted. */
const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
const rows = () => list.shadowRoot.querySelectorAll('article').length;

/** Gives the list its products between two marks; how many rows it then has in the page. */
window.fill = async count => {
  const given = products(count);
  performance.mark('begin');
  list.products = given;
  await list.updateComplete;
  await frame();
  performance.mark('end');
  return rows();
};

/** From now on it is the same list by hand. */
window.byHand = async count => {
  list = listByHand(list, products(count));
  await frame();
};

/** Gives all products other prices between two marks. */
window.price = async count => {
  const given = products(count).map(product => ({ ...product, sellingPrice: `1${product.sellingPrice}` }));
  performance.mark('begin');
  list.products = given;
  await list.updateComplete;
  await frame();
  performance.mark('end');
};

/** Scrolls by half a window each frame, between two marks; how many rows are in the page then. */
window.scroll = async frames => {
  const body = list.shadowRoot.querySelector('.body');
  performance.mark('begin');
  for (let count = 1; count <= frames; count++) {
    body.scrollTop = count * 280;
    await frame();
  }
  performance.mark('end');
  return rows();
};
