import { issueText } from '../../locales/describe.js';
import type { Words } from '../../locales/words.js';
import type { ComposerState } from './state/composer-state.js';
import type { BridgeView } from '../shared/sends/bridge-view.js';
import { contentOf } from '../../events/content.js';
import { isOut } from '../../events/send-record.js';
import { readMenu } from './reading/read-menu.js';
import type { MenuSends } from './sends.js';
import type { Draft, GivenMenu } from './state/draft.js';
import type { Facts } from './state/facts.js';

/** What the form control needs of the element. */
interface FormHost extends HTMLElement {
  readonly state: ComposerState;
  readonly facts: Facts;
  readonly words: Words;
  readonly required: boolean;
  readonly bridge: Pick<BridgeView, 'addressee' | 'hashOf'>;
  readonly sends: Pick<MenuSends, 'record' | 'current'>;
}

/** What was written before the page was left, and for whom; null for what is none. */
export function restoredFrom(text: string): (GivenMenu & { customerHash: string }) | null {
  try {
    const { customerHash = '', ...message }: { customerHash?: string } = JSON.parse(text);
    const read = readMenu(message);
    return read.ok ? { ...read, customerHash } : null;
  } catch {
    return null; // a browser may fill in something of its own
  }
}

interface Validity {
  flag?: keyof ValidityStateFlags;
  message: string;
}

/** What the form's value was made of. */
interface Submitted {
  readonly draft: Draft;
  readonly enterChat: boolean;
  readonly customerHash: string;
  readonly isSent: boolean;
}

const isSameSubmission = (one: Submitted, other: Submitted): boolean =>
  one.draft === other.draft &&
  one.enterChat === other.enterChat &&
  one.customerHash === other.customerHash &&
  one.isSent === other.isSent;

/** The composer's part in a `<form>`. Where the engine has no `ElementInternals` (iOS before 16.4), it is no part of one. */
export class FormControl {
  readonly internals: ElementInternals | null;
  /** What the page says is wrong; '' for nothing. */
  customError = '';
  private submitted: Submitted | undefined;
  private isSent = false;

  constructor(private readonly host: FormHost) {
    this.internals = typeof host.attachInternals === 'function' ? host.attachInternals() : null;
  }

  /** Tells the form what the menu is now, and whether it may be submitted. */
  sync(): void {
    const { internals } = this;
    if (!internals) return;
    this.submit(internals);
    const { flag, message } = this.validity;
    if (!flag && internals.validity.valid) return;
    const anchor = this.host.shadowRoot?.querySelector('textarea');
    if (!flag) internals.setValidity({});
    else if (anchor) internals.setValidity({ [flag]: true }, message, anchor);
    else internals.setValidity({ [flag]: true }, message);
  }

  /** Gives the form its value, where that is another one than before. */
  private submit(internals: ElementInternals): void {
    const { host, submitted } = this;
    const { draft, enterChat } = host.state;
    if (draft !== submitted?.draft) this.isSent = false;
    const now: Submitted = {
      draft,
      enterChat,
      customerHash: host.bridge.hashOf(host.bridge.addressee),
      isSent: this.isSent,
    };
    if (submitted && isSameSubmission(submitted, now)) return;
    this.submitted = now;
    const { value: msgmenu, isEmpty } = host.facts;
    const { customerHash } = now;
    // What the browser gives back after a reload: not what is in the chat already.
    const state = now.isSent ? '' : JSON.stringify({ msgtype: 'msgmenu', msgmenu, enterChat, customerHash });
    internals.setFormValue(isEmpty ? null : JSON.stringify(msgmenu), state);
  }

  /** After a render: what is known of the message on show may be news. */
  afterUpdate(): void {
    const { record, current } = this.host.sends;
    const isSent = !!record && isOut(record) && contentOf(record.message) === contentOf(current.message);
    if (isSent === this.isSent) return;
    this.isSent = isSent;
    this.sync();
  }

  private get validity(): Validity {
    const { host, customError } = this;
    const { words, facts, required } = host;
    if (customError) return { flag: 'customError', message: customError };
    const isUnreadable = facts.issues.some(({ code }) => code === 'not-an-object');
    if (facts.isEmpty && !isUnreadable)
      return required ? { flag: 'valueMissing', message: words.requiredMenu } : { message: '' };
    const error = facts.issues.find(({ severity }) => severity === 'error');
    return error ? { flag: 'customError', message: issueText(error, words) } : { message: '' };
  }
}
