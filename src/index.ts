/** All of it, with the three elements registered. */
import './kf-bridge.js';
import './kf-menu-composer.js';
import './kf-product-card.js';

export * from './elements.js';
export * from './core/index.js';
export * from './hosts/index.js';
export * from './locales/index.js';
