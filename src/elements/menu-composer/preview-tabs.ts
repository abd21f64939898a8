import { html, type TemplateResult } from 'lit';
import { errorText } from '../../locales/describe.js';
import { fill, type Word } from '../../locales/words.js';
import type { Extra, Shown } from './extra.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { fieldOf } from './menu-draft.js';

const ADDRESS = /(https?:\/\/\S+)/i;

/** 菜单 | 文字 over the preview where the menu can't go: what was written, and what can be sent instead. */
export class PreviewTabs implements Extra {
  private textChosen = true;
  /** What can be sent instead; '' where the menu itself can go. */
  private offered = '';
  private told = false;

  constructor(private readonly composer: KfMenuComposer) {}

  /** Whether the text is on show, not the menu. */
  get showsText(): boolean {
    return !!this.offered && this.textChosen;
  }

  /** Takes what can be sent instead of the menu, and gives what the preview shows of it. */
  take(text: string): string {
    if (!text) this.textChosen = true;
    else if (!this.told) this.tell(text);
    this.offered = text;
    return this.textChosen ? text : '';
  }

  head(): TemplateResult | undefined {
    if (!this.offered) return undefined;
    const { words } = this.composer;
    const tab = (asText: boolean): TemplateResult => {
      const chosen = this.textChosen === asText;
      return html`<button
        part="tab ${chosen ? 'chosen' : ''}"
        role="tab"
        aria-selected=${chosen}
        tabindex=${chosen ? 0 : -1}
        @click=${() => this.choose(asText)}
      >
        ${asText ? words.asText : words.asMenu}
      </button>`;
    };
    return html`<div class="tabs" part="tabs" role="tablist" aria-label=${words.preview} @keydown=${this.step}>${tab(false)}${tab(true)}</div>`;
  }

  /** Addresses in a text look like links in the chat, too. */
  text(text: string): Shown {
    if (!this.showsText) return undefined;
    return text
      .split(ADDRESS)
      .map((part, index) => (index % 2 ? html`<span class="address" part="address">${part}</span>` : part));
  }

  chat(): TemplateResult | undefined {
    const { controls, words } = this.composer;
    const lost = controls.rows.filter(({ item }) => item.type === 'miniprogram').map(row => fieldOf(row, 'content'));
    if (!this.showsText || !lost.length) return undefined;
    return html`<p class="left-out" part="left-out">${fill(words.leftOutOfText, { text: lost.join(words.and) })}</p>`;
  }

  choose(asText: boolean): void {
    this.textChosen = asText;
    this.composer.requestUpdate();
  }

  /** There are two: all arrows lead to the other one. */
  private readonly step = (event: KeyboardEvent): void => {
    const { key, currentTarget } = event;
    if (!/^Arrow(Left|Right)$|^Home$|^End$/.test(key)) return;
    event.preventDefault();
    this.choose(key === 'End' || (key !== 'Home' && !this.showsText));
    const tabs = currentTarget as Element;
    void this.composer.updateComplete.then(() => tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  /** Once: the text grows with every key. */
  private tell(text: string): void {
    const { controls, words, bridge } = this.composer;
    const whyNot = bridge.whyNot('msgmenu');
    if (!whyNot) return;
    this.told = true;
    const platform = words[String(whyNot.details?.['platform']) as Word];
    controls.announcement =
      whyNot.code === 'unsupported-platform'
        ? fill(words.noMenuOnPlatform, { platform, text })
        : fill(words.noMenuHere, { title: errorText(whyNot, words).title, text });
  }
}
