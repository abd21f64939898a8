import { products } from './products.js';

const list = document.querySelector('kf-product-list');
/** Resolves when a frame has been laid out and painted. */
const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));

/** Gives the list its products between two marks; how many rows it then has in the page. */
window.fill = async count => {
  const given = products(count);
  performance.mark('begin');
  list.products = given;
  await list.updateComplete;
  await frame();
  performance.mark('end');
  return list.shadowRoot.querySelectorAll('article').length;
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

/** Scrolls by half a window each frame, between two marks; the most rows that were in the page at once. */
window.scroll = async frames => {
  const body = list.shadowRoot.querySelector('.body');
  let most = 0;
  performance.mark('begin');
  for (let count = 0; count < frames; count++) {
    body.scrollTop += 280;
    await frame();
    most = Math.max(most, list.shadowRoot.querySelectorAll('article').length);
  }
  performance.mark('end');
  return most;
};
