import type { Composer } from '../composer.js';
import type { Drafts } from '../drafts/drafts.js';
import type { FootAction } from './foot-state.js';
import type { PressGuard } from './press-guard.js';

/** What the foot's buttons do, and the keys that send. */
export class FootActions {
  constructor(
    private readonly composer: Composer,
    private readonly guard: PressGuard,
    private readonly drafts: Drafts,
  ) {}

  /** A press that began before the buttons came to say this was meant for something else. */
  press(action: FootAction): void {
    const { isReadOnly, sends } = this.composer;
    const { isTooEarly, meant } = this.guard;
    if (isReadOnly || sends.isHasty || (isTooEarly && !meant)) return;
    if (action === 'send') return this.send();
    if (isTooEarly) return;
    if (action === 'arrived') this.drafts.onArrived();
    sends.perform(action, sends.onScreen);
  }

  /** A key that is pressed by habit answers no question. */
  sendByKeys(): void {
    if (!this.guard.isQuestion) this.send();
  }

  /** Sends what is on screen, or shows why it can't be sent. */
  private send(): void {
    const { facts, sends, state, isReadOnly } = this.composer;
    const { meant } = this.guard;
    if (isReadOnly || sends.isHasty || sends.isSending) return;
    if (meant) return sends.perform('send', meant);
    const { onScreen } = sends;
    state.removed = undefined; // from here on the foot is about the send
    // Where nothing stops the send, nothing that was not on show appears and moves the rows.
    if (facts.firstError) state.problems.touchAll(facts.problems, state.draft);
    sends.perform('send', onScreen);
    if (facts.firstError && onScreen.message.msgtype === 'msgmenu') this.composer.goTo(facts.firstError);
  }
}
