import type { ReactiveController, ReactiveElement } from 'lit';
import { readMenu, type ReadMenu } from './read-menu.js';

/** Who gave the menu: the higher number wins. */
const NOBODY = 0;
const CHILD = 1;
export const ATTRIBUTE = 2;
export const PAGE = 3;

/** Where the menu comes from: what the page sets or the user writes wins over the attribute, and that over the child. */
export class ValueSource implements ReactiveController {
  /** The last value that was given can't be read. */
  unreadable = false;
  /** What there is was written by the user. */
  written = false;
  private giver = NOBODY;

  constructor(
    private readonly host: ReactiveElement,
    private readonly take: (read: ReadMenu) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.readChild();
    document.addEventListener('DOMContentLoaded', this.readChild); // the parser may not have come to the child yet
  }

  hostDisconnected(): void {
    document.removeEventListener('DOMContentLoaded', this.readChild);
  }

  give(input: unknown, giver: number): void {
    if (giver < this.giver) return;
    const read = readMenu(input);
    this.unreadable = read === null;
    if (read) {
      this.giver = giver === ATTRIBUTE && input === null ? NOBODY : giver;
      this.take(read);
    }
    this.host.requestUpdate();
  }

  /** Back to what the attribute or the child says; what the page had set is gone. */
  reset(): void {
    const text = this.host.getAttribute('value');
    this.giver = NOBODY;
    this.give(text, text === null ? NOBODY : ATTRIBUTE);
    if (text === null) this.readChild();
  }

  /** The user writes: what is there is the page's now. */
  own(): void {
    this.giver = PAGE;
    this.written = true;
    this.unreadable = false;
  }

  readonly readChild = (): void => {
    const child = this.host.querySelector(':scope > script[type="application/json"]');
    const text = child && child.textContent;
    if (text && text.trim()) this.give(text, CHILD);
  };
}
