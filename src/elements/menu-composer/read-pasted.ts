import { fromServerMenu, type ServerMenu } from '../../core/server.js';
import type { MsgMenu } from '../../core/message.js';
import { readMenu, type ReadMenu } from './read-menu.js';

/** A menu that someone pasted. */
export interface PastedMenu extends ReadMenu {
  /** How many of its lines only the server API has. */
  lost: number;
}

/** A line with its own body: anything else with a `list` is not for us. */
const isLine = (item: object): boolean => {
  const { type } = item as { type?: unknown };
  const body = typeof type === 'string' && (item as Record<string, unknown>)[type];
  return typeof body === 'object' && body !== null;
};

/** The menu in a text that was pasted: the documented call, a message, a menu, or one of the server API. Null where there is none. */
export function readPasted(text: string): PastedMenu | null {
  const read = /^\s*\{/.test(text) ? readMenu(text) : null;
  if (!read || !(read.menu.list || []).every(isLine)) return null;
  try {
    const { message, issues } = fromServerMenu(read.menu as ServerMenu['msgmenu']);
    const menu: MsgMenu = message.msgmenu;
    if (menu.list && !menu.list.length) delete menu.list;
    const { head_content, list, tail_content } = menu;
    return head_content || list || tail_content ? { menu, enterChat: read.enterChat, lost: issues.length } : null;
  } catch {
    return null; // a page that is no text
  }
}
