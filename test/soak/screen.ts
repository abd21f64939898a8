import type { ReactiveController, ReactiveElement } from 'lit';
import { BridgeRequestEvent, type BridgeStatus } from '../../src/events/bridge-status.js';
import type { SendRecord } from '../../src/events/send-record.js';
import { Stays } from '../../src/elements/shared/sends/stays.js';
import type { Asker } from './askers.js';

/** No customer was ever known. */
export const NEVER = 'none:0';

/** Milliseconds that a person needs to see another customer. */
export const READING = 500;

/** What a person has before their eyes: what the element's last rendering was about. */
export class Screen implements ReactiveController {
  addressee = NEVER;
  /** Whose chat the nearest bridge says it is, as the element has heard it. */
  known = NEVER;
  content = '';
  /** The send whose state is shown, as the bridge has it. */
  record: SendRecord | null = null;
  /** What was drawn when the chat became another customer's. */
  private before: { addressee: string; content: string } | undefined;
  /** Who is back at once was not away. */
  private readonly stays = new Stays();
  private status: BridgeStatus | null = null;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly asker: Asker,
    private readonly recordOf: (asker: Asker, content: string) => SendRecord | null,
  ) {
    asker.element.addController(this);
    for (const type of ['kf-ready', 'kf-blocked']) document.addEventListener(type, this.search);
  }

  /** What a press is about: nobody has read what became another customer's a moment ago. A list asks first. */
  get meant(): { addressee: string; content: string } {
    const isAtOnce = ['composer', 'card'].includes(this.asker.kind);
    return (isAtOnce && !this.isRead && this.before) || this;
  }

  /** Whether a person can have read whose chat it is. */
  get isRead(): boolean {
    return performance.now() - this.stays.since >= READING;
  }

  /** Whether the page may be going on with what it has just heard of a send for somebody else, or with what was so before. */
  get isAboutOthers(): boolean {
    const { endedElsewhere = null, meantByPage, addressee } = this.status ?? {};
    return meantByPage !== addressee || performance.now() - (endedElsewhere?.endedAt ?? -Infinity) < READING;
  }

  hostConnected(): void {
    this.search();
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.status = null;
  }

  hostUpdated(): void {
    this.addressee = this.known;
    this.content = this.asker.seen();
    this.record = this.recordOf(this.asker, this.content);
  }

  close(): void {
    for (const type of ['kf-ready', 'kf-blocked']) document.removeEventListener(type, this.search);
  }

  private get element(): ReactiveElement {
    return this.asker.element;
  }

  private readonly search = (): void => {
    if (this.status || !this.element.isConnected) return;
    const onStatus = (status: BridgeStatus, unsubscribe: () => void): void => {
      if (!status.isConnected && this.element.isConnected) {
        unsubscribe();
        this.status = null;
        return this.search();
      }
      this.status = status;
      this.unsubscribe = unsubscribe;
      const { addressee: now } = status;
      if (now === NEVER || now === this.known) return;
      const { addressee, content } = this;
      if (this.known !== NEVER) this.before = { addressee, content };
      for (const who of [this.known, now]) this.stays.begin(who);
      this.known = now;
    };
    this.element.dispatchEvent(new BridgeRequestEvent(this.element, onStatus));
  };
}
