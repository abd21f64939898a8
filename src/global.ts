/**
 * What the small classic script has: the three elements, registered, with the plain composer, and what a page does with them. Its
 * size is limited: what servers do with messages is in `core.js`, and the full composer in all the other ways in.
 */
// The stylesheets first, next to each other: so they compress better in the single files.
import './elements/shared/base.styles.js';
import './elements/menu-composer/menu-composer.styles.js';
import './elements/menu-composer/field.styles.js';
import './elements/menu-composer/row.styles.js';
import './elements/preview/menu-preview.styles.js';
import './elements/product-card/product-card.styles.js';

import './kf-bridge.js';
import './kf-product-card.js';
import { MenuComposer } from './elements/menu-composer/menu-composer.js';

MenuComposer.define();

export { KfBridge } from './elements/bridge/kf-bridge.js';
export { KfProductCard } from './elements/product-card/kf-product-card.js';
export { KfSendEvent } from './events/kf-send.js';
export { version } from './version.js';
export { MenuComposer as KfMenuComposer };
export * from './core/page.js';
export * from './hosts/index.js';
export * from './locales/index.js';
