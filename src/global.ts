/**
 * What the classic script has: the three elements, registered, and what a page does with them. Its size is limited: what servers do
 * with messages is in `core.js`, and as a classic script in `kf-core.global.js`.
 */
// The stylesheets first, next to each other: so they compress better in the single files.
import './elements/base.styles.js';
import './elements/menu-composer/menu-composer.styles.js';
import './elements/menu-composer/field.styles.js';
import './elements/menu-composer/row.styles.js';
import './elements/preview/menu-preview.styles.js';
import './elements/product-card/product-card.styles.js';

import './kf-bridge.js';
import './kf-menu-composer.js';
import './kf-product-card.js';

export * from './elements.js';
export * from './core/page.js';
export * from './hosts/index.js';
export * from './locales/index.js';
