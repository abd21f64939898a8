import { html, nothing, type TemplateResult } from 'lit';
import type { MsgMenu } from '../../core/message.js';
import type { Place, Places } from '../menu-composer/extra.js';
import type { Words } from '../../locales/words.js';
import { icon } from '../shared/icons.js';

export interface MenuPreview {
  texts: Omit<MsgMenu, 'list'>;
  /** What the items say. */
  lines: string[];
  dark: boolean;
  words: Words;
  toggleDark: () => void;
  /** What a fuller composer shows at this place. */
  extra: <P extends Place>(place: P, at?: Places[P]) => unknown;
}

/** One bubble: text, a line for each item in the link colour, text. It has the line breaks that the message has. */
function bubble({ texts: { head_content, tail_content }, lines, extra }: MenuPreview): TemplateResult | typeof nothing {
  if (!head_content && !tail_content && !lines.some(Boolean)) return nothing;
  const line = (text: string | undefined, look = ''): TemplateResult | typeof nothing =>
    text ? html`<span class=${look} part=${look || nothing}>${extra('text', text) || text}</span>` : nothing;
  return html`<div class="chat">
      <span class="avatar">${icon('headset')}</span>
      <div class="bubble" part="bubble">
        ${line(head_content)}${lines.map(text => line(text, 'link'))}${line(tail_content)}
      </div>
    </div>
    ${extra('chat')}`;
}

/** 「客户看到的样子」 */
export function menuPreview(view: MenuPreview): TemplateResult {
  const { dark, words, toggleDark, extra } = view;
  return html`<section class="preview ${dark ? 'dark' : 'light'}" part="preview" aria-label=${words.preview}>
    <div class="preview-head">
      ${extra('head') || html`<h3>${words.preview}</h3>`}
      <span class="sample">${words.sample}</span>
      <button class="tool" aria-label=${dark ? words.light : words.dark} @click=${toggleDark}>
        ${icon(dark ? 'sun' : 'moon')}
      </button>
    </div>
    ${bubble(view)}
  </section>`;
}
