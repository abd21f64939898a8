import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../locales/words.js';
import type { EventOn } from '../../shared/listeners.js';
import { icon } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import { rowText } from '../state/draft.js';
import { previewPlace } from '../view/layout.js';
import type { Variables } from '../variables/variables.js';
import type { PreviewView } from './preview-view.js';
import type { Rehearsal } from './rehearsal.js';

/** The features that show something in the preview. */
interface PreviewFeatures {
  readonly view: PreviewView;
  readonly rehearsal: Rehearsal;
  readonly variables: Variables;
}

const ADDRESS = /(https?:\/\/\S+)/i;

/** There are two tabs: all arrows lead to the other one. */
function onTabKey(composer: Composer, view: PreviewView, event: EventOn<Element, KeyboardEvent>): void {
  const { key, currentTarget: tabs } = event;
  if (!/^Arrow(Left|Right)$|^Home$|^End$/.test(key)) return;
  event.preventDefault();
  view.choose(key === 'End' || (key !== 'Home' && !view.showsText));
  void composer.updateComplete.then(() => tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
}

function tab(view: PreviewView, isText: boolean, label: string): TemplateResult {
  const isChosen = view.showsText === isText;
  return html`<button
    part="tab ${isChosen ? 'chosen' : ''}"
    role="tab"
    aria-selected=${isChosen}
    tabindex=${isChosen ? 0 : -1}
    @click=${() => view.choose(isText)}
  >
    ${label}
  </button>`;
}

/** 菜单 | 文字 instead of the title, where the menu can't go: what was written, and what can be sent instead. */
const tabs = (composer: Composer, view: PreviewView): TemplateResult =>
  html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${composer.words.preview}
    @keydown=${(event: EventOn<Element, KeyboardEvent>) => onTabKey(composer, view, event)}
  >
    ${tab(view, false, composer.words.asMenu)}${tab(view, true, composer.words.asText)}
  </div>`;

const chat = (bubble: unknown): TemplateResult =>
  html`<div class="chat" translate="no">
    <span class="avatar">${icon('headset')}</span>
    <div class="bubble" part="bubble">${bubble}</div>
  </div>`;

/** Addresses look like links in it, as in the chat. */
const withAddresses = (text: string): (TemplateResult | string)[] =>
  text
    .split(ADDRESS)
    .map((part, index) => (index % 2 ? html`<span class="address" part="address">${part}</span>` : part));

/** What is sent instead of the menu, and what does not go into it. */
function textBubble({ state, words }: Composer, { textInstead }: PreviewView): TemplateResult {
  const lost = state.rows.filter(({ item }) => item.type === 'miniprogram').map(row => rowText(row, 'content'));
  return html`${chat(html`<span>${withAddresses(textInstead)}</span>`)}${
    lost.length
      ? html`<p class="left-out" part="left-out">${fill(words.leftOutOfText, { text: lost.join(words.and) })}</p>`
      : nothing
  }`;
}

/** A text of the menu, with its variables as chips. Its line breaks are those of the message: no blank may stand around it. */
const menuText = (variables: Variables, written: string | undefined): TemplateResult | undefined =>
  written ? html`<span>${variables.chips(written)}</span>` : undefined;

/** One bubble: text, a line for each item in the link colour, text. */
function menuBubble({ state }: Composer, { rehearsal, variables }: PreviewFeatures): TemplateResult | undefined {
  const { head_content: head, tail_content: tail } = state.draft.texts;
  const lines = state.rows.filter(row => rowText(row, 'content'));
  if (!head && !tail && !lines.length) return undefined;
  return html`${chat(
    html`${menuText(variables, head)}${lines.map(row => rehearsal.line(row, variables.chips(rowText(row, 'content'), true)))}${menuText(variables, tail)}`,
  )}${rehearsal.outcome()}`;
}

/** 「客户看到的样子」, in WeChat's look; it has its own light and dark. */
export function preview(composer: Composer, features: PreviewFeatures, isDark: boolean): TemplateResult {
  const { words } = composer;
  const { view } = features;
  return html`<section class="preview ${isDark ? 'dark' : 'light'}" part="preview" aria-label=${words.preview}>
    <div class="preview-head">
      ${
        view.textInstead
          ? tabs(composer, view)
          : html`<h3>${words.preview}</h3>
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
    ${view.showsText ? textBubble(composer, view) : (menuBubble(composer, features) ?? nothing)}
  </section>`;
}
