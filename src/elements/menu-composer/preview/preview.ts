import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import type { Rehearsal } from './rehearsal.js';
import { rowText } from '../state/draft.js';
import type { Variables } from '../variables/variables.js';
import type { PreviewTabs } from './preview-tabs.js';
import type { PreviewView } from './preview-view.js';
import { previewPlace } from '../state/options.js';

/** The features that show something in the preview. */
export interface PreviewFeatures {
  readonly tabs: PreviewTabs;
  readonly rehearsal: Rehearsal;
  readonly variables: Variables;
  readonly view: PreviewView;
}

const chat = (bubble: unknown): TemplateResult =>
  html`<div class="chat" translate="no">
    <span class="avatar">${icon('headset')}</span>
    <div class="bubble" part="bubble">${bubble}</div>
  </div>`;

/** A text of the menu, with its variables as chips. Its line breaks are those of the message: no blank may stand around it. */
const text = (variables: Variables, written: string | undefined): TemplateResult | undefined =>
  written ? html`<span>${variables.chips(written)}</span>` : undefined;

/** One bubble: text, a line for each item in the link colour, text. */
function menuBubble({ state }: Composer, { rehearsal, variables }: PreviewFeatures): TemplateResult | undefined {
  const { head_content: head, tail_content: tail } = state.draft.texts;
  const lines = state.rows.filter(row => rowText(row, 'content'));
  if (!head && !tail && !lines.length) return undefined;
  return html`${chat(
    html`${text(variables, head)}${lines.map(row => rehearsal.line(row, variables.chips(rowText(row, 'content'), true)))}${text(variables, tail)}`,
  )}${rehearsal.outcome()}`;
}

/** 「客户看到的样子」, in WeChat's look; it has its own light and dark. */
export function preview(composer: Composer, features: PreviewFeatures, isDark: boolean): TemplateResult {
  const { words } = composer;
  const { tabs, view } = features;
  const title = tabs.render();
  return html`<section class="preview ${isDark ? 'dark' : 'light'}" part="preview" aria-label=${words.preview}>
    <div class="preview-head">
      ${
        title ??
        html`<h3>${words.preview}</h3>
            <span class="sample">${words.sample}</span>`
      }
      ${
        previewPlace(composer) === 'below' && view.isAway
          ? html`<button class="tool" aria-label=${words.backToEditor} @click=${() => view.goBack()}>
              ${icon('pencil')}
            </button>`
          : nothing
      }
      <button class="tool" aria-label=${isDark ? words.light : words.dark} @click=${() => view.setDark(!isDark)}>
        ${icon(isDark ? 'sun' : 'moon')}
      </button>
    </div>
    ${
      tabs.showsText
        ? html`${chat(html`<span>${tabs.text()}</span>`)}${tabs.leftOut()}`
        : (menuBubble(composer, features) ?? nothing)
    }
  </section>`;
}
