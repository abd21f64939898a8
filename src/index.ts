/** All of it, with the four elements registered. */
import './kf-bridge.js';
import './kf-menu-composer.js';
import './kf-product-card.js';
import './kf-product-list.js';

export * from './elements.js';
export * from './core/index.js';
export * from './hosts/index.js';
export * from './locales/index.js';
