import { issue, type Issue } from '../../../core/issue.js';
import type { MenuMessage, MsgMenu } from '../../../core/message.js';
import { validate } from '../../../core/validate.js';
import { fillMenu, namesInMenu, withBlanks, type Values } from '../../../core/variables.js';
import { fromTopToBottom, isEmpty, toMenu, type Draft } from './draft.js';

/** All that the message depends on. */
export interface FactsInput {
  readonly draft: Draft;
  readonly enterChat: boolean;
  readonly maxItems: number;
  /** The variables that have a value. */
  readonly values: Values;
  /** The last value that was given can't be read. */
  readonly isUnreadable: boolean;
}

/** What follows from that. Made once for each input and read by all: nobody changes it. */
export interface Facts {
  /** The menu as it was written. */
  readonly value: MsgMenu;
  /** The message as it is sent, its variables filled in. */
  readonly message: MenuMessage;
  /** What is wrong with the message, in the order of `validate`. */
  readonly issues: readonly Issue[];
  /** The same as a person meets it: head text, items from top to bottom, tail text. */
  readonly sorted: readonly Issue[];
  /** The first error from the top. */
  readonly firstError: Issue | undefined;
  readonly isEmpty: boolean;
  /** The names of the variables in use, from top to bottom. */
  readonly names: readonly string[];
}

export const messageOf = (msgmenu: MsgMenu, enterChat: boolean): MenuMessage =>
  enterChat ? { msgtype: 'msgmenu', msgmenu, enterChat } : { msgtype: 'msgmenu', msgmenu };

function makeFacts({ draft, enterChat, maxItems, values, isUnreadable }: FactsInput): Facts {
  const value = toMenu(draft);
  const message = messageOf(fillMenu(value, values), enterChat);
  const found = validate(message, { maxItems }).issues;
  const issues = withBlanks(isUnreadable ? [issue('not-an-object', []), ...found] : found, value, values);
  const sorted = fromTopToBottom(issues);
  return {
    value,
    message,
    issues,
    sorted,
    firstError: sorted.find(({ severity }) => severity === 'error'),
    isEmpty: isEmpty(draft),
    names: namesInMenu(value),
  };
}

const isSame = (a: FactsInput, b: FactsInput): boolean =>
  a.draft === b.draft &&
  a.enterChat === b.enterChat &&
  a.maxItems === b.maxItems &&
  a.values === b.values &&
  a.isUnreadable === b.isUnreadable;

/** Keeps the facts as long as their input is the same. */
export class FactsCache {
  private input: FactsInput | undefined;
  private facts: Facts | undefined;

  get(input: FactsInput): Facts {
    if (!this.facts || !this.input || !isSame(input, this.input)) this.facts = makeFacts(input);
    this.input = input;
    return this.facts;
  }
}
