import { expect } from '@open-wc/testing';
import { product } from '../support/messages.js';
import { closeFrames, load, openFrame, type Frame } from '../support/frame.js';

const { productId, shopAppId, imgUrl, title, sellingPrice } = product().channelsShopProduct;
const BODY = `
  <kf-product-card product-id="${productId}" shop-app-id="${shopAppId}" img-url="${imgUrl}" product-title="${title}"
    selling-price="${sellingPrice}" style="width: 200px"></kf-product-card>
  <kf-menu-composer preview="below" value='{"head_content":"您好","list":[{"type":"click","click":{"content":"好"}}]}'></kf-menu-composer>
  <kf-product-list><kf-product-card product-id="1" product-title="茶" selling-price="800"></kf-product-card></kf-product-list>`;
const ELEMENTS = ['kf-product-card', 'kf-menu-composer', 'kf-product-list'];

const open = async (doctype: string): Promise<Frame> => {
  const frame = await openFrame(BODY, { doctype });
  await load(frame, '/dist/kf-elements.global.js');
  for (let frames = 0; frames < 4; frames++) {
    await new Promise(requestAnimationFrame);
    for (const tag of ELEMENTS) await frame.document.querySelector(tag as 'kf-menu-composer')!.updateComplete;
  } // widths, and what is in view, are known by now
  return frame;
};

/** The size of everything inside of an element, from top to bottom. */
const sizesIn = ({ document }: Frame, tag: string): string[] => {
  const host = document.querySelector(`body > ${tag}`)!;
  return [host, ...host.shadowRoot!.querySelectorAll('*')].map(inner => {
    const { width, height } = inner.getBoundingClientRect();
    return `${inner.localName}.${inner.getAttribute('class') ?? ''} ${width} × ${height}`;
  });
};

describe('a page without a doctype', () => {
  afterEach(closeFrames);

  for (const tag of ELEMENTS)
    it(`shows <${tag}> as any other page does`, async () => {
      const [quirky, usual] = [await open(''), await open('<!doctype html>')];
      expect([quirky, usual].map(({ document }) => document.compatMode)).to.deep.equal(['BackCompat', 'CSS1Compat']);
      const isSame = (): boolean => String(sizesIn(quirky, tag)) === String(sizesIn(usual, tag));
      for (let frames = 0; frames < 100 && !isSame(); frames++) await new Promise(requestAnimationFrame); // pictures come
      expect(sizesIn(quirky, tag)).to.deep.equal(sizesIn(usual, tag));
    });

  for (const doctype of ['', '<!doctype html>'])
    it(`fills the height that an element is given, ${doctype ? 'with' : 'without'} a doctype`, async () => {
      const frame = await open(doctype);
      for (const tag of ELEMENTS) {
        const host = frame.document.querySelector<HTMLElement>(`body > ${tag}`)!;
        for (const display of ['', 'block']) {
          Object.assign(host.style, { display, height: '440px' });
          if (tag === 'kf-product-list' && display) continue; // it was never a block
          const heights = Array.from(host.shadowRoot!.children, child => child.getBoundingClientRect().height);
          expect(Math.max(...heights), `${tag} ${display}`).to.equal(440);
        }
      }
    });
});
