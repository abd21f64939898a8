import { demandObject, invalidArgument, reading } from '../core/error.js';
import type { Platform } from '../core/message.js';

/** What the simulated client is, and where the page was opened. */
export interface ClientState {
  entry: string;
  platform: Platform;
  version: string;
  /** The customer in the chat, or null for none. */
  customerId: string | null;
  /** Milliseconds before each answer. */
  latency: number;
  /**
   * The mini program's login, without which `wx.qy` gives neither context nor sends: `live`; `expired` until the next `login`;
   * `refused`, where that fails, too.
   */
  session: 'live' | 'expired' | 'refused';
}

export const DEFAULT_STATE: Readonly<ClientState & { customerId: string }> = {
  entry: 'single_kf_tools',
  platform: 'windows',
  version: '4.1.6',
  customerId: 'wmSimulatedCustomer',
  latency: 0,
  session: 'live',
};

const isText = (value: unknown): boolean => typeof value === 'string';
const isOneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

/** Whether `value` is a number of milliseconds that a timer can wait. */
export const isDelay = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < 2 ** 31;

const RULES: Readonly<Record<keyof ClientState, (value: unknown) => boolean>> = {
  entry: isText,
  platform: isOneOf('ios', 'android', 'windows', 'mac'),
  version: isText,
  customerId: value => isText(value) || value === null,
  latency: isDelay,
  session: isOneOf('live', 'expired', 'refused'),
};

/** A copy of `given` without what is undefined. Throws `invalid-argument` for what is no object, or can't be read. */
export function copyOfArgument<T extends object>(what: string, given: T): T {
  demandObject(given, what);
  const copy = reading(what, () => ({ ...given }));
  for (const [key, value] of Object.entries(copy)) if (value === undefined) Reflect.deleteProperty(copy, key);
  return copy;
}

/** Throws `invalid-argument` where a client can't be so. */
export function demandState(state: Partial<ClientState>): void {
  for (const [key, isRight] of Object.entries(RULES))
    if (key in state && !isRight(Reflect.get(state, key))) throw invalidArgument(`${key} is not what a client has`);
}
