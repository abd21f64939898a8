import { KfProductList } from './elements/product-list/kf-product-list.js';

KfProductList.define();

export { KfProductList };
export type { KfLoadMoreEvent } from './events/kf-load-more.js';
export { version } from './version.js';
