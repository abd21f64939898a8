import { aTimeout } from '@open-wc/testing';
import type { ChatMessage, Platform } from '../../src/core/index.js';
import type { Host } from '../../src/hosts/index.js';

interface Facts {
  name?: string;
  entry?: string;
  customerId?: string;
  platform?: Platform;
  version?: string;
}

/** Each client has a customer of its own: what is open to one is known to every bridge of the page. */
let customers = 0;

/** What answers the sends of all clients that wait. */
const open = new Set<(reply: unknown) => void>();

/** Nothing that an earlier test has left open ends in the middle of the next one, when its time is over. */
export function answerAll(): void {
  for (const answer of open) answer({ err_msg: 'sendChatMessage:ok' });
  open.clear();
}

/** A channel of the page's own. It tells at once where it is; a send is answered when the test says so. */
export class ManualHost implements Host {
  readonly name: string;
  /** Whose chat is open now. */
  customerId: string;
  /** The messages that reached it, in order. */
  readonly sends: ChatMessage[] = [];
  readonly calls: string[] = [];
  /** What answers its sends, by their order, and those that wait. */
  private readonly replies: ((reply: unknown) => void)[] = [];
  private waiting: readonly ((reply: unknown) => void)[] = [];
  /** What it has been asked while it is slow to say where it is. */
  private asked: (() => void)[] | null = null;
  /** What it does not answer then; null: all but sends. */
  private slow: string | null = null;

  constructor(private readonly facts: Facts = {}) {
    this.name = facts.name ?? 'manual';
    this.customerId = facts.customerId ?? `wm${++customers}`;
  }

  invoke(api: string, params: object): Promise<unknown> {
    const { asked, slow } = this;
    if (asked && (slow ? api === slow : api !== 'sendChatMessage'))
      return new Promise(resolve => asked.push(() => resolve(this.invoke(api, params))));
    this.calls.push(api);
    const { entry = 'single_kf_tools' } = this.facts;
    if (api === 'getContext') return Promise.resolve({ err_msg: 'getContext:ok', entry });
    if (api === 'getCurExternalContact') return Promise.resolve({ err_msg: `${api}:ok`, userId: this.customerId });
    this.sends.push(structuredClone(params) as ChatMessage);
    return new Promise(resolve => {
      this.replies.push(resolve);
      this.waiting = [...this.waiting, resolve];
      open.add(resolve);
    });
  }

  clientInfo(): Promise<{ platform?: Platform; version?: string }> {
    const { platform, version } = this.facts;
    return Promise.resolve({ ...(platform && { platform }), ...(version && { version }) });
  }

  /** Resolves as soon as so many sends have reached it. */
  async reached(count: number): Promise<void> {
    while (this.sends.length < count) await aTimeout(0);
  }

  /** Answers the oldest send that waits. */
  answer(reply?: unknown): void {
    const [oldest] = this.waiting;
    if (oldest) this.answerNth(this.replies.indexOf(oldest) + 1, reply);
  }

  /** Answers the nth send, whichever others wait; the first is 1. */
  answerNth(nth: number, reply: unknown = { err_msg: 'sendChatMessage:ok' }): void {
    const answer = this.replies[nth - 1];
    this.waiting = this.waiting.filter(other => other !== answer);
    if (!answer) return;
    open.delete(answer);
    answer(reply);
  }

  /** From now on it says where it is, or answers this one question, only when the function is called. */
  slowly(api: string | null = null): () => void {
    this.slow = api;
    const asked: (() => void)[] = (this.asked = []);
    return () => {
      this.asked = null;
      for (const answer of asked) answer();
    };
  }
}
