import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BY_USER, type ComposerState } from '../state/composer-state.js';

export interface NoticeOptions {
  /** What was done stands beside the state; why nothing was done stands instead of it, and may have two lines. Default: true. */
  readonly isDone?: boolean;
  /** It is not said for a while but until the user writes or sends: who looks up later reads it, too. Default: false. */
  readonly isLasting?: boolean;
}

/** What became of something that a user has asked for outside of the message. */
export interface Notice extends Required<NoticeOptions> {
  readonly text: string;
}

/** Milliseconds for which it is said. */
const TIME = 4000;

/** What the foot says for a while. */
export class FootNotice implements ReactiveController {
  current: Notice | undefined;
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost & { readonly state: ComposerState }) {
    host.addController(this);
    host.state.subscribe(change => {
      if (this.current?.isLasting && BY_USER.includes(change)) this.show('');
    });
  }

  hostDisconnected(): void {
    this.show('');
  }

  /** '' ends what is said. */
  show(text: string, { isDone = true, isLasting = false }: NoticeOptions = {}): void {
    clearTimeout(this.timer);
    if (text && !isLasting) this.timer = window.setTimeout(() => this.show(''), TIME);
    this.current = text ? { text, isDone, isLasting } : undefined;
    this.host.requestUpdate();
  }
}
