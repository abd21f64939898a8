import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { fill } from '../../../locales/words.js';
import { icon, spinner } from '../../shared/look/icons.js';
import { isAnswer, isSamePress, isSecondHalf, type Press } from '../../shared/sends/press.js';
import type { SendAction } from '../../shared/sends/send-state.js';
import type { Composer, NoticeOptions } from '../composer.js';
import type { Drafts } from '../drafts/drafts.js';
import { BY_USER } from '../state/composer-state.js';
import type { Templates } from '../templates/templates.js';
import type { Variables } from '../variables.js';
import type { PreviewView } from '../view/preview.js';
import { footState, type FootState, type Notice } from './foot-state.js';
import { LateNews } from './late-news.js';
import type { PressGuard } from './press-guard.js';

/** Milliseconds for which it is said what was done. */
const TIME = 4000;

/** What the foot needs beside the composer. */
interface FootParts {
  readonly guard: PressGuard;
  readonly drafts: Drafts;
  readonly preview: PreviewView;
  readonly templates: Templates;
  readonly variables: Variables;
}

/** The keys that send, beside the button where there is room. */
function keysHint({ isWide, isReadOnly, words }: Composer, { buttons }: FootState): TemplateResult | undefined {
  const [button] = buttons;
  if (!isWide || isReadOnly || buttons.length !== 1 || button?.look !== 'fill') return undefined;
  const key = /^(Mac|iP)/.test(navigator.platform) ? '⌘' : 'Ctrl';
  return html`<kbd part="keys">${fill(words.sendKeys, { key })}</kbd>`;
}

/** What a press is about that begins, and how often others than the user had changed that by then. */
interface Down extends Press {
  readonly changes: number;
}

/** The only place for state: what is so, what to do, and the buttons; what these do, and the keys that send. */
export class Foot implements ReactiveController {
  readonly news: LateNews;
  /** What was done, or why nothing was. */
  private notice: Notice | undefined;
  private timer = 0;
  /** What there is to press since the last render. */
  private buttons: FootState['buttons'] = [];
  /** What the button did that had the focus before this render. */
  private focused: SendAction | undefined;
  /** What went down on a button: the pointer, and the key that clicks as it comes up. */
  private down: Down | undefined;
  private spaced: Down | undefined;

  constructor(
    private readonly composer: Composer,
    private readonly parts: FootParts,
  ) {
    this.news = new LateNews(composer);
    composer.addController(this);
    composer.state.subscribe(change => {
      if (BY_USER.includes(change)) this.news.drop();
      const { isLasting, isDone = false } = this.notice ?? {};
      // What was done was done to what was there then.
      if (isLasting ? BY_USER.includes(change) : isDone && change !== 'restored') this.notify('');
    });
  }

  hostDisconnected(): void {
    this.notify('');
  }

  /** Says something for a while; '' ends that. */
  notify(text: string, { isDone = true, isLasting = false }: NoticeOptions = {}): void {
    clearTimeout(this.timer);
    if (text && !isLasting) this.timer = window.setTimeout(() => this.notify(''), TIME);
    this.notice = text ? { text, isDone, isLasting } : undefined;
    this.composer.requestUpdate();
  }

  /** Its words are the live region's words. */
  render(): TemplateResult {
    const { composer, state } = this;
    const { words, isTight } = composer;
    const { icon: name, title, hint } = state;
    const buttons = state.buttons.filter(({ action }) => this.canDo(action));
    const text = html`<span class="title">${title}</span> <span class="hint">${hint}</span>`;
    this.focused = this.focusedAction;
    this.buttons = buttons;
    return html`<footer class=${buttons.length > 1 ? 'two' : isTight ? 'tight' : ''} part="foot">
      <div class="status ${name === 'remove' ? 'removed' : ''}" part="status">
        ${name === 'spinner' ? spinner : name ? icon(name) : nothing}
        <div role="status" tabindex="-1">
          ${state.onPress ? html`<button class="status-button" @click=${state.onPress}>${text}</button>` : text}
        </div>
      </div>
      ${keysHint(composer, state)}<slot name="footer"></slot>
      <div class="buttons">
        ${buttons.map(
          ({ word, look, action }) =>
            html`<button
              class="send ${look} ${buttons.length > 1 && isAnswer(action) ? 'answer' : ''}"
              part="send ${look}"
              @pointerdown=${() => (this.down = this.downOn(action))}
              @keydown=${({ key, repeat }: KeyboardEvent) => {
                if (!repeat) this.spaced = key === ' ' ? this.downOn(action) : undefined;
              }}
              @click=${(event: MouseEvent) => this.press(action, event)}
            >
              ${look === 'quiet busy' ? spinner : nothing}${words[word]}
            </button>`,
        )}
      </div>
    </footer>`;
  }

  /** Where nothing can be written, the page sends; what became of that is the user's to answer all the same. */
  private canDo(action: SendAction): boolean {
    const { isReadOnly, disabled } = this.composer;
    return !isReadOnly || (!disabled && isAnswer(action));
  }

