/** The element classes. Importing this registers nothing: call `define()` of those that you use. */
export { KfBridge } from './elements/bridge/kf-bridge.js';
export type { BeforeSend } from './elements/bridge/delivery.js';
export { KfMenuComposer } from './elements/menu-composer/kf-menu-composer.js';
export type { MenuCall, MenuInput } from './elements/menu-composer/composer.js';
export type { PreviewPlace } from './elements/menu-composer/view/layout.js';
export type { MenuTemplate } from './elements/menu-composer/templates/template-store.js';
export { KfProductCard } from './elements/product-card/kf-product-card.js';
export { KfProductList } from './elements/product-list/kf-product-list.js';
export type { ListError } from './elements/product-list/states.js';
export type { Theme } from './elements/shared/look/theme.js';
export type { KfLoadMoreEvent } from './events/kf-load-more.js';
export { KfSendEvent, type SendDetail } from './events/kf-send.js';
export type { KfCancelEvent, KfErrorEvent, KfLateEvent, KfSentEvent } from './events/outcome.js';
export type { BridgeContext, BridgeState, KfBlockedEvent, KfReadyEvent } from './events/bridge-status.js';
export type { Receipt } from './events/send-record.js';
export { version } from './version.js';
