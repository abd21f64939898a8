import type { Platform } from '../core/message.js';

/**
 * A value as JSON, UTF-8 and base64url without `=`. In a mini program's address it survives being percent-decoded any number of
 * times, and parsers that cut a value at `=` or `?`.
 */
export const pack = (value: unknown): string =>
  btoa(unescape(encodeURIComponent(JSON.stringify(value))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** What was packed; an empty object where nothing was. */
export function unpack(text: string): Record<string, unknown> {
  try {
    const utf8 = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Object(JSON.parse(decodeURIComponent(escape(utf8))));
  } catch {
    return {};
  }
}

/** What a mini program says of the chat to the page that it opens; all of it may be missing. */
export interface ProgramContext {
  entry?: string;
  platform?: Platform;
  version?: string;
  customerId?: string;
}

/** Behind `?` or `&` where the page has a place of its own behind the `#`. */
const CONTEXT = /[#?&]kf-context=([^#?&]*)$/;
const ANSWER = /[#?&]kf=([^#?&]*)$/;

let programContext: ProgramContext = {};

/** Routers would stumble over what the mini program writes. */
const removeFromAddress = (mark: RegExp, state: unknown): void =>
  history.replaceState(state, '', location.href.replace(mark, ''));

/** What stands behind `#kf-context=`. It is taken out of the address and remembered. */
export function readProgramContext(): ProgramContext {
  const [, packed] = CONTEXT.exec(location.href) ?? [];
  if (packed !== undefined) {
    const facts = Object.entries(unpack(packed));
    programContext = Object.fromEntries(facts.filter(([, value]) => value && typeof value === 'string'));
    removeFromAddress(CONTEXT, history.state);
  }
  return programContext;
}

/** Where the answer has to go: the `src` of a web-view does not follow a page that moves. */
export const currentPath = (): string => location.href.slice(location.origin.length);

/**
 * Calls `onReply` with the reply that the mini program puts behind `#kf=` for this call, once, and takes it out of the address.
 * Returns a function that ends the listening.
 */
export function onAnswer(id: string, onReply: (reply: unknown) => void): () => void {
  const { state } = history;
  const onHashChange = ({ newURL }: HashChangeEvent): void => {
    const [, packed = ''] = ANSWER.exec(newURL) ?? [];
    const answer = unpack(packed);
    if (answer.id !== id) return;
    stop();
    removeFromAddress(ANSWER, state);
    onReply(answer.reply);
  };
  const stop = (): void => removeEventListener('hashchange', onHashChange);
  addEventListener('hashchange', onHashChange);
  return stop;
}
