import { products } from './products.js';

const list = document.querySelector('kf-product-list');
const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

/** Gives the list its products between two marks; how many rows it then has in the page. */
window.fill = async count => {
  const given = products(count);
  performance.mark('begin');
  list.products = given;
  await list.updateComplete;
  performance.mark('end');
  await frame();
  return list.shadowRoot.querySelectorAll('article').length;
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