  private get state(): FootState {
    const { composer, notice, parts } = this;
    const { preview, templates, variables } = parts;
    return footState(composer, {
      textInstead: preview.textInstead,
      notice,
      news: this.news.first,
      hasTemplates: templates.all.length > 0,
      blankVariable: variables.footText(composer.facts.problems),
    });
  }

  /** After a render. A question takes the focus from a button that did something else: a key by habit answers nothing. */
  afterUpdate(): void {
    const { guard } = this.parts;
    const { sends } = this.composer;
    this.news.show();
    guard.show(
      this.buttons.map(({ word }) => word),
      sends.current.record,
      !sends.earlierDoubt,
    );
    const { focused, focusedAction: now } = this;
    if (now && now !== focused && isAnswer(now)) this.focusOnStatus();
  }

  private get focusedAction(): SendAction | undefined {
    const { renderRoot } = this.composer;
    const at = Array.from(renderRoot.querySelectorAll('footer .send')).findIndex(
      button => button === renderRoot.activeElement,
    );
    return this.buttons[at]?.action;
  }

  /** A key that is pressed by habit answers nothing, and sends nothing again: it leads to what there is to answer. */
  sendByKeys(): void {
    const { buttons } = this;
    const { guard } = this.parts;
    const { onScreen } = this.composer.sends;
    // The second half of a double press has not seen the text that goes instead of the menu.
    if (onScreen.message.msgtype === 'text' && guard.isTooEarlyFor('send') && !guard.meant(onScreen)) return;
    if (guard.isQuestion || buttons.every(({ action }) => isAnswer(action))) this.focusOnStatus();
    else if (buttons.every(({ word }) => word !== 'sendAgain')) this.send({});
  }

  private focusOnStatus(): void {
    const { renderRoot } = this.composer;
    renderRoot.querySelector<HTMLElement>('footer [role="status"]')?.focus({ preventScroll: true });
  }

  private downOn(action: SendAction): Down {
    const { changes, onScreen } = this.composer.sends;
    return { action, onScreen, changes };
  }

  /** Whether somebody else than the user has put another message under the finger since, or another question. */
  private isOther(down: Down | undefined, action: SendAction): boolean {
    const now = this.downOn(action);
    return !!down && (down.changes !== now.changes || isAnswer(action)) && !isSamePress(down, now);
  }

  /**
   * A press that began before the buttons came to say this, or on another message, was meant for something else. A key or a screen
   * reader has no pointer that goes down first.
   */
  private press(action: SendAction, event: MouseEvent): void {
    const { sends } = this.composer;
    const { guard } = this.parts;
    const isTooEarly = guard.isTooEarlyFor(action);
    const isOther = this.isOther(event.detail ? this.down : this.spaced, action);
    this.down = this.spaced = undefined;
    if (isTooEarly) guard.onEarlyPress();
    if (!this.canDo(action)) return;
    if ((isTooEarly || isOther) && !guard.meant(sends.onScreen)) this.turnAway(action, isOther);
    else if (action === 'send') this.send(event);
    else if (!isTooEarly) this.perform(action);
  }

  /** Nothing comes of the press. Who meant to send is told why, where another message has come. */
  private turnAway(action: SendAction, isOther: boolean): void {
    if (isOther && !isAnswer(action)) this.notify(this.composer.words.changedMeanwhile, { isDone: false });
  }

  /** Does what a button beside 发送 stands for. */
  private perform(action: SendAction): void {
    const { sends, words } = this.composer;
    if (action === 'arrived') this.parts.drafts.onArrived(sends.onScreen);
    sends.perform(action, sends.onScreen);
    if (action !== 'repeat' && this.focusedAction) this.focusOnStatus(); // the next press there would send
    if (action === 'dismiss' && !sends.earlierDoubt)
      this.notify(words['error.cancelled'], { isDone: false, isLasting: true });
  }

  /** Sends what is on screen, or shows why it can't be sent. */
  private send(press: Partial<MouseEvent>): void {
    const { composer, parts } = this;
    const { facts, sends, state, isReadOnly, words } = composer;
    if (isReadOnly || sends.isHasty(!press.detail) || sends.isSending || isSecondHalf(composer.renderRoot.host, press))
      return;
    const { onScreen } = sends;
    const meant = parts.guard.meant(onScreen);
    if (meant) return sends.perform('send', meant);
    if (onScreen.message.msgtype === 'text' && parts.preview.bringsText()) {
      parts.guard.renew(); // the second half of a double click has not seen it
      return this.notify(words.textShown);
    }
    state.removed = undefined; // from here on the foot is about the send
    this.notify('');
    this.news.drop();
    // Where nothing stops the send, nothing that was not on show appears and moves the rows.
    if (facts.firstError) {
      state.problems.touchAll(facts.problems, state.draft);
      sends.forget(); // what became of another message says nothing of this one
    }
    sends.perform('send', onScreen);
    if (facts.firstError && onScreen.message.msgtype === 'msgmenu') composer.goTo(facts.firstError);
  }
}
