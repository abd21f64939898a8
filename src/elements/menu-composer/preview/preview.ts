import { html, nothing, type TemplateResult } from 'lit';
import { namesIn, piecesOf, type Piece } from '../../../core/variables.js';
import { fill, twoLines } from '../../../locales/words.js';
import type { EventOn } from '../../shared/listeners.js';
import { icon } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import { rowText } from '../state/draft.js';
import { previewPlace } from '../view/layout.js';
import type { Variables } from '../variables.js';
import type { PreviewView } from './preview-view.js';
import type { Rehearsal } from './rehearsal.js';

/** The features that show something in the preview. */
interface PreviewFeatures {
  readonly view: PreviewView;
  readonly rehearsal: Rehearsal;
  readonly variables: Variables;
}

/** So many parts of a text are looked at for variables: more are in no text that can be sent. */
const MOST_PIECES = 500;

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

/**
 * A variable: its value where it has one, else its name. What it stands for is told when the pointer is over it, or the focus in it;
 * in a line that is pressed as a whole (`isInLine`) it takes none.
 */
function chip({ words }: Composer, variables: Variables, { text, name }: Piece, isInLine: boolean): TemplateResult {
  const value = variables.all.get(name);
  const from = variables.isGiven(name) ? words.variableFromPage : words.variableTyped;
  const about = value ? `${name} · ${from}` : twoLines(words.variableBlank, { text: name }).title;
  const look = value ? 'chip' : 'chip blank';
  return html`<span
    class=${look}
    part=${look}
    data-about=${about}
    role=${isInLine ? nothing : 'note'}
    aria-label=${isInLine ? nothing : `${value ?? text}: ${about}`}
    tabindex=${isInLine ? nothing : 0}
    >${value ?? text}</span
  >`;
}

/** A text with its variables as chips. */
function withChips(composer: Composer, variables: Variables, text: string, isInLine = false): unknown {
  if (!namesIn(text).length) return text;
  const pieces = piecesOf(text);
  const chips = pieces
    .slice(0, MOST_PIECES)
    .map(piece => (piece.name ? chip(composer, variables, piece, isInLine) : html`${piece.text}`));
  const rest = pieces.slice(MOST_PIECES).map(piece => piece.text);
  return [...chips, html`${rest.join('')}`];
}

/** One bubble: text, a line for each item in the link colour, text. Their line breaks are the message's: no blank stands around them. */
function menuBubble(composer: Composer, { rehearsal, variables }: PreviewFeatures): TemplateResult | undefined {
  const { state } = composer;
  const text = (written: string | undefined): TemplateResult | undefined =>
    written ? html`<span>${withChips(composer, variables, written)}</span>` : undefined;
  const { head_content: head, tail_content: tail } = state.draft.texts;
  const lines = state.rows.filter(row => rowText(row, 'content'));
  if (!head && !tail && !lines.length) return undefined;
  return html`${chat(
    html`${text(head)}${lines.map(row => rehearsal.line(row, withChips(composer, variables, rowText(row, 'content'), true)))}${text(tail)}`,
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
