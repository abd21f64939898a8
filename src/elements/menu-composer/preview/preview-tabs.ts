import { html, type TemplateResult } from 'lit';
import { asText } from '../../../core/as-text.js';
import { errorText } from '../../../locales/describe.js';
import { fill, firstText } from '../../../locales/words.js';
import type { EventOn } from '../../shared/event-on.js';
import type { Composer } from '../composer.js';
import { rowText } from '../state/draft.js';

const ADDRESS = /(https?:\/\/\S+)/i;

/** 菜单 | 文字 over the preview where the menu can't go: what was written, and what can be sent instead. */
export class PreviewTabs {
  private isTextChosen = true;
  private isAnnounced = false;

  constructor(private readonly composer: Composer) {}

  /** What can be sent as text where the menu can't go; '' where the menu itself can go, or nothing can. */
  get textInstead(): string {
    const { bridge, facts } = this.composer;
    return bridge.takesTextOnly('msgmenu') && !facts.firstError ? asText(facts.message.msgmenu) : '';
  }

  /** Before a render: says that text can go instead. Once: the text grows with every key. */
  update(): void {
    if (!this.textInstead) this.isTextChosen = true;
    else if (!this.isAnnounced) this.announce();
  }

  /** Whether the text is on show, not the menu. */
  get showsText(): boolean {
    return !!this.textInstead && this.isTextChosen;
  }

  /** Instead of the preview's title. */
  render(): TemplateResult | undefined {
    if (!this.textInstead) return undefined;
    const { words } = this.composer;
    return html`<div
      class="tabs"
      part="tabs"
      role="tablist"
      aria-label=${words.preview}
      @keydown=${(event: EventOn<Element, KeyboardEvent>) => this.onKeydown(event)}
    >
      ${this.tab(false, words.asMenu)}${this.tab(true, words.asText)}
    </div>`;
  }

  private tab(asText: boolean, label: string): TemplateResult {
    const isChosen = this.isTextChosen === asText;
    return html`<button
      part="tab ${isChosen ? 'chosen' : ''}"
      role="tab"
      aria-selected=${isChosen}
      tabindex=${isChosen ? 0 : -1}
      @click=${() => this.choose(asText)}
    >
      ${label}
    </button>`;
  }

  /** The text; addresses look like links in it, as in the chat. */
  text(): (TemplateResult | string)[] {
    return this.textInstead
      .split(ADDRESS)
      .map((part, index) => (index % 2 ? html`<span class="address" part="address">${part}</span>` : part));
  }

  /** What does not go into the text. */
  leftOut(): TemplateResult | undefined {
    const { state, words } = this.composer;
    const lost = state.rows.filter(({ item }) => item.type === 'miniprogram').map(row => rowText(row, 'content'));
    if (!this.showsText || !lost.length) return undefined;
    return html`<p class="left-out" part="left-out">
      ${fill(words.leftOutOfText, { text: lost.join(words.and) })}
    </p>`;
  }

  choose(asText: boolean): void {
    this.isTextChosen = asText;
    this.composer.requestUpdate();
  }

  /** There are two: all arrows lead to the other one. */
  private onKeydown(event: EventOn<Element, KeyboardEvent>): void {
    const { key, currentTarget: tabs } = event;
    if (!/^Arrow(Left|Right)$|^Home$|^End$/.test(key)) return;
    event.preventDefault();
    this.choose(key === 'End' || (key !== 'Home' && !this.showsText));
    void this.composer.updateComplete.then(() => tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  }

  private announce(): void {
    const { composer, textInstead: text } = this;
    const { words, bridge } = composer;
    const whyNot = bridge.whyNot('msgmenu');
    if (!whyNot) return;
    this.isAnnounced = true;
    const platform = firstText(words, String(whyNot.details?.['platform']));
    composer.announce(
      whyNot.code === 'unsupported-platform'
        ? fill(words.noMenuOnPlatform, { platform, text })
        : fill(words.noMenuHere, { title: errorText(whyNot, words).title, text }),
    );
  }
}
