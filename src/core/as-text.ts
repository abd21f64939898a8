import { demandObject, reading } from './error.js';
import type { MenuItem, MsgMenu } from './message.js';

const lineOf = (item: MenuItem): string[] => {
  if (item.type === 'view') return [`${item.view.content} ${item.view.url}`];
  return item.type === 'click' ? [item.click.content] : [];
};

/**
 * A menu as numbered text, for where a menu can't go: 「1. 满意」, links with their address. Lines that open a mini program are
 * left out: text can't open one.
 * @throws KfError `invalid-argument` for what is no menu.
 */
export function asText(menu: MsgMenu): string {
  demandObject(menu, 'the menu');
  return reading('the menu', () => {
    const lines = (menu.list || []).flatMap(lineOf).map((line, index) => `${index + 1}. ${line}`);
    return [menu.head_content, ...lines, menu.tail_content].filter(Boolean).join('\n');
  });
}
