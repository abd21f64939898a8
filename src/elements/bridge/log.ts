import type { BridgeContext, BridgeState } from '../../events/bridge-status.js';
import { channelsFound } from '../../hosts/detect.js';
import { version } from '../../version.js';

/** How many lines are kept. */
const MAX_LINES = 20;

/** What looks like the id of a customer, a company, a customer-service account or a mini program. */
const ID = /\b(w[mowxpk]\w)[\w-]{5,}/g;

interface LogFacts {
  readonly state: BridgeState;
  readonly context: BridgeContext | null;
  readonly relayPage: string | null;
}

/** The last calls and errors, for a support chat. Ids are masked when they come in. */
export class Log {
  private readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(`${new Date().toISOString().slice(11, 23)} ${line.replace(ID, '$1…').slice(0, 200)}`);
    this.lines.splice(0, this.lines.length - MAX_LINES);
  }

  /** The facts of the bridge, a line each, and the log. */
  report({ state, context, relayPage }: LogFacts): string {
    const facts = { 'wecom-kf-elements': version, state, found: channelsFound(relayPage ?? undefined).join(' ') };
    const lines = Object.entries({ ...facts, ...context }).map(
      ([name, value]) => `${name}: ${name === 'customerId' ? `${value.slice(0, 3)}…` : value}`,
    );
    return [...lines, ...this.lines].join('\n');
  }
}
