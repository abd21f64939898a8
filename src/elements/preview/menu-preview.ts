import { html, nothing, type TemplateResult } from 'lit';
import type { MsgMenu } from '../../core/message.js';
import type { Words } from '../../locales/words.js';
import { icon } from '../icons.js';

export interface MenuPreview {
  menu: MsgMenu;
  dark: boolean;
  words: Words;
  toggleDark: () => void;
}

/** The words of an item's line, whatever state the item is in. */
export const contentOf = (item: unknown): string => {
  const { type } = item as { type?: unknown };
  const body = typeof type === 'string' ? (item as Record<string, unknown>)[type] : undefined;
  const content = (body as { content?: unknown } | undefined | null)?.content;
  return typeof content === 'string' ? content : '';
};

/** One bubble: text, a line for each item in the link colour, text. It has the line breaks that the message has. */
const bubble = ({ head_content, list, tail_content }: MsgMenu): TemplateResult | typeof nothing => {
  const lines = (list || []).map(contentOf).filter(content => content !== '');
  if (!head_content && !tail_content && !lines.length) return nothing;
  return html`<div class="chat">
    <span class="avatar">${icon('headset')}</span>
    <div class="bubble" part="bubble">
      ${head_content ? html`<span>${head_content}</span>` : nothing}${lines.map(
        content => html`<span class="link" part="link">${content}</span>`,
      )}${tail_content ? html`<span>${tail_content}</span>` : nothing}
    </div>
  </div>`;
};

/** 「客户看到的样子」 */
export const menuPreview = ({ menu, dark, words, toggleDark }: MenuPreview): TemplateResult =>
  html`<section class="preview ${dark ? 'dark' : 'light'}" part="preview" aria-label=${words.preview}>
    <div class="preview-head">
      <h3>${words.preview}</h3>
      <span class="sample">${words.sample}</span>
      <button class="tool" aria-label=${dark ? words.light : words.dark} @click=${toggleDark}>
        ${icon(dark ? 'sun' : 'moon')}
      </button>
    </div>
    ${bubble(menu)}
  </section>`;
