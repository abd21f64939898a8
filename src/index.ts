/** All of it, with the three elements registered. */
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
export * from './core/index.js';
export * from './hosts/index.js';
export * from './locales/index.js';
