/** A `localStorage` that only this test sees: files that run at the same time share the real one. */
export class OwnStorage {
  private readonly texts = new Map<string, string>();
  /** What the browser refuses. */
  refuses: 'nothing' | 'writing' | 'all' = 'nothing';

  constructor() {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', { configurable: true, get: () => this.opened() });
    this.restore = () => void Object.defineProperty(window, 'localStorage', real);
  }

  readonly restore: () => void;

  get(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  /** As another tab writes. */
  writtenElsewhere(key: string, text: string): void {
    this.texts.set(key, text);
    dispatchEvent(new StorageEvent('storage', { key }));
  }

  private opened(): Pick<Storage, 'getItem' | 'setItem'> {
    const refuse = (name: string): never => {
      throw new DOMException(name, name);
    };
    if (this.refuses === 'all') refuse('SecurityError');
    return {
      getItem: key => this.get(key),
      setItem: (key, text) => {
        if (this.refuses === 'writing') refuse('QuotaExceededError');
        this.texts.set(key, text);
      },
    };
  }
}
