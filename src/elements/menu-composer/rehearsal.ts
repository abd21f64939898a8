import { html, nothing, type TemplateResult } from 'lit';
import { twoLines } from '../../locales/words.js';
import { icon } from '../shared/look/icons.js';
import { menuEntry } from '../shared/popover.js';
import type { Composer } from './composer.js';
import { fromMenu, rowMenuName, rowsOf, rowText, type Row } from './state/draft.js';

/** What it needs of `PreviewView`: the menu on show, not the text that goes instead, and what it plays in sight. */
interface MenuOnShow {
  choose(isText: boolean): void;
  show(selector: string): void;
}

/** Plays in the preview what a click of the customer does. Nothing is sent. */
export class Rehearsal {
  private pressed: Row | undefined;

  constructor(
    private readonly composer: Composer,
    private readonly view: MenuOnShow,
  ) {
    composer.state.subscribe(() => this.forgetOther());
  }

  /** In an item's menu: to play what its line does. */
  entry(row: Row): TemplateResult | undefined {
    const { words, preview, popovers, canEdit } = this.composer;
    if (preview === 'none') return undefined;
    return menuEntry(popovers, {
      icon: icon('pointer'),
      text: words.rehearse,
      onChoose: () => this.play(row),
      isDisabled: !canEdit || !rowText(row, 'content'),
    });
  }

  /**
   * An item's line in the preview. It is a button where the preview is all that there is to press: with the editor beside it, ten
   * lines would be ten stops too many for the Tab key, as the rows' menus have the same.
   */
  line(row: Row, content: unknown): TemplateResult {
    const { preview, readOnly, disabled } = this.composer;
    const isChosen = row === this.pressed;
    const isButton = (preview === 'only' || readOnly) && !disabled;
    return html`<span
      class="link ${isChosen ? 'chosen' : ''}"
      part="link ${isChosen ? 'chosen' : ''}"
      role=${isButton ? 'button' : nothing}
      tabindex=${isButton ? 0 : nothing}
      @click=${(event: Event) => this.onPress(event, row)}
      @keydown=${(event: KeyboardEvent) => this.onKeydown(event, row)}
      >${content}</span
    >`;
  }

  /** What comes of the click, below the bubble. */
  outcome(): TemplateResult | undefined {
    const { pressed, composer } = this;
    if (!pressed) return undefined;
    const { title, hint } = this.describe(pressed);
    return html`<div class="rehearsal" part="rehearsal">
      ${
        pressed.item.type === 'click'
          ? html`<div class="chat customer" translate="no">
              <div class="bubble" part="customer"><span>${rowText(this.asSent(pressed), 'content')}</span></div>
              <span class="avatar">${icon('person')}</span>
            </div>`
          : nothing
      }
      <p>${title}<b>${hint}</b></p>
      <button class="again" part="again" @click=${() => this.stop()}>${composer.words.rehearsalOver}</button>
    </div>`;
  }

  /** The line is another one now, or gone: what the customer did no longer holds. */
  private forgetOther(): void {
    if (this.pressed && !this.composer.state.rows.includes(this.pressed)) this.pressed = undefined;
  }

  /** A row with everything filled in. */
  private asSent(row: Row): Row {
    const { state, facts } = this.composer;
    const sent = rowsOf(fromMenu(facts.message.msgmenu))[state.rows.indexOf(row)];
    return sent ?? row;
  }

  private describe(row: Row): ReturnType<typeof twoLines> {
    const { words } = this.composer;
    const sent = this.asSent(row);
    if (row.item.type === 'view') return twoLines(words.opensPage, { text: rowText(sent, 'url') || words.url });
    if (row.item.type === 'miniprogram')
      return twoLines(words.opensMiniprogram, { text: rowText(sent, 'page') || words.page });
    const id = rowText(sent, 'id');
    return twoLines(id ? words.customerSaysWithId : words.customerSays, { text: rowText(sent, 'content'), id });
  }

  private play(row: Row): void {
    const { composer, view } = this;
    this.pressed = row;
    view.choose(false);
    const { title, hint } = this.describe(row);
    composer.announce(title + hint);
    void composer.updateComplete.then(() => {
      view.show('.bubble > .chosen');
      view.show('.rehearsal');
    });
  }

  private onPress(event: Event, row: Row): void {
    if (this.composer.disabled) return;
    event.preventDefault();
    this.play(row);
  }

  private onKeydown(event: KeyboardEvent, row: Row): void {
    if (event.key === 'Enter' || event.key === ' ') this.onPress(event, row);
  }

  /** Its button goes: the focus goes to where the same can be rehearsed again. */
  private stop(): void {
    const { renderRoot } = this.composer;
    const menu = this.pressed && renderRoot.querySelector<HTMLElement>(`#menu-${rowMenuName(this.pressed)}`);
    const place = menu ?? renderRoot.querySelector<HTMLElement>('.bubble > .chosen');
    place?.focus({ preventScroll: true });
    this.pressed = undefined;
    this.composer.announce('');
  }
}
