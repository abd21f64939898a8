import { html, type ReactiveController, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { fieldId, locate, type Row } from './menu-draft.js';
import { problem } from './problem.js';
import { linesOf, shareOut, splitInto } from './split-lines.js';

/** Several lines that were pasted into one item's text. */
interface PastedLines {
  readonly row: Row;
  readonly count: number;
  /** What the items say when it is one item a line. */
  readonly texts: string[];
}

/** Several lines go into an item's text as one, as everywhere; under it, one item a line is offered. */
export class LineOffer implements ReactiveController {
  private pasted: PastedLines | null = null;
  /** What the paste's own edit is about to put in. */
  private coming: PastedLines | null = null;
  private history: object | undefined;

  constructor(private readonly host: KfMenuComposer) {
    host.addController(this);
  }

  /** The user has edited something: by pasting, or it is over. */
  edited(): void {
    this.pasted = this.coming;
    this.coming = null;
    if (this.pasted) this.host.controls.announcement = this.said(this.pasted).join(' · ');
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('paste', this.paste);
  }

  hostUpdate(): void {
    const { history } = this.host.controls;
    if (history !== this.history) this.pasted = null; // the page has given another menu
    this.history = history;
  }

  under(id: string): TemplateResult | undefined {
    const { pasted, host } = this;
    if (!pasted || host.still || id !== fieldId(pasted.row, 'content')) return undefined;
    const [text, label] = this.said(pasted);
    return html`<div class="problem note" part="note">
        ${icon('info')}<span>${text}</span>
        <button class="mend" part="mend" ?disabled=${host.locked} @click=${() => this.split(pasted)}>${label}</button>
      </div>
      ${problem(host.controls, id)}`;
  }

  private said({ count, texts }: PastedLines): [string, string] {
    const { words } = this.host;
    return [fill(words.pastedLines, { n: count }), fill(words.splitLines, { n: texts.length })];
  }

  private split({ row, texts }: PastedLines): void {
    const { controls } = this.host;
    const { draft, row: last } = splitInto(controls.draft, row, texts);
    controls.editRow(draft, last.key, row.item.type);
  }

  private readonly paste = (event: Event): void => {
    const { controls, locked, maxItems } = this.host;
    const { clipboardData } = event as ClipboardEvent;
    if (!clipboardData || locked || !controls.owns(event)) return;
    const { id, value, selectionStart, selectionEnd } = event.target as HTMLInputElement;
    const { row, name } = locate(controls.draft, id);
    const lines = linesOf(clipboardData.getData('text/plain'));
    const room = Math.min(lines.length, maxItems - controls.rows.length + 1);
    if (!row || name !== 'content' || room < 2) return;
    const around = [value.slice(0, Number(selectionStart)), value.slice(Number(selectionEnd))] as const;
    this.coming = { row, count: lines.length, texts: shareOut(lines, room, ...around) };
    setTimeout(() => (this.coming = null)); // nothing was put in: it was JSON, or the page took it
  };
}
