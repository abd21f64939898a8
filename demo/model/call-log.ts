import type { ChatMessage } from 'wecom-kf-elements/core.js';
import type { NativeCall } from 'wecom-kf-elements/simulator.js';
import { messageInWords, purposeOf } from './call-words.js';
import { neverAsked, reportOf, type OutcomeEvent, type Report } from './report.js';

/** A row of the log: a native call, or a send that was stopped before there was one. */
export interface LogEntry {
  readonly at: Date;
  readonly purpose: string;
  /** Absent: the client was never asked. */
  readonly call?: NativeCall;
  /** What was, or would have been, sent. */
  readonly payload: object;
  readonly reports: Report[];
  open: boolean;
}

/** Old rows go: a page that stays open for a day must not grow for a day. */
const ROOM = 300;

const isSend = ({ call }: LogEntry): boolean => !call || call.api === 'sendChatMessage';

const isSameMessage = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The native calls in the order in which they came, each with what the element told about it afterwards. */
export class CallLog {
  entries: LogEntry[] = [];
  sendsOnly = false;

  get shown(): LogEntry[] {
    return this.sendsOnly ? this.entries.filter(isSend) : this.entries;
  }

  add(call: NativeCall, connecting: boolean): void {
    const purpose = purposeOf(call, connecting);
    this.push({ at: new Date(call.at), purpose, call, payload: call.params, reports: [], open: false });
  }

  /** Puts the element's report beside the call that it is about. Without such a call it gets a row of its own. */
  tell(event: OutcomeEvent): void {
    const { message } = event.detail;
    const report = reportOf(event);
    const late = event.type === 'kf-late';
    const entry = [...this.entries].reverse().find(({ call, payload, reports }) => {
      const awaited = late ? reports.length === 1 : reports.length === 0;
      return call?.api === 'sendChatMessage' && awaited && isSameMessage(payload, message);
    });
    if (entry) entry.reports.push(report);
    else if (neverAsked(event)) this.push(this.stopped(message, report));
  }

  clear(): void {
    this.entries = [];
  }

  /** All of it, for the clipboard. */
  asText(): string {
    const rows = this.shown.map(({ at, call, payload, reports }) => ({
      at: at.toISOString(),
      api: call?.api ?? null,
      params: payload,
      reply: call?.reply ?? null,
      elapsed: call?.elapsed ?? null,
      reports,
    }));
    return JSON.stringify(rows, null, 2);
  }

  private stopped(message: ChatMessage, report: Report): LogEntry {
    return {
      at: new Date(),
      purpose: messageInWords(message),
      payload: message,
      reports: [report],
      open: false,
    };
  }

  /** The newest send stands open, so that its payload is seen without a click. */
  private push(entry: LogEntry): void {
    if (isSend(entry)) {
      for (const other of this.entries) other.open = false;
      entry.open = true;
    }
    this.entries = [...this.entries.slice(1 - ROOM), entry];
  }
}
