import { KfProductList } from './elements/product-list/kf-product-list.js';

KfProductList.define();

export { KfProductList };
export type { KfLoadMoreEvent } from './elements/product-list/load-more.js';
export { version } from './version.js';
