import { demandObject, invalidArgument, reading } from './error.js';
import { warning, type Issue } from './issue.js';
import type { ClickItem, MenuMessage, MsgMenu, ViewItem } from './message.js';
import { withHtmlSuffix, withoutHtmlSuffix } from './rules.js';
import { validate } from './validate.js';

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

/** A copy of `menu` in which the pages of mini programs stand under another key. */
function moved<M>(menu: object, from: string, to: string, mend: (page: string) => string): M {
  const copy = JSON.parse(JSON.stringify(menu)) as { list?: { miniprogram?: Record<string, string> }[] };
  for (const { miniprogram } of copy.list || [])
    if (miniprogram && from in miniprogram) {
      miniprogram[to] = mend(miniprogram[from] as string);
      delete miniprogram[from];
    }
  return copy as M;
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
  return {
    payload: { msgtype: 'msgmenu', msgmenu: moved(msgmenu, 'page', 'pagepath', withoutHtmlSuffix) },
    issues: enterChat ? [warning('not-portable', ['enterChat'])] : [],
  };
}

/**
 * The toolbar's message from a menu of the server API, whole or its `msgmenu` alone. Lines that the toolbar does not have, such as
 * `text`, are left out and come back as `not-portable`; `validate` says the rest.
 * @throws KfError `invalid-argument` for what is no menu.
 */
export function fromServerMenu(payload: ServerMenu | ServerMenu['msgmenu']): { message: MenuMessage; issues: Issue[] } {
  demandObject(payload, 'the payload');
  return reading('the payload', () => {
    const issues: Issue[] = [];
    const msgmenu = moved<MsgMenu>(
      'msgmenu' in payload ? payload.msgmenu : payload,
      'pagepath',
      'page',
      withHtmlSuffix,
    );
    if (msgmenu.list)
      msgmenu.list = msgmenu.list.filter(({ type }, index) => {
        const known = /^(click|view|miniprogram)$/.test(type);
        if (!known) issues.push(warning('not-portable', ['msgmenu', 'list', index]));
        return known;
      });
    return { message: { msgtype: 'msgmenu', msgmenu }, issues };
  });
}
