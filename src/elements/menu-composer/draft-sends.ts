import type { KfSendEvent } from '../../events/kf-send.js';
import type { KfLateEvent, KfSentEvent } from '../../events/outcome.js';
import { draftsIn, forget, type StoredDraft } from './draft-store.js';

/** As many sends may still be told about late. */
const REMEMBERED = 9;

/** A message on its way, and what it was written as. */
interface Send {
  readonly detail: KfSendEvent['detail'];
  /** Null where nobody knows yet whom it is for. */
  readonly slot: string | null;
  readonly menu: string;
  readonly own: StoredDraft | undefined;
}

/** Which draft goes with which message. */
export class DraftSends {
  private sends: Send[] = [];

  add(send: Send): void {
    this.sends = [send, ...this.sends].slice(0, REMEMBERED);
  }

  /**
   * A message is out: its draft is done with, and so is any other of the same words. One that was written on since stays. Returns
   * the menu of the draft. `now` is whose drafts are kept now.
   */
  arrived({ message, receipt }: (KfSentEvent | KfLateEvent)['detail'], now: string | null): string | undefined {
    const send = this.sends.find(({ detail }) => detail.message === message);
    return receipt && receipt.outcome === 'sent' ? this.done(send, now) : undefined;
  }

  /** The same for the last message, of which nobody has heard, but it is there. */
  seen(now: string | null): string | undefined {
    return this.done(this.sends[0], now);
  }

  private done(send: Send | undefined, now: string | null): string | undefined {
    if (!send) return undefined;
    const { menu, own, slot } = send;
    const place = slot === null ? now : slot;
    if (!place) return undefined;
    for (const draft of draftsIn(place)) if (draft.menu === menu || (own && draft.raw === own.raw)) forget(draft);
    return menu;
  }
}
