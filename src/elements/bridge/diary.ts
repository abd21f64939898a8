import type { BridgeContext, BridgeState } from '../../events/bridge-state.js';
import { channelsFound } from '../../hosts/detect.js';
import { version } from '../../version.js';

/** How many lines are kept. */
const LINES = 20;

/** What looks like the id of a customer, a company, a customer-service account or a mini program. */
const ID = /\b(w[mowxpk]\w)[\w-]{5,}/g;

export interface DiaryFacts {
  readonly state: BridgeState;
  readonly context: BridgeContext | null;
  readonly relayPage: string | null;
}

/** The last calls and errors, for a support chat. */
export type Diary = string[];

export function note(diary: Diary, line: string): void {
  diary.push(`${new Date().toISOString().slice(11, 23)} ${line.replace(ID, '$1…').slice(0, 200)}`);
  diary.splice(0, diary.length - LINES);
}

export function report(diary: Diary, { state, context, relayPage }: DiaryFacts): string {
  const facts = { 'wecom-kf-elements': version, state, found: channelsFound(relayPage || undefined).join(' ') };
  const lines = Object.entries({ ...facts, ...context }).map(
    ([name, value]) => `${name}: ${name === 'customerId' ? `${value.slice(0, 3)}…` : value}`,
  );
  return [...lines, ...diary].join('\n');
}
