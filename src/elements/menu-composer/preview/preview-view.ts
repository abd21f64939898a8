import type { ReactiveController } from 'lit';
import { asText } from '../../../core/convert/as-text.js';
import { errorText } from '../../../locales/describe.js';
import { fill, firstText } from '../../../locales/words.js';
import { Listeners } from '../../shared/listeners.js';
import { scrollersOf, visibleArea } from '../../shared/viewport.js';
import type { Composer } from '../composer.js';
import { previewPlace } from '../view/layout.js';
import type { InView } from '../view/in-view.js';

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
