import { KfProductCard } from './elements/product-card/kf-product-card.js';

KfProductCard.define();

export { KfProductCard };
export { version } from './version.js';
