/** The end of the list is near: the page may add more to `products`. `query` is what the user searches for, or `''`. */
export type KfLoadMoreEvent = CustomEvent<{ query: string }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'kf-load-more': KfLoadMoreEvent;
  }
}
