/** An event as a listener in a template gets it: there it is known what the listener is on. */
export type EventOn<On extends EventTarget, Kind extends Event = Event> = Kind & { readonly currentTarget: On };

/** The same, where it is known what the event comes from. */
export type EventFrom<From extends EventTarget, Kind extends Event = Event> = Kind & { readonly target: From };

/** Listeners that end together. */
export class Listeners {
  private stops: readonly (() => void)[] = [];

  /** `types`: with blanks between. */
  on<Kind extends Event>(
    target: EventTarget | null | undefined,
    types: string,
    listener: (event: Kind) => void,
    capture = false,
  ): this {
    const object: EventListenerObject = { handleEvent: listener };
    for (const type of types.split(' ')) {
      target?.addEventListener(type, object, capture);
      this.stops = [...this.stops, () => target?.removeEventListener(type, object, capture)];
    }
    return this;
  }

  end(): void {
    this.stops.forEach(stop => stop());
    this.stops = [];
  }
}

/** Whether an input method has the key: the Enter that ends a composition is no Enter. In Safari it comes after the end, with 229. */
export const isInputMethods = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;
