import { ManualHost } from '../../support/manual-host.js';

/** A channel of the page's own whose sends a test answers by their number, in any order. */
export class NumberedHost extends ManualHost {
  private readonly answers: ((reply: unknown) => void)[] = [];

  override invoke(api: string, params: object): Promise<unknown> {
    const reply = super.invoke(api, params);
    return api === 'sendChatMessage' ? new Promise(resolve => this.answers.push(resolve)) : reply;
  }

  /** Answers the nth send; the first is 1. */
  answerNth(nth: number, reply: unknown = { err_msg: 'sendChatMessage:ok' }): void {
    this.answers[nth - 1]?.(reply);
  }
}
