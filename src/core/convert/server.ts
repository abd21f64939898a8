import { invalidArgument, reading } from '../error.js';
import { issue, type Issue } from '../issue.js';
import { jsonCopy } from '../json-copy.js';
import type { ClickItem, MenuMessage, MsgMenu, ViewItem } from '../message.js';
import { withHtmlSuffix, withoutHtmlSuffix } from '../rules.js';
import { isBag, validate } from '../validate.js';

/** A line that opens a page of a mini program, as the server API has it. */
export interface ServerMiniprogramItem {
  type: 'miniprogram';
  miniprogram: { appid: string; pagepath: string; content: string };
}

/** A line of plain text: only the server API has it. */
export interface ServerTextItem {
  type: 'text';
  text: { content: string; no_newline?: 0 | 1 };
}

/** What the server API's 发送消息 takes beside `touser` and `open_kfid`. */
export interface ServerMenu {
  msgtype: 'msgmenu';
  msgmenu: Omit<MsgMenu, 'list'> & { list?: (ClickItem | ViewItem | ServerMiniprogramItem | ServerTextItem)[] };
}

/** A menu of either side; what its lines have in them is for `validate` to say. */
interface AnyMenu {
  list?: AnyLine[];
}
interface AnyLine {
  type?: unknown;
  id?: unknown;
  content?: unknown;
  click?: { id?: unknown; content?: unknown };
  miniprogram?: Record<string, unknown>;
}

/** Puts the page of a mini program under the other side's key. */
function movePage({ miniprogram }: AnyLine, from: string, to: string, mend: (page: string) => string): void {
  const page = miniprogram?.[from];
  if (!miniprogram || page === undefined) return;
  miniprogram[to] = typeof page === 'string' ? mend(page) : page;
  delete miniprogram[from];
}

/**
 * A menu message for the server API: `page` becomes `pagepath`, without `.html`. `enterChat` can't be carried over
 * (`not-portable`).
 * @throws KfError `invalid-argument` for anything but a valid menu message; its `issues` say why.
 */
export function toServerMenu(message: MenuMessage): { payload: ServerMenu; issues: Issue[] } {
  const result = validate(message);
  if (!result.ok || result.message.msgtype !== 'msgmenu') throw invalidArgument('no valid menu', result.issues);
  const { msgmenu, enterChat } = result.message;
  const menu: AnyMenu = jsonCopy(msgmenu);
  menu.list?.forEach(line => movePage(line, 'page', 'pagepath', withoutHtmlSuffix));
  return {
    payload: { msgtype: 'msgmenu', msgmenu: menu as ServerMenu['msgmenu'] },
    issues: enterChat ? [issue('not-portable', ['enterChat'])] : [],
  };
}

/** Who the server sends for and to is no part of a message. */
const ENVELOPE = ['msgtype', 'msgmenu', 'touser', 'open_kfid'];

/** A public account's line (公众号, 客服消息) has no type: `{ id, content }`. */
function typed(line: AnyLine): AnyLine {
  if (line.type !== undefined || typeof line.content !== 'string') return line;
  const { id, content, ...rest } = line;
  return { ...rest, type: 'click', click: { ...(id !== undefined && { id }), content } };
}

/** The lines that the toolbar has. */
const KINDS: readonly unknown[] = ['click', 'view', 'miniprogram'];

/**
 * The toolbar's message from a menu of the server API, whole or its `msgmenu` alone, or from a public account's, whose lines are
 * `{ id, content }`. An id that is a number becomes text, unless JSON has rounded it. What the toolbar does not have is left out and comes
 * back as `not-portable`, with its path in the payload: lines such as `text`, and keys beside the menu (but for who it is from and
 * for). `validate` says the rest.
 * @throws KfError `invalid-argument` for what is no menu.
 */
export function fromServerMenu(payload: ServerMenu | ServerMenu['msgmenu']): { message: MenuMessage; issues: Issue[] } {
  return reading('the payload', () => {
    const isWhole = 'msgmenu' in payload;
    const source = isWhole ? payload.msgmenu : payload;
    if (!isBag(source)) throw invalidArgument('the menu is no object');
    const issues = Object.keys(isWhole ? payload : {})
      .filter(key => !ENVELOPE.includes(key))
      .map(key => issue('not-portable', [key]));
    const menu: AnyMenu = jsonCopy(source);
    if (menu.list)
      menu.list = menu.list.flatMap((line, index) => {
        const own = typed(line);
        if (!KINDS.includes(own.type)) {
          issues.push(issue('not-portable', ['msgmenu', 'list', index]));
          return [];
        }
        movePage(own, 'pagepath', 'page', withHtmlSuffix);
        const { click } = own;
        if (click && Number.isSafeInteger(click.id)) click.id = String(click.id);
        return [own];
      });
    return { message: { msgtype: 'msgmenu', msgmenu: menu as MsgMenu }, issues };
  });
}
