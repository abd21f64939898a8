import { demandObject, invalidArgument, reading } from '../error.js';
import type { MenuItem, MsgMenu } from '../message.js';

/** A text of a menu; one that is absent is ''. */
function textOf(value: unknown): string {
  if (value !== undefined && typeof value !== 'string') throw invalidArgument('a text is no string');
  return value ?? '';
}

const lineOf = (item: MenuItem): string[] => {
  if (item.type === 'view') return [`${textOf(item.view.content)} ${textOf(item.view.url)}`];
  return item.type === 'click' ? [textOf(item.click.content)] : [];
};

/**
 * A menu as numbered text, for where a menu can't go: 「1. 满意」, links with their address. Lines that open a mini program are
 * left out: text can't open one.
 * @throws KfError `invalid-argument` for what is no menu.
 */
export function asText(menu: MsgMenu): string {
  demandObject(menu, 'the menu');
  return reading('the menu', () => {
    const { head_content, list = [], tail_content }: MsgMenu = menu;
    const lines = list.flatMap(lineOf).map((line, index) => `${index + 1}. ${line}`);
    return [textOf(head_content), ...lines, textOf(tail_content)].filter(Boolean).join('\n');
  });
}
