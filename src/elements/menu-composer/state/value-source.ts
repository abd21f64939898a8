import type { ReactiveController, ReactiveElement } from 'lit';
import { hint, isObjectAsText } from '../../shared/hint.js';
import { readMenu, whyUnreadable } from '../reading/read-menu.js';
import type { WhyNot } from '../reading/outcome.js';
import type { GivenMenu } from './draft.js';

/** Who gave the menu: the higher number wins. */
const RANK = { nobody: 0, child: 1, attribute: 2, page: 3 };
type Giver = keyof typeof RANK;

const NAMES: Readonly<Record<Giver, string>> = {
  nobody: 'value',
  child: 'child <script>',
  attribute: 'attribute value',
  page: 'property value',
};

const TAKES =
  'it keeps what it had, so give it { head_content?, list?, tail_content? }, a message with that as its msgmenu, or the JSON of one of them';

/** Where the menu comes from: what the page sets or the user writes wins over the attribute, and that over the child. */
export class ValueSource implements ReactiveController {
  /** Why the last value that was given can't be read; undefined where it can. */
  unreadable: WhyNot | undefined;
  /** What there is was written by the user. */
  isWritten = false;
  private giver: Giver = 'nobody';

  /** `take` is called with each menu that counts; `isReset`: the form was reset to it. */
  constructor(
    private readonly host: ReactiveElement,
    private readonly take: (given: GivenMenu, isReset: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.readChild();
    document.addEventListener('DOMContentLoaded', this.onContentLoaded); // the parser may not have come to the child yet
  }

  hostDisconnected(): void {
    document.removeEventListener('DOMContentLoaded', this.onContentLoaded);
  }

  /** Takes what was given unless somebody of a higher rank has given something; what can't be read changes nothing. */
  give(input: unknown, giver: Giver, isReset = false): void {
    if (RANK[giver] < RANK[this.isWritten ? 'page' : this.giver]) return;
    const read = readMenu(input, true); // nothing of what the page gives is lost without a word
    this.unreadable = read.ok ? undefined : read.why;
    if (!read.ok) this.hintAt(input, giver);
    else {
      this.giver = giver === 'attribute' && input === null ? 'nobody' : giver;
      this.take(read, isReset);
    }
    this.host.requestUpdate();
  }

  /** Back to what the attribute or the child says; what the page had set is gone. */
  reset(): void {
    const attribute = this.host.getAttribute('value');
    const child = this.childText;
    this.giver = 'nobody';
    this.isWritten = false;
    if (attribute !== null) this.give(attribute, 'attribute', true);
    else this.give(child, child ? 'child' : 'nobody', true);
  }

  /** The user writes: from now on only the page can put another menu in. */
  own(): void {
    this.isWritten = true;
    this.unreadable = undefined;
  }

  /** Reads the `<script type="application/json">` inside the element, if there is one. */
  readChild(): void {
    const text = this.childText;
    if (text) this.give(text, 'child');
  }

  /** Says in the console why what was given is not taken. */
  private hintAt(input: unknown, giver: Giver): void {
    if (giver === 'attribute' && isObjectAsText(this.host, 'value', String(input))) return;
    hint(`<kf-menu-composer> can't read its ${NAMES[giver]}: ${whyUnreadable(input)}; ${TAKES}`);
  }

  private get childText(): string {
    return this.host.querySelector(':scope > script[type="application/json"]')?.textContent?.trim() ?? '';
  }

  private readonly onContentLoaded = (): void => this.readChild();
}
