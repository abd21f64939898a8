import { issue, type Issue, type Path } from '../../../core/issue.js';
import type { MenuMessage, MsgMenu } from '../../../core/message.js';
import { MAX_ITEMS } from '../../../core/spec.js';
import { validate } from '../../../core/validate.js';
import { fillMenu, namesInMenu, withBlanks, type Values } from '../../../core/variables.js';
import { issuesAt, type Problem } from '../reading/field-problems.js';
import type { WhyNot } from '../reading/outcome.js';
import { DETAILS, fieldOfIssue, fromTopToBottom, isEmpty, knownText, rowText, toMenu, type Draft } from './draft.js';

/** All that the message depends on. */
interface FactsInput {
  readonly draft: Draft;
  readonly enterChat: boolean;
  readonly maxItems: number;
  /** The variables that have a value. */
  readonly values: Values;
  /** Why the last value that was given can't be read; undefined where it can. */
  readonly unreadable: WhyNot | undefined;
}

/** What follows from that. Made once for each input and read by all: nobody changes it. */
export interface Facts {
  /** The menu as it was written. */
  readonly value: MsgMenu;
  /** The message as it is sent, its variables filled in. */
  readonly message: MenuMessage;
  /** What is wrong with the message, in the order of `validate`. */
  readonly issues: readonly Issue[];
  /** The same as a person should see it, with notices of what `validate` has no code for: head text, items from top to bottom, tail text. */
  readonly problems: readonly Problem[];
  /** The first error from the top. */
  readonly firstError: Problem | undefined;
  /** The variables that have a value. */
  readonly values: Values;
  readonly isEmpty: boolean;
  /** The names of the variables in use, from top to bottom. */
  readonly names: readonly string[];
}

/** How many items are allowed, by the rule of `validate`: what is no whole number from 1 on is the default. */
export const knownLimit = (limit: number): number => (Number.isInteger(limit) && limit > 0 ? limit : MAX_ITEMS);

export const messageOf = (msgmenu: MsgMenu, enterChat: boolean): MenuMessage =>
  enterChat ? { msgtype: 'msgmenu', msgmenu, enterChat } : { msgtype: 'msgmenu', msgmenu };

/** A text of the message, as it is sent. */
interface SentText {
  readonly field: string;
  readonly text: string;
  readonly path: Path;
}

const textsIn = ({ head_content, list = [], tail_content }: MsgMenu): SentText[] => [
  ...Object.entries({ head_content, tail_content }).map(([field, text]) => ({
    field,
    text: knownText(text),
    path: ['msgmenu', field],
  })),
  ...list.flatMap((item, index) =>
    [...(DETAILS.get(item.type) ?? []), 'content'].map(field => ({
      field,
      text: rowText({ key: index, item }, field),
      path: ['msgmenu', 'list', index, item.type, field],
    })),
  ),
];

/** The issues that a person should see: a text may have a notice of its own, or an issue that is none. */
function problemsOf(issues: readonly Issue[], menu: MsgMenu): Problem[] {
  const texts = textsIn(menu);
  const places = issues.length ? new Map<string, Issue[]>(texts.map(({ path }) => [path.join(), []])) : undefined;
  const others = issues.filter(found => !places?.get(found.path.join())?.push(found));
  return [
    ...others,
    ...texts.flatMap(({ field, text, path }) => issuesAt(field, text, path, places?.get(path.join()) ?? [])),
  ];
}

function makeFacts({ draft, enterChat, maxItems, values, unreadable }: FactsInput): Facts {
  const value = toMenu(draft);
  const message = messageOf(fillMenu(value, values), enterChat);
  const found = withBlanks(validate(message, { maxItems }).issues, value, values);
  const notRead = unreadable ? [{ ...issue('not-an-object', []), reason: unreadable }] : [];
  const problems = fromTopToBottom([...notRead, ...problemsOf(found, message.msgmenu)]);
  return {
    value,
    message,
    issues: [...notRead.map(({ code, path }) => issue(code, path)), ...found],
    problems,
    firstError: problems.find(({ severity }) => severity === 'error'),
    values,
    isEmpty: isEmpty(draft),
    names: namesInMenu(value),
  };
}

const isSame = (a: FactsInput, b: FactsInput): boolean =>
  a.draft === b.draft &&
  a.enterChat === b.enterChat &&
  a.maxItems === b.maxItems &&
  a.values === b.values &&
  a.unreadable === b.unreadable;

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

const NONE: ReadonlyMap<string, Problem> = new Map();

/** Which problems are on show: those of the fields that were left, and all there are once a send was tried. */
export class Problems {
  private readonly touched = new Set<string>();
  private shown = NONE;
  /** A send was tried: what has no value is an error from now on. */
  isTried = false;

  /** A field was left: from now on its problem may be shown. */
  touch(field: string): void {
    this.touched.add(field);
  }

  /** From now on these may be shown. */
  touchAll(issues: readonly Problem[], draft: Draft): void {
    this.isTried = true;
    for (const issue of issues) this.touched.add(fieldOfIssue(draft, issue));
  }

  clear(): void {
    this.touched.clear();
    this.isTried = false;
  }

  /**
   * Shows one problem a field, an error before a warning. Returns the fields that have one. That a variable has no value is said by
   * its own field.
   */
  refresh(issues: readonly Problem[], draft: Draft): Iterable<string> {
    const found = issues
      .filter(({ code }) => code !== 'variable-missing')
      .map(issue => [fieldOfIssue(draft, issue), issue] as const)
      .filter(([field]) => this.touched.has(field));
    const inSeverity = (wanted: Problem['severity']): typeof found =>
      found.filter(([, { severity }]) => severity === wanted).reverse(); // of one field, the first issue counts
    this.shown = found.length ? new Map([...inSeverity('warning'), ...inSeverity('error')]) : NONE;
    return this.shown.keys();
  }

  /** The problem to show at a field. */
  at(field: string): Problem | undefined {
    return this.shown.get(field);
  }

  /** Whether one of these errors is on show. */
  hasError(issues: readonly Problem[]): boolean {
    const isBlank = this.isTried && issues.some(({ code }) => code === 'variable-missing');
    return isBlank || Array.from(this.shown.values()).some(({ severity }) => severity === 'error');
  }
}
