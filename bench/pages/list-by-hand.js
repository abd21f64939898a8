/** Rows that are in the page beyond what is seen, and the heights of a row and of the heading: as in the element. */
const MORE = 3;
const ROW = 88;
const HEAD = 32;

const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });

/** A copy of an element's inside, with its styles, in which nothing lives. */
function inertCopy({ className, shadowRoot, constructor: { elementStyles } }) {
  const host = document.createElement('div');
  host.className = className;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = elementStyles.map(({ styleSheet }) => styleSheet);
  root.append(shadowRoot.firstElementChild.cloneNode(true));
  return host;
}

/** The list as somebody would make it who wants nothing but to scroll: the element's DOM and styles, and rows that come and go. */
export function listByHand(element, products) {
  const host = inertCopy(element);
  const body = host.shadowRoot.querySelector('.body');
  const rows = body.querySelector('.rows');
  const present = new Map();
  rows.querySelectorAll('article').forEach((article, index) => present.set(index, article));
  rows.style.height = `${HEAD + products.length * ROW}px`;
  const face = present.get(0).cloneNode(true);

  function rowOf(index) {
    const { imgUrl, title, sellingPrice } = products[index];
    const article = face.cloneNode(true);
    article.style.transform = `translateY(${HEAD + index * ROW}px)`;
    article.setAttribute('aria-posinset', index + 1);
    article.querySelector('img').src = imgUrl;
    article.querySelector('.title').textContent = title;
    article.querySelector('.price small').nextSibling.data = yuan.format(sellingPrice / 100);
    return article;
  }

  function show() {
    const { scrollTop, clientHeight } = body;
    const from = Math.max(0, Math.floor((scrollTop - HEAD) / ROW) - MORE);
    const to = Math.min(products.length, Math.ceil((scrollTop + clientHeight) / ROW) + MORE);
    for (const [index, article] of present)
      if (index < from || index >= to) {
        article.remove();
        present.delete(index);
      }
    for (let index = from; index < to; index++)
      if (!present.has(index)) {
        present.set(index, rowOf(index));
        rows.append(present.get(index));
      }
  }

  body.addEventListener('scroll', () => requestAnimationFrame(show), { passive: true });
  element.replaceWith(host);
  return host;
}
