/** An event as a listener in a template gets it: there it is known what the listener is on. */
export type EventOn<On extends EventTarget, Kind extends Event = Event> = Kind & { readonly currentTarget: On };

/** The same, where it is known what the event comes from. */
export type EventFrom<From extends EventTarget, Kind extends Event = Event> = Kind & { readonly target: From };
