import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { twoLines } from '../../locales/words.js';
import { drawing } from '../shared/icons.js';
import type { Extra, Shown } from './extra.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { fieldOf, type Row } from './menu-draft.js';
import { entry } from './popover.js';
import type { PreviewTabs } from './preview-tabs.js';

const person = drawing('person', 'M10 4a3 3 0 100 6 3 3 0 000-6M4.5 16.5a5.5 5.5 0 0111 0');
const pointer = drawing('pointer', 'M4.5 4l11.5 4.4-5 2.1-2.1 5z');

const AS_BUTTON = [
  ['role', 'button'],
  ['tabindex', '0'],
] as const;

const hasLine = (row: Row): boolean => !!fieldOf(row, 'content');

/** Plays in the preview what a click of the customer does. Nothing is sent. */
export class Rehearsal implements Extra, ReactiveController {
  private pressed: Row | undefined;

  constructor(
    private readonly composer: KfMenuComposer,
    private readonly tabs: PreviewTabs,
  ) {
    composer.addController(this);
  }

  hostConnected(): void {
    for (const type of ['click', 'keydown']) this.composer.renderRoot.addEventListener(type, this.press);
  }

  /** The line is another one now, or gone: what the customer did no longer holds. */
  hostUpdate(): void {
    if (this.pressed && !this.composer.controls.rows.includes(this.pressed)) this.pressed = undefined;
  }

  /** Ten lines are ten stops too many for the Tab key, as long as the rows' menus have the same. */
  hostUpdated(): void {
    const { preview, readOnly, disabled } = this.composer;
    const alone = (preview === 'only' || readOnly) && !disabled;
    this.lines.forEach((line, index) => {
      const chosen = this.rows[index] === this.pressed;
      line.classList.toggle('chosen', chosen);
      line.setAttribute('part', chosen ? 'link chosen' : 'link');
      for (const [name, value] of AS_BUTTON) {
        if (alone) line.setAttribute(name, value);
        else line.removeAttribute(name);
      }
    });
  }

  entries(row: Row): Shown {
    const { controls, words, preview } = this.composer;
    if (preview === 'none') return undefined;
    return entry(controls, pointer, words.rehearse, () => this.play(row), '', !hasLine(row));
  }

  chat(): TemplateResult | undefined {
    const { pressed, composer } = this;
    if (!pressed || this.tabs.showsText) return undefined;
    const { title, hint } = this.outcome(pressed);
    return html`<div class="rehearsal" part="rehearsal">
      ${
        pressed.item.type === 'click'
          ? html`<div class="chat customer">
              <div class="bubble" part="customer"><span>${fieldOf(this.asSent(pressed), 'content')}</span></div>
              <span class="avatar">${person}</span>
            </div>`
          : nothing
      }
      <p>${title}<b>${hint}</b></p>
      <button class="again" part="again" @click=${this.stop}>${composer.words.rehearsalOver}</button>
    </div>`;
  }

  /** The lines on show, and the rows that they stand for. */
  private get lines(): HTMLElement[] {
    return Array.from(this.composer.renderRoot.querySelectorAll<HTMLElement>('.bubble > .link'));
  }

  private get rows(): Row[] {
    return this.composer.controls.rows.filter(hasLine);
  }

  /** A row with everything filled in. */
  private asSent(row: Row): Row {
    const { controls, message } = this.composer;
    const { list = [] } = message.msgmenu;
    return { ...row, item: list[controls.rows.indexOf(row)] || row.item };
  }

  private outcome(row: Row): ReturnType<typeof twoLines> {
    const { words } = this.composer;
    const sent = this.asSent(row);
    const [text, id, url, page] = ['content', 'id', 'url', 'page'].map(name => fieldOf(sent, name)) as [
      string,
      string,
      string,
      string,
    ];
    if (row.item.type === 'view') return twoLines(words.opensPage, { text: url || words.url });
    if (row.item.type === 'miniprogram') return twoLines(words.opensMiniprogram, { text: page || words.page });
    return twoLines(id ? words.customerSaysWithId : words.customerSays, { text, id });
  }

  private play(row: Row): void {
    const { composer, tabs } = this;
    this.pressed = row;
    tabs.choose(false);
    const { title, hint } = this.outcome(row);
    this.say(title + hint);
    void composer.updateComplete.then(() => {
      for (const shown of composer.renderRoot.querySelectorAll('.chosen, .rehearsal'))
        shown.scrollIntoView({ block: 'nearest' });
    });
  }

  private say(text: string): void {
    this.composer.controls.announcement = text;
    this.composer.requestUpdate();
  }

  private readonly press = (event: Event): void => {
    const line = (event.target as Element).closest<HTMLElement>('.bubble > .link');
    const row = line && this.rows[this.lines.indexOf(line)];
    const { key = 'Enter' } = event as KeyboardEvent;
    if (!row || this.composer.disabled || !['Enter', ' '].includes(key)) return;
    event.preventDefault();
    this.play(row);
  };

  /** Its button goes: the focus goes to where the same can be rehearsed again. */
  private readonly stop = (): void => {
    const { renderRoot } = this.composer;
    const { key = 0 } = this.pressed || {};
    const place =
      renderRoot.querySelector<HTMLElement>(`#menu-${key}`) || renderRoot.querySelector<HTMLElement>('.chosen');
    if (place) place.focus({ preventScroll: true });
    this.pressed = undefined;
    this.say('');
  };
}
