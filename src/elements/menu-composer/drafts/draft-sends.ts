import type { ChatMessage } from '../../../core/message.js';
import { contentOf } from '../../../events/content.js';
import type { KfSendEvent } from '../../../events/kf-send.js';
import type { KfLateEvent, KfSentEvent } from '../../../events/outcome.js';
import type { SendRecord } from '../../../events/send-record.js';
import { draftsIn, removeDraft, type StoredDraft } from './draft-store.js';

/** An answer can come late: so many sends are remembered. */
const REMEMBERED = 9;

/** A message on its way, and what it was written as. */
interface Send {
  readonly asked: ChatMessage;
  /** The event's: the bridge writes into it what it has handed over. */
  readonly detail: KfSendEvent['detail'];
  /** Null where nobody knows yet whom it is for. */
  readonly slot: string | null;
  readonly menu: string;
  readonly own: StoredDraft | undefined;
}

const messageOf = ({ menu }: StoredDraft): unknown => ({ msgtype: 'msgmenu', msgmenu: JSON.parse(menu) });

/** Which draft goes with which message. `now` is the slot in which drafts are kept at that moment, null where nobody knows. */
export class DraftSends {
  private sends: Send[] = [];

  add(send: Send): void {
    this.sends = [send, ...this.sends].slice(0, REMEMBERED);
  }

  /**
   * A message is out: its draft is done with, and so is any other of the same words. One that was written on since stays. Returns
   * the menu of the draft where that belongs to the slot of now. A page that answers by itself may give no receipt.
   */
  arrived(detail: KfSentEvent['detail'] | KfLateEvent['detail'], now: string | null): string | undefined {
    const { message, receipt } = detail;
    const send = this.sends.find(({ detail }) => detail.message === message);
    const hasFailed = 'error' in detail && detail.error !== undefined;
    return hasFailed || receipt?.outcome === 'dry-run' ? undefined : this.removeDraftsOf(send, now);
  }

  /**
   * The same for a message of which nobody had heard what became of it, but the user has seen it in the chat. `menu` is the one on
   * show, where that is the message: a panel that was built anew has sent nothing, and may show another one.
   */
  seen({ message }: SendRecord, now: string, menu: string | undefined): string | undefined {
    const content = contentOf(message);
    const send = this.sends.find(({ asked, slot }) => (slot ?? now) === now && contentOf(asked) === content);
    const shown = menu ?? draftsIn(now).find(draft => contentOf(messageOf(draft)) === content)?.menu;
    return this.removeDraftsOf(
      send ?? (shown === undefined ? undefined : { menu: shown, slot: now, own: undefined }),
      now,
    );
  }

  private removeDraftsOf(
    send: Pick<Send, 'slot' | 'menu' | 'own'> | undefined,
    now: string | null,
  ): string | undefined {
    const slot = send?.slot ?? now;
    if (!send || !slot) return undefined;
    const { menu, own } = send;
    for (const draft of draftsIn(slot)) if (draft.menu === menu || (own && draft.raw === own.raw)) removeDraft(draft);
    return slot === now ? menu : undefined;
  }
}
