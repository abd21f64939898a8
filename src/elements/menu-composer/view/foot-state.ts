import { html, type TemplateResult } from 'lit';
import { graphemes } from '../../../core/bytes.js';
import type { KfError } from '../../../core/error.js';
import type { Issue } from '../../../core/issue.js';
import { errorText, issueText } from '../../../locales/describe.js';
import { fill, twoLines, type Word, type Words } from '../../../locales/words.js';
import type { IconName } from '../../shared/icons.js';
import type { Composer } from '../composer.js';
import { DETAILS, rowText, type Row } from '../state/draft.js';

/** What a press on a button does. `send`: the menu, or text where that can go instead. */
export type FootAction = 'send' | 'dismiss' | 'reconnect' | 'reconnect-and-send';

export interface FootButton {
  word: Word;
  /** `fill`: it can be sent; `quiet`: not yet, a press says what is missing; `plain`: a second thought. */
  look: 'fill' | 'quiet' | 'plain' | 'quiet busy';
  action: FootAction;
}

/** What the foot says: what is so, what to do, and the buttons for it. */
export interface FootState {
  /** None while the button turns. */
  icon: IconName | 'spinner' | undefined;
  title: string;
  hint: string | TemplateResult;
  buttons: readonly FootButton[];
  /** Where a press on the words goes; they are no button without it. */
  onPress?: (() => void) | undefined;
}

/** What the foot says beyond what the composer knows. */
export interface FootFacts {
  /** What can be sent as text where the menu can't go; '' where nothing can. */
  readonly textInstead: string;
  /** Something is done, said for a while instead of what to do. */
  readonly notice: string;
  readonly hasTemplates: boolean;
  /** The words where nothing but values of variables is missing. */
  readonly blankVariable: { title: string; hint: string } | undefined;
  /** Goes to where a problem is mended. */
  readonly goTo: (problem: Issue) => void;
  /** Takes a removal back, and goes to the item. */
  readonly bringBack: (row: Row) => void;
}

const SEND: FootButton = { word: 'send', look: 'fill', action: 'send' };
const NOT_YET: FootButton = { word: 'send', look: 'quiet', action: 'send' };
const RETRY: FootButton = { word: 'retry', look: 'fill', action: 'send' };
const SEND_AGAIN: FootButton = { word: 'sendAgain', look: 'plain', action: 'send' };
const SEND_TEXT: FootButton = { word: 'sendText', look: 'fill', action: 'send' };
const SENDING: FootButton = { word: 'sendingNow', look: 'quiet busy', action: 'send' };
const RECONNECT: FootButton = { word: 'reconnect', look: 'plain', action: 'reconnect' };
const DONT_SEND: FootButton = { word: 'dontSend', look: 'plain', action: 'dismiss' };
const SEND_TO_THIS: FootButton = { word: 'sendToThis', look: 'plain', action: 'reconnect-and-send' };
const ARRIVED: FootButton = { word: 'arrived', look: 'plain', action: 'dismiss' };
const NOT_ARRIVED: FootButton = { word: 'notArrived', look: 'plain', action: 'send' };

/** So many characters of its text name an item. */
const NAME_LENGTH = 16;

/** What became of the last send. All that the foot needs of a send stands here. */
function sendState({ sends, bridge, words }: Composer): FootState | undefined {
  const { outcome, secondsLeft } = sends;
  if (outcome.phase === 'idle') return undefined;
  if (outcome.phase === 'failed') return failedState(outcome.error, words);
  if (outcome.phase === 'sending') {
    const n = Math.round((bridge.status?.timeout ?? 10_000) / 1000);
    const { title, hint } = twoLines(words.sending, { n });
    // The number is read, not heard: the live region tells the first one only.
    const left = html`<span aria-live="off">${fill(words.stillWaiting, { n: secondsLeft })}</span>`;
    return { icon: undefined, title, hint: secondsLeft ? left : hint, buttons: [SENDING] };
  }
  const text = outcome.receipt?.outcome === 'dry-run' ? words.dryRun : words.sent;
  const time = outcome.at.toTimeString().slice(0, 5);
  return { icon: 'ok', ...twoLines(text, { time }), buttons: [SEND_AGAIN] };
}

/** An error, and the second thought that fits. */
function failedState(error: KfError, words: Words): FootState {
  const { code, outcome } = error;
  const text = errorText(error, words);
  if (code === 'customer-changed') return { icon: 'error', ...text, buttons: [DONT_SEND, SEND_TO_THIS] };
  if (outcome === 'unknown') return { icon: 'question', ...text, buttons: [ARRIVED, NOT_ARRIVED] };
  const isWanted = ['cancelled', 'stopped', 'aborted'].includes(code);
  return isWanted ? { icon: 'info', ...text, buttons: [SEND] } : { icon: 'error', ...text, buttons: [RETRY] };
}

