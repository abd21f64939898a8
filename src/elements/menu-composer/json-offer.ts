import type { ReactiveController, TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { loadMenu } from './loading.js';
import { locate, setTextAt, textAt } from './menu-draft.js';
import { offer } from './offer.js';
import { readPasted, type PastedMenu } from './read-pasted.js';

/** Where a text was pasted. */
interface Spot {
  readonly control: HTMLInputElement;
  readonly from: number;
  readonly to: number;
}

/** A pasted menu is not inserted but offered; nothing is loaded without a press. */
export class JsonOffer implements ReactiveController {
  private pasted: PastedMenu | null = null;
  private text = '';
  private spot: Spot | undefined;
  private history: object | undefined;

  constructor(private readonly host: KfMenuComposer) {
    host.addController(this);
  }

  /** Offers the menu in this text. Returns whether there is one. */
  private offer(text: string, spot?: Spot): boolean {
    const { host } = this;
    const pasted = host.locked ? null : readPasted(text);
    if (!pasted) return false;
    Object.assign(this, { pasted, text, spot });
    host.controls.announcement = this.said(pasted);
    host.requestUpdate();
    return true;
  }

  /** Loads the menu in this text: the user has asked for it. Returns whether there is one. */
  load(text: string): boolean {
    const { host } = this;
    const pasted = host.locked ? null : readPasted(text);
    if (!pasted) return false;
    loadMenu(host, pasted);
    host.notice.say(this.said(pasted));
    return true;
  }

  /** The user goes on writing. */
  close(): void {
    this.pasted = null;
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('paste', this.paste);
  }

  hostUpdate(): void {
    const { history } = this.host.controls;
    if (history !== this.history) this.close(); // the page has given another menu
    this.history = history;
  }

  strip(): TemplateResult | undefined {
    const { pasted, host } = this;
    const { words, controls } = host;
    if (!pasted) return undefined;
    return offer(
      controls,
      'clipboard',
      this.said(pasted),
      [words.ignore, () => this.ignore()],
      [words.load, () => loadMenu(host, pasted)],
    );
  }

  private said({ menu, lost }: PastedMenu): string {
    const { words } = this.host;
    const { head_content: head, tail_content: tail, list = [] } = menu;
    const found = head
      ? tail
        ? words.foundMenuWithTexts
        : words.foundMenuWithHead
      : tail
        ? words.foundMenuWithTail
        : words.foundMenu;
    return fill(found, { n: list.length }) + (lost ? fill(words.lostItems, { n: lost }) : '');
  }

  /** It was meant as text: there it goes, where it was pasted. */
  private ignore(): void {
    const { host, spot, text } = this;
    const { controls } = host;
    this.close();
    host.requestUpdate();
    if (!spot) return;
    const { from, to, control } = spot;
    const { id } = control;
    const inserted = control.matches('textarea') ? text : text.replace(/[\r\n]+/g, ' ');
    const before = textAt(controls.draft, id);
    controls.edit(setTextAt(controls.draft, id, before.slice(0, from) + inserted + before.slice(to)));
    controls.focus(id);
    const caret = from + inserted.length;
    void host.updateComplete.then(() => control.setSelectionRange(caret, caret));
  }

  private readonly paste = (event: Event): void => {
    const { controls } = this.host;
    const { clipboardData } = event as ClipboardEvent;
    if (!clipboardData || !controls.owns(event)) return;
    const control = event.target as HTMLInputElement;
    const { id, selectionStart, selectionEnd } = control;
    const writes = /^(head|tail)_content$/.test(id) || locate(controls.draft, id).row;
    const spot = writes ? { control, from: Number(selectionStart), to: Number(selectionEnd) } : undefined;
    if (this.offer(clipboardData.getData('text/plain'), spot)) event.preventDefault();
  };
}
