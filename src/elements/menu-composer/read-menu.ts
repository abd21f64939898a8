import type { MsgMenu } from '../../core/message.js';

type Bag = Record<string, unknown>;

export interface ReadMenu {
  menu: MsgMenu;
  /** Present where a message was given. */
  enterChat?: boolean;
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

const isMenu = (value: unknown): value is MsgMenu => {
  if (!isBag(value) || !isText(value.head_content) || !isText(value.tail_content)) return false;
  const keys = Object.keys(value);
  if (keys.length && !keys.some(key => ['head_content', 'list', 'tail_content'].includes(key))) return false;
  return value.list === undefined || (Array.isArray(value.list) && value.list.every(isBag));
};

/** A menu, its JSON, a message, or the whole documented call → a menu of one's own. Null where there is none in it. */
export function readMenu(input: unknown): ReadMenu | null {
  try {
    if (input === undefined || input === null || input === '') return { menu: {} };
    const own: unknown = JSON.parse(typeof input === 'string' ? input : JSON.stringify(input));
    if (!isBag(own)) return null;
    const isMessage = 'msgtype' in own || 'msgmenu' in own;
    const menu = isMessage ? own.msgmenu : own;
    if (!isMenu(menu)) return null;
    return typeof own.enterChat === 'boolean' ? { menu, enterChat: own.enterChat } : { menu };
  } catch {
    return null; // no JSON, or something that has none
  }
}
