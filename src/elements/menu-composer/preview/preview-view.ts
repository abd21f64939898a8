import type { ReactiveController } from 'lit';
import { scrollersOf } from '../scrolling.js';
import type { Composer } from '../composer.js';
import { previewPlace } from '../state/options.js';
import type { InView } from '../view/in-view.js';
import type { PreviewTabs } from './preview-tabs.js';

/** What was scrolled how far. */
type Places = readonly (readonly [scroller: Element, top: number])[];

/** How the preview is looked at: light or dark, and, where it stands below the fold, one press away and back. */
export class PreviewView implements ReactiveController {
  /** Whether it can be seen as far as its end. */
  isSeen = false;
  /** Whether the editor's first text is out of sight. */
  isAway = false;
  private chosenDark: boolean | undefined;
  /** Where the user was before the press that led here. */
  private before: Places | undefined;
  /** The text that was in view: before it is sent, it has to be. */
  private seenText = '';
  private frame = 0;

  constructor(
    private readonly composer: Composer,
    private readonly inView: InView,
    private readonly tabs: PreviewTabs,
  ) {
    composer.addController(this);
  }

  hostConnected(): void {
    this.composer.renderRoot.addEventListener('scroll', this.onScroll, true);
    window.addEventListener('scroll', this.onScroll, true);
    window.addEventListener('resize', this.onScroll);
  }

  hostDisconnected(): void {
    this.composer.renderRoot.removeEventListener('scroll', this.onScroll, true);
    window.removeEventListener('scroll', this.onScroll, true);
    window.removeEventListener('resize', this.onScroll);
    cancelAnimationFrame(this.frame);
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
    const { before, composer, inView } = this;
    if (before) for (const [scroller, top] of before) scroller.scrollTo({ top, behavior: 'instant' });
    else inView.show(composer.renderRoot.querySelector('.text'));
    this.before = undefined;
    this.measure();
  }

  /** Whether the text that would be sent has not been in view; it is then. */
  bringsText(): boolean {
    const { composer, tabs } = this;
    const { textInstead: text } = tabs;
    this.measure();
    if (!text || !this.bubble || this.seenText === text) return false;
    tabs.choose(true);
    void composer.updateComplete.then(() => this.goThere());
    this.seenText = text;
    return true;
  }

  private get bubble(): Element | null {
    return this.composer.renderRoot.querySelector('.bubble');
  }

  private goThere(): void {
    const { bubble, composer, inView } = this;
    const preview = composer.renderRoot.querySelector('.preview');
    if (!bubble || !preview) return;
    if (!this.isSeen) this.before = scrollersOf(bubble).map(scroller => [scroller, scroller.scrollTop]);
    inView.show(preview);
    this.measure();
  }

  private readonly onScroll = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.measure());
  };

  private measure(): void {
    const { bubble, inView, tabs, composer, isSeen, isAway } = this;
    const text = composer.renderRoot.querySelector('.text');
    this.isSeen = !!bubble && inView.isSeen(bubble);
    this.isAway = !!text && !inView.isSeen(text);
    if (this.isSeen && tabs.showsText) this.seenText = tabs.textInstead;
    if (!this.isSeen) this.before = undefined;
    if (this.isSeen !== isSeen || this.isAway !== isAway) composer.requestUpdate();
  }
}
