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
