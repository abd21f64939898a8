import type { Issue } from '../core/issue.js';

/** What is known of a message that went out. */
export interface Receipt {
  /** `dry-run`: everything was done but the native send. */
  outcome: 'sent' | 'dry-run';
  /** The channel that took it: `wx.qy`, `ww` … or the name of the page's own host. */
  channel: string;
  /** Milliseconds from the native call to its answer. */
  elapsed: number;
  /** The client's own reply, untouched. */
  raw: unknown;
  /** What was noticed about the message and did not stop it. */
  warnings: Issue[];
}
