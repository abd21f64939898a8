import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { asText } from '../../../core/convert/as-text.js';
import { namesIn, piecesOf, type Piece } from '../../../core/variables.js';
import { errorText } from '../../../locales/describe.js';
import { fill, firstText, twoLines } from '../../../locales/words.js';
import { Listeners, type EventOn } from '../../shared/listeners.js';
import { icon } from '../../shared/look/icons.js';
import { scrollersOf, visibleArea } from '../../shared/viewport.js';
import type { Composer } from '../composer.js';
import type { Rehearsal } from '../rehearsal.js';
import { rowText } from '../state/draft.js';
import type { Variables } from '../variables.js';
import type { InView } from './in-view.js';
import { previewPlace } from './layout.js';

/** Whether hardly anything of it is left at the upper edge of the window. */
function isCut(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return (top + bottom) / 2 < visibleArea().top;
}

/** What was scrolled how far. */
type Places = readonly (readonly [scroller: Element, top: number])[];

/**
 * How the preview is looked at: light or dark; as menu or as text, where the menu can't go; and, where it stands below the fold, one
 * press away and back.
 */
export class PreviewView implements ReactiveController {
  /** Whether it can be seen as far as its end. */
  isSeen = false;
  /** Whether the editor's first text is out of sight, or the header with the way back to it. */
  isAway = false;
  private chosenDark: boolean | undefined;
  private isTextChosen = true;
  /** Whether it was said that text can go instead. */
  private isAnnounced = false;
  /** The text that was in view: before it is sent, it has to be. */
  private seenText = '';
  /** Where the user was before the press that led here. */
  private before: Places | undefined;
  private frame = 0;
  private readonly listeners = new Listeners();

  constructor(
    private readonly composer: Composer,
    private readonly inView: InView,
  ) {
    composer.addController(this);
  }

  hostConnected(): void {
    this.listeners
      .on(this.composer.renderRoot, 'scroll', this.onScroll, true)
      .on(window, 'scroll', this.onScroll, true)
      .on(window, 'resize', this.onScroll);
  }

  hostDisconnected(): void {
    this.listeners.end();
    cancelAnimationFrame(this.frame);
  }

  /** Says that text can go instead. Once: the text grows with every key. */
  hostUpdate(): void {
    if (!this.textInstead) this.isTextChosen = true;
    else if (!this.isAnnounced) this.announce();
  }

  /** What was rendered may be longer or shorter; beside the editor, nobody asks whether the preview is seen. */
  hostUpdated(): void {
    if (previewPlace(this.composer) === 'below') this.onScroll();
  }

  /** `byDefault`: the colours of the element. */
  isDark(byDefault: boolean): boolean {
    return this.chosenDark ?? byDefault;
  }

  setDark(isDark: boolean): void {
    this.chosenDark = isDark;
    this.composer.requestUpdate();
  }

  /** What can be sent as text where the menu can't go; '' where the menu itself can go, or nothing can. */
  get textInstead(): string {
    const { bridge, facts } = this.composer;
    return bridge.takesTextOnly('msgmenu') && !facts.firstError ? asText(facts.message.msgmenu) : '';
  }

  /** Whether the text is on show, not the menu. */
  get showsText(): boolean {
    return !!this.textInstead && this.isTextChosen;
  }

  choose(isText: boolean): void {
    this.isTextChosen = isText;
    this.composer.requestUpdate();
  }

  /** Whether the text that would be sent has not been in view; it is then. */
  bringsText(): boolean {
    const { composer, textInstead: text } = this;
    this.measure();
    if (!text || !this.bubble || this.seenText === text) return false;
    this.choose(true);
    void composer.updateComplete.then(() => this.goThere());
    this.seenText = text;
    return true;
  }

  /** Whether the way back is what is wanted: also where a short menu's first text is still in sight. */
  get leadsBack(): boolean {
    return this.isSeen && (this.isAway || !!this.before);
  }

  /** There and back. */
  toggle(): void {
    if (this.leadsBack) this.goBack();
    else this.goThere();
  }

  /** To where the user was, or to the first text. */
  goBack(): void {
    const { before } = this;
    if (before) for (const [scroller, top] of before) scroller.scrollTo({ top, behavior: 'instant' });
    else this.show('.text');
    this.before = undefined;
    this.measure();
  }

  /** Brings the first thing with this selector into view, above the foot. */
  show(selector: string): void {
    this.inView.show(this.composer.renderRoot.querySelector(selector));
  }

  private get bubble(): Element | null {
    return this.composer.renderRoot.querySelector('.bubble');
  }

  private goThere(): void {
    const { bubble } = this;
    if (!bubble) return;
    if (!this.isSeen) this.before = scrollersOf(bubble).map(scroller => [scroller, scroller.scrollTop]);
    this.show('.preview');
    this.measure();
  }

  private readonly onScroll = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.measure());
  };

  private measure(): void {
    const { bubble, inView, composer, isSeen, isAway } = this;
    const [header, text] = ['header', '.text'].map(selector => composer.renderRoot.querySelector(selector));
    this.isSeen = !!bubble && inView.isSeen(bubble);
    this.isAway = [header, text].some(place => place && (!inView.isSeen(place) || isCut(place)));
    if (this.isSeen && this.showsText) this.seenText = this.textInstead;
    if (!this.isSeen) this.before = undefined;
    if (this.isSeen !== isSeen || this.isAway !== isAway) composer.requestUpdate();
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
