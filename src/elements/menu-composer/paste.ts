import { html, type ReactiveController, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import type { EventFrom } from '../shared/listeners.js';
import { icon } from '../shared/look/icons.js';
import type { Composer } from './composer.js';
import { MAX_MENU_LENGTH, type Change, type WhyNot } from './reading/outcome.js';
import { readMenu } from './reading/read-menu.js';
import { changesText, type Offer } from './view/offer.js';
import type { StateChange } from './state/composer-state.js';
import {
  fieldId,
  fromMenu,
  isEmpty,
  isTextField,
  locate,
  setTextAt,
  splitItem,
  textAt,
  type GivenMenu,
  type Row,
} from './state/draft.js';

/** Where in a field a text goes, instead of what is selected. */
interface Place {
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

/** Where the caret is in a field, and what is selected there. */
export const placeIn = ({ id, selectionStart, selectionEnd }: HTMLInputElement | HTMLTextAreaElement): Place => ({
  field: id,
  from: Number(selectionStart),
  to: Number(selectionEnd),
});

/** Puts a text there, as one edit; the caret stands behind it then. */
export function insertText(composer: Composer, { field, from, to }: Place, text: string): void {
  const { draft } = composer.state;
  const before = textAt(draft, field);
  composer.edit(setTextAt(draft, field, before.slice(0, from) + text + before.slice(to)), field);
  const caret = from + text.length;
  void composer.updateComplete.then(() => {
    const control = composer.renderRoot.querySelector<HTMLInputElement>(`#${field}`);
    control?.setSelectionRange(caret, caret);
  });
}

/** A menu that was found in a text. */
interface PastedMenu extends GivenMenu {
  /** What is other in it than it was written. */
  readonly pasted: readonly Change[];
}

/** The menu in a text, if it can be nothing else and says something; else why there is none. */
function readPasted(text: string): PastedMenu | WhyNot {
  const read = readMenu(text);
  if (!read.ok) return read.why;
  const { menu, enterChat, changes: pasted, isClear } = read;
  return isClear && !isEmpty(fromMenu(menu)) ? { menu, enterChat, pasted } : 'none';
}

/** A menu that was pasted as text. */
interface MenuOffer {
  readonly menu: PastedMenu;
  readonly text: string;
  /** None where it was not pasted into one of the message's texts. */
  readonly place: Place | undefined;
}

/** Several lines that were pasted into one item's text. */
interface LinesOffer {
  readonly row: Row;
  readonly count: number;
  /** What the items say when it is one item a line. */
  readonly texts: readonly string[];
}

/** The lines of a text, without the empty ones. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(Boolean);

/** What each of `room` items would say, with what stands before and after the paste; what does not fit stays in the last one. */
function shareOut(lines: readonly string[], room: number, before: string, after: string): string[] {
  const texts = [...lines.slice(0, room - 1), lines.slice(room - 1).join(' ')];
  return texts.map((text, at) => `${at ? '' : before}${text}${at === texts.length - 1 ? after : ''}`);
}

/** 「认出一份菜单：3 项」, and what of it does not come along. */
function foundText({ menu, pasted }: PastedMenu, { words }: Composer): string {
  const { head_content: head, tail_content: tail, list = [] } = menu;
  const withHead = tail ? words.foundMenuWithTexts : words.foundMenuWithHead;
  const withoutHead = tail ? words.foundMenuWithTail : words.foundMenu;
  const found = fill(head ? withHead : withoutHead, { n: list.length });
  return [found, changesText(pasted, words)].filter(Boolean).join(words.comma);
}

/** 「已载入菜单：3 项」, and what of it did not come along. */
const loadedText = ({ menu: { list = [] }, pasted }: PastedMenu, { words }: Composer): string =>
  [fill(words.loadedMenu, { n: list.length }), changesText(pasted, words)].filter(Boolean).join(words.comma);

/**
 * What is offered for a pasted text; nothing of it is done without a press. A menu is not inserted but offered. Several lines go
 * into an item's text as one, as everywhere, and one item a line is offered.
 */
export class Paste implements ReactiveController {
  private menuOffer: MenuOffer | undefined;
  private linesOffer: LinesOffer | undefined;
  /** What the `input` that follows a paste is about to put in. */
  private comingLines: LinesOffer | undefined;

  constructor(private readonly composer: Composer) {
    composer.state.subscribe(change => this.onStateChange(change));
    composer.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('paste', this.onPagePaste);
  }

  hostDisconnected(): void {
    document.removeEventListener('paste', this.onPagePaste);
  }

  /** Loads the menu in this text: the user has asked for it. Returns why there is none, where there is none. */
  load(text: string): WhyNot | undefined {
    const { composer } = this;
    const menu = readPasted(text);
    if (typeof menu === 'string') return menu;
    composer.load(menu);
    composer.notify(loadedText(menu, composer));
    return undefined;
  }

  /** The pasted menu, under the header. */
  get offer(): Offer | undefined {
    const { menuOffer, composer } = this;
    const { words } = composer;
    return (
      menuOffer && {
        icon: 'clipboard',
        text: foundText(menuOffer.menu, composer),
        choices: [
          { label: words.ignore, onChoose: () => this.insertAsText(menuOffer) },
          { label: words.load, onChoose: () => composer.load(menuOffer.menu) },
        ],
      }
    );
  }

  /** The pasted lines, under the field with this id, with its counter. */
  noteUnder(field: string, counter?: TemplateResult): TemplateResult | undefined {
    const { linesOffer, composer } = this;
    if (!linesOffer || composer.isReadOnly || field !== fieldId(linesOffer.row, 'content')) return undefined;
    const { text, label } = this.noteOf(linesOffer);
    return html`<div class="problem note ${counter ? 'counted' : ''}" part="note">
      ${icon('info')}<span>${text}</span> ${counter}
      <button class="mend" part="mend" ?disabled=${!composer.canEdit} @click=${() => this.split(linesOffer)}>
        ${label}
      </button>
    </div>`;
  }

  /** For the `paste` event of the root. */
  readonly onPaste = (event: EventFrom<HTMLInputElement, ClipboardEvent>): void => {
    const { composer } = this;
    const text = event.clipboardData?.getData('text/plain');
    if (!text || !composer.canEdit || !composer.owns(event)) return;
    const { target: control } = event;
    if (text.length > MAX_MENU_LENGTH) {
      event.preventDefault(); // engines hang over as much text in a field
      composer.notify(composer.words.pastedTooMuch, { isDone: false });
    } else if (this.offerMenu(text, control)) event.preventDefault();
    else this.offerLines(text, control);
  };

  /** For the page's `paste` event: Firefox sends it to the body where a button has the focus, WebKit to the element. */
  private readonly onPagePaste = (event: ClipboardEvent): void => {
    const { composer } = this;
    const { activeElement, host } = composer.renderRoot;
    const isOurs =
      activeElement instanceof HTMLButtonElement && [document.body, host].some(element => element === event.target);
    if (!isOurs || event.defaultPrevented || !composer.canEdit) return;
    if (this.offerMenu(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  };

  /** Whether the text is a menu, which is offered then. What only looks like one goes in as text, and that is said. */
  private offerMenu(text: string, control?: HTMLInputElement): boolean {
    const { composer } = this;
    const menu = readPasted(text);
    if (typeof menu === 'string') {
      if (control && menu === 'looks-like-a-menu') composer.notify(composer.words.pastedAsText, { isDone: false });
      return false;
    }
    const isText = control && (isTextField(control.id) || locate(composer.state.draft, control.id).row);
    this.menuOffer = { menu, text, place: isText ? placeIn(control) : undefined };
    composer.announce(foundText(menu, composer));
    return true;
  }

  private offerLines(text: string, { id, value, selectionStart, selectionEnd }: HTMLInputElement): void {
    const { state, maxItems } = this.composer;
    const { row, name } = locate(state.draft, id);
    const lines = linesOf(text);
    const room = Math.min(lines.length, maxItems - state.rows.length + 1);
    if (!row || name !== 'content' || room < 2) return;
    const before = value.slice(0, Number(selectionStart));
    const after = value.slice(Number(selectionEnd));
    this.comingLines = { row, count: lines.length, texts: shareOut(lines, room, before, after) };
    setTimeout(() => (this.comingLines = undefined)); // nothing was put in: the page took it
  }

  /** An edit ends what is offered, but the one that the paste itself makes. Another menu ends it, too. */
  private onStateChange(change: StateChange): void {
    this.menuOffer = undefined;
    this.linesOffer = change === 'replaced' ? undefined : this.comingLines;
    this.comingLines = undefined;
    if (!this.linesOffer) return;
    const { text, label } = this.noteOf(this.linesOffer);
    this.composer.announce(`${text} · ${label}`);
  }

  private noteOf({ count, texts }: LinesOffer): { text: string; label: string } {
    const { words } = this.composer;
    return { text: fill(words.pastedLines, { n: count }), label: fill(words.splitLines, { n: texts.length }) };
  }

  private split({ row, texts }: LinesOffer): void {
    const { composer } = this;
    const { state } = composer;
    composer.focusOn(state.editRow(splitItem(state.draft, row, texts), row.item.type));
  }

  /** It was meant as text: there it goes, where it was pasted. */
  private insertAsText({ text, place }: MenuOffer): void {
    const { composer } = this;
    this.menuOffer = undefined;
    composer.requestUpdate();
    if (!place) return;
    const isOneLine = !!locate(composer.state.draft, place.field).row;
    insertText(composer, place, isOneLine ? text.replace(/[\r\n]+/g, ' ') : text);
  }
}
