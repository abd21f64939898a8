import { demandObject, invalidArgument, KfError } from '../core/error.js';
import type { Platform } from '../core/message.js';
import { freshCopy, type Host } from './host.js';
import { noAnswer } from './reply.js';

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
interface ProgramContext {
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
function readProgramContext(): ProgramContext {
  const [, packed] = CONTEXT.exec(location.href) ?? [];
  if (packed !== undefined) {
    const facts = Object.entries(unpack(packed));
    programContext = Object.fromEntries(facts.filter(([, value]) => value && typeof value === 'string'));
    removeFromAddress(CONTEXT, history.state);
  }
  return programContext;
}

/** Where the answer has to go: the `src` of a web-view does not follow a page that moves. */
const currentPath = (): string => location.href.slice(location.origin.length);

/**
 * Calls `onReply` with the reply that the mini program puts behind `#kf=` for this call, once, and takes it out of the address.
 * Returns a function that ends the listening.
 */
function onAnswer(id: string, onReply: (reply: unknown) => void): () => void {
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

/** jweixin's `wx.miniProgram`, as much of it as is needed. */
export interface MiniProgram {
  navigateTo(options: { url: string; fail(reply: unknown): void }): unknown;
}

/** Characters of an address. The platform names no limit; developers report about 1 KB as safe. */
const LONGEST = 1024;

/**
 * A page in a mini program's web-view, which can't send: a native page of the mini program, the relay page, makes the call. The
 * message goes there in its address, the reply comes back behind `#kf=` in this one's. The mini program may give the context
 * behind `#kf-context=`; without it the entry is taken for `single_kf_tools`, because the relay page asks the client itself and
 * sends from no other.
 */
export class RelayHost implements Host {
  readonly name = 'relay';

  constructor(
    private readonly miniProgram: MiniProgram,
    private readonly page: string,
  ) {
    demandObject(miniProgram, 'wx.miniProgram');
    if (typeof page !== 'string') throw invalidArgument('the relay page is no text');
    readProgramContext();
  }

  async invoke(api: string, params: object): Promise<unknown> {
    const { entry = 'single_kf_tools', customerId } = readProgramContext();
    if (api === 'sendChatMessage') return this.send(freshCopy(params), customerId);
    if (api === 'getContext') return { err_msg: `${api}:ok`, entry };
    if (api !== 'getCurExternalContact') return { err_msg: `${api}:fail` };
    return customerId ? { err_msg: `${api}:ok`, userId: customerId } : { err_msg: `${api}:fail no customer told` };
  }

  async clientInfo(): Promise<Pick<ProgramContext, 'platform' | 'version'>> {
    return readProgramContext();
  }

  private send(message: object, customerId: string | undefined): Promise<unknown> {
    const { miniProgram, page } = this;
    const id = Math.random().toString(36).slice(2);
    const url = `${page}${page.includes('?') ? '&' : '?'}kf=${pack({ id, message, customerId, at: currentPath() })}`;
    const { length } = url;
    if (length > LONGEST)
      throw new KfError('too-large', `${length} characters`, { details: { limit: LONGEST, actual: length } });
    return new Promise((resolve, reject) => {
      const stop = onAnswer(id, resolve);
      const end = (error: KfError): void => {
        stop();
        reject(error);
      };
      const fail = (raw: unknown): void => end(new KfError('host-absent', 'navigateTo failed', { raw, cause: raw }));
      try {
        miniProgram.navigateTo({ url, fail });
      } catch (cause) {
        end(noAnswer('navigateTo threw', { cause })); // the relay page may be open
      }
    });
  }
}
