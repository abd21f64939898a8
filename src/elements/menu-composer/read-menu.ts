import type { MsgMenu } from '../../core/message.js';

type Bag = Record<string, unknown>;

export interface ReadMenu {
  menu: MsgMenu;
  /** A boolean where a message with it was given. */
  enterChat?: unknown;
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

const isMenu = (value: unknown): value is MsgMenu => {
  if (!isBag(value)) return false;
  const { head_content = '', list = [], tail_content = '' } = value;
  const keys = Object.keys(value);
  return (
    typeof head_content === 'string' &&
    typeof tail_content === 'string' &&
    Array.isArray(list) &&
    list.every(isBag) &&
    (!keys.length || keys.some(key => ['head_content', 'list', 'tail_content'].includes(key)))
  );
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
    return { menu, enterChat: own.enterChat };
  } catch {
    return null; // no JSON, or something that has none
  }
}
