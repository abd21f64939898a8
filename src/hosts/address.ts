import type { Platform } from '../core/message.js';
import { unpack } from './base64url.js';

/** What a mini program told the page that it opened; all of it may be missing. */
export interface Told {
  entry?: string;
  platform?: Platform;
  version?: string;
  customerId?: string;
}

/** Behind `?` or `&` where the page has a place of its own behind the `#`. */
const CONTEXT = /[#?&]kf-context=([^#?&]*)$/;
const ANSWER = /[#?&]kf=([^#?&]*)$/;

let told: Told = {};

/** Routers would stumble over what the mini program says. */
const takeOut = (mark: RegExp, state: unknown): void =>
  history.replaceState(state, '', location.href.replace(mark, ''));

/** What stands behind `#kf-context=`. It is taken out of the address and remembered. */
export function toldContext(): Told {
  const [, packed] = CONTEXT.exec(location.href) || [];
  if (packed !== undefined) {
    const facts = Object.entries(unpack(packed));
    told = Object.fromEntries(facts.filter(([, value]) => value && typeof value === 'string'));
    takeOut(CONTEXT, history.state);
  }
  return told;
}

/** Where the answer has to go: the `src` of a web-view does not follow a page that moves. */
export const here = (): string => location.href.slice(location.origin.length);

/**
 * Calls `heard` with the reply that the mini program puts behind `#kf=` for this call, once, and takes it out of the address.
 * Returns a function that ends the listening.
 */
export function onAnswer(id: string, heard: (reply: unknown) => void): () => void {
  const { state } = history;
  const hear = ({ newURL }: HashChangeEvent): void => {
    const [, packed = ''] = ANSWER.exec(newURL) || [];
    const answer = unpack(packed);
    if (answer.id !== id) return;
    stop();
    takeOut(ANSWER, state);
    heard(answer.reply);
  };
  const stop = (): void => removeEventListener('hashchange', hear);
  addEventListener('hashchange', hear);
  return stop;
}