/** Why menus can't go here, and what can. */
function unsupportedState(composer: Composer, { textInstead }: FootFacts): FootState | undefined {
  const { bridge, words } = composer;
  const whyNot = bridge.whyNot('msgmenu');
  if (!whyNot) return undefined;
  const text = errorText(whyNot, words);
  if (textInstead) return { icon: 'ban', title: text.title, hint: textHint(composer, whyNot), buttons: [SEND_TEXT] };
  return { icon: 'ban', ...text, buttons: [bridge.status?.error ? RECONNECT : NOT_YET] };
}

/** What to do where text can go: what gets lost, unless the preview says so. */
function textHint({ preview, state, words }: Composer, whyNot: KfError): string {
  const { hint } = errorText(whyNot, words);
  if (preview !== 'none') return whyNot.code === 'client-too-old' ? hint : words.textInstead;
  const lost = state.rows.find(({ item }) => item.type === 'miniprogram');
  if (lost) return fill(words.leftOut, { text: rowText(lost, 'content') });
  return whyNot.code === 'unsupported-platform' ? words.textInstead : hint;
}

/** Where the page is: 「微信客服工具栏 · Windows 4.1.6」, as far as it is known. */
function whereabouts({ bridge, words }: Composer): string {
  const context = bridge.status?.context;
  if (!context) return '';
  const { entry, platform, version } = context;
  const client = [platform && words[platform], version].filter(Boolean).join(' ');
  return [words[`entry.${entry}` as 'entry.single_kf_tools'], client].filter(Boolean).join(' · ');
}

/** A problem in a few words, where the field beside which it is told in full is out of sight. */
function shortText(issue: Issue, words: Words): string {
  const { code, path } = issue;
  const field = path[path.length - 1] as Word;
  const short = words[`short.${code === 'too-short' ? 'required' : code}` as 'short.required'] as string | undefined;
  return short ? fill(short, { field: words[field] || field }) : issueText(issue, words);
}

/** What is wrong with the message; a press goes there. */
function problemState({ facts, state, words }: Composer, { goTo }: FootFacts): FootState | undefined {
  const { sorted, firstError } = facts;
  const first = firstError ?? sorted[0];
  if (!first) return undefined;
  const n = sorted.filter(({ severity }) => severity === 'error').length;
  const m = sorted.length - n;
  const text = shortText(first, words);
  const onPress = (): void => goTo(first);
  if (!n) return { icon: 'warning', ...twoLines(words.notices, { n: m, text }), buttons: [SEND], onPress };
  if (!state.problems.hasError)
    return { icon: 'info', ...twoLines(words.unfinished, { text }), buttons: [NOT_YET], onPress };
  const title = m ? words.problemsAndNotices : words.problems;
  return { icon: 'error', ...twoLines(title, { n, m, text }), buttons: [NOT_YET], onPress };
}

/** The message as it was written, where it can go. */
function writtenState(composer: Composer, given: FootFacts): FootState {
  const { bridge, facts, words, isReadOnly, isWide } = composer;
  if (facts.isEmpty) {
    const begin = given.hasTemplates ? words.emptyOrTemplate : words.emptyOrJson;
    return { icon: 'info', ...twoLines(isReadOnly ? words.empty : begin, {}), buttons: [NOT_YET] };
  }
  const problem = problemState(composer, given);
  if (problem) return { ...problem, ...given.blankVariable };
  if (bridge.status?.state === 'connecting')
    return { icon: 'spinner', ...twoLines(words.connecting, {}), buttons: [NOT_YET] };
  const { title, hint } = twoLines(words.ready, {});
  return { icon: 'ok', title, hint: isWide ? whereabouts(composer) : hint, buttons: [SEND] };
}

/** 「已删除「满意」」 */
function removedText(row: Row, words: Words): string {
  const characters = graphemes(rowText(row, 'content').trim());
  const { type } = row.item;
  if (!characters.length) return fill(words.removedUnnamed, { kind: DETAILS.has(type) ? words[type] : type });
  const text = characters.slice(0, NAME_LENGTH).join('');
  return fill(words.removed, { text: characters.length > NAME_LENGTH ? `${text}…` : text });
}

/** The foot, from what is so: a send and what became of it first, then where the message can't go, then the message itself. */
export function footState(composer: Composer, facts: FootFacts): FootState {
  const { state, words, canEdit } = composer;
  const sent = sendState(composer);
  const main = sent ?? unsupportedState(composer, facts) ?? writtenState(composer, facts);
  const { removed } = state;
  if (removed && canEdit && !sent)
    return {
      icon: 'remove',
      title: removedText(removed, words),
      hint: words.undo,
      buttons: main.buttons,
      onPress: () => facts.bringBack(removed),
    };
  return facts.notice ? { ...main, hint: facts.notice, onPress: undefined } : main;
}
