import { KfMenuComposer } from './elements/menu-composer/kf-menu-composer.js';

KfMenuComposer.define();

export { KfMenuComposer };
export { version } from './version.js';
