/** All of it, with the three elements registered. */
export * from './global.js';
export * from './core/index.js';
