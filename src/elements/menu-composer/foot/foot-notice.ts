import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What became of something that a user has asked for outside of the message. */
export interface Notice {
  /** What was done stands beside the state; why nothing was done stands instead of it, and may have two lines. */
  readonly isDone: boolean;
  readonly text: string;
}

/** Milliseconds for which it is said. */
const TIME = 4000;

/** What the foot says for a while. */
export class FootNotice implements ReactiveController {
  current: Notice | undefined;
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.show(undefined);
  }

  show(notice: Notice | undefined): void {
    clearTimeout(this.timer);
    if (notice) this.timer = window.setTimeout(() => this.show(undefined), TIME);
    this.current = notice;
    this.host.requestUpdate();
  }
}
