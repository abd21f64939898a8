type EventMap = GlobalEventHandlersEventMap;
type Name = Extract<keyof EventMap, `kf-${string}`>;

/** What events are told on. */
export type Teller = Pick<EventTarget, 'dispatchEvent'>;

/** Tells something on `target`; it bubbles, and leaves shadow trees. */
export const emit = <N extends Name>(target: Teller, name: N, detail: EventMap[N]['detail']): boolean =>
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
