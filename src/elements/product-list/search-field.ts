import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon, searchIcon } from './list-icons.js';
import type { Words } from '../../locales/words.js';

/** The field on top. While a word is being composed, nothing is searched: half a syllable finds nothing. */
export const searchField = (query: string, words: Words, search: (query: string) => void): TemplateResult => {
  const typed = (event: Event): void => {
    if (event.type === 'compositionend' || !(event as InputEvent).isComposing)
      search((event.target as HTMLInputElement).value);
  };
  return html`<div class="search" part="search" role="search">
    ${searchIcon}
    <input
      type="search"
      .value=${query}
      placeholder=${words.search}
      aria-label=${words.search}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      @input=${typed}
      @compositionend=${typed}
    />
    ${
      query
        ? html`<button class="clear" part="clear" aria-label=${words.clearSearch} @click=${() => search('')}>
            ${closeIcon}
          </button>`
        : nothing
    }
  </div>`;
};
