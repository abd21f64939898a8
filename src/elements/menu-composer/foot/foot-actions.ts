import type { Composer } from '../composer.js';
import type { Drafts } from '../drafts/drafts.js';
import type { FootAction } from './foot-state.js';
import type { PressGuard } from './press-guard.js';
import type { PreviewView } from '../preview/preview-view.js';

/** What the actions need beside the composer. */
export interface FootParts {
  readonly guard: PressGuard;
  readonly drafts: Drafts;
  readonly preview: PreviewView;
}

/** What the foot's buttons do, and the keys that send. */
export class FootActions {
  constructor(
    private readonly composer: Composer,
    private readonly parts: FootParts,
  ) {}

  /** The foot's buttons say this now. A question takes the focus from the button: a key that is still being pressed answers nothing. */
  show(labels: readonly string[]): void {
    const { guard } = this.parts;
    const { renderRoot, sends } = this.composer;
    const wasQuestion = guard.isQuestion;
    guard.show(labels, sends.record);
    if (guard.isQuestion && !wasQuestion && renderRoot.activeElement?.matches('.send'))
      renderRoot.querySelector<HTMLElement>('footer [role="status"]')?.focus({ preventScroll: true });
  }

  /** A press that began before the buttons came to say this was meant for something else. */
  press(action: FootAction): void {
    const { composer } = this;
    const { isReadOnly, sends, words } = composer;
    const { isTooEarly, meant } = this.parts.guard;
    if (isTooEarly) this.parts.guard.onEarlyPress();
    if (isReadOnly || sends.isHasty || (isTooEarly && !meant)) return;
    if (action === 'send') return this.send();
    if (isTooEarly) return;
    if (action === 'arrived') this.parts.drafts.onArrived(sends.onScreen);
    sends.perform(action, sends.onScreen);
    if (action === 'dismiss') composer.notify(words['error.cancelled'], { isDone: false, isLasting: true });
  }

  /** A key that is pressed by habit answers no question. */
  sendByKeys(): void {
    if (!this.parts.guard.isQuestion) this.send();
  }

  /** Sends what is on screen, or shows why it can't be sent. */
  private send(): void {
    const { composer, parts } = this;
    const { facts, sends, state, isReadOnly, words } = composer;
    const { meant } = parts.guard;
    if (isReadOnly || sends.isHasty || sends.isSending) return;
    if (meant) return sends.perform('send', meant);
    const { onScreen } = sends;
    if (onScreen.message.msgtype === 'text' && parts.preview.bringsText()) return composer.notify(words.textShown);
    state.removed = undefined; // from here on the foot is about the send
    composer.notify('');
    // Where nothing stops the send, nothing that was not on show appears and moves the rows.
    if (facts.firstError) state.problems.touchAll(facts.problems, state.draft);
    sends.perform('send', onScreen);
    if (facts.firstError && onScreen.message.msgtype === 'msgmenu') composer.goTo(facts.firstError);
  }
}
