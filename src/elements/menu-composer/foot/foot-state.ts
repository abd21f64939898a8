import { html, type TemplateResult } from 'lit';
import { graphemes } from '../../../core/bytes.js';
import type { KfError } from '../../../core/error.js';
import type { IssueCode } from '../../../core/issue.js';
import type { ChatMessage } from '../../../core/message.js';
import { contentOf } from '../../../events/content.js';
import { errorText } from '../../../locales/describe.js';
import { isOut, type SendRecord } from '../../../events/send-record.js';
import { fill, firstText, twoLines, type Word, type Words } from '../../../locales/words.js';
import type { IconName } from '../../shared/look/icons.js';
import {
  sendState,
  timeOf,
  type SendAction,
  type SendState,
  type SendStateName,
} from '../../shared/sends/send-state.js';
import type { Composer, NoticeOptions } from '../composer.js';
import type { Problem } from '../reading/field-problems.js';
import { fieldId, fromMenu, kindName, rowText, textsOf, type Row } from '../state/draft.js';
import { problemText } from '../view/problem.js';

interface FootButton {
  word: Word;
  /** `fill`: it can be sent; `quiet`: not yet, a press says what is missing; `plain`: a second thought. */
  look: 'fill' | 'quiet' | 'plain' | 'quiet busy';
  /** `send`: the menu, or text where that can go instead. */
  action: SendAction;
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

/** What became of something that a user has asked for outside of the message. */
export interface Notice extends Required<NoticeOptions> {
  readonly text: string;
}

/** What the foot says beyond what the composer knows. */
interface FootFacts {
  /** What can be sent as text where the menu can't go; '' where nothing can. */
  readonly textInstead: string;
  /** What was done, or why nothing was, said for a while. */
  readonly notice: Notice | undefined;
  /** The client's late answer about an earlier message. */
  readonly news: SendRecord | undefined;
  readonly hasTemplates: boolean;
  /** The words where the first error is a variable without a value. `isAlone`: nothing else is wrong. */
  readonly blankVariable: { title: string; hint: string; isAlone: boolean } | undefined;
}

const SEND: FootButton = { word: 'send', look: 'fill', action: 'send' };
const NOT_YET: FootButton = { word: 'send', look: 'quiet', action: 'send' };
const ARRIVED: FootButton = { word: 'arrived', look: 'plain', action: 'arrived' };
const SEND_TEXT: FootButton = { word: 'sendText', look: 'fill', action: 'send' };

/** The icon of each state that is not about the menu itself; a send that is under way turns in its button. */
const ICONS: Partial<Record<SendStateName, IconName>> = {
  sent: 'ok',
  'dry-run': 'ok',
  unknown: 'question',
  'customer-changed': 'error',
  'not-connected': 'ban',
  failed: 'error',
  stopped: 'info',
  'not-here': 'ban',
};

/** So many characters of its text name an item, or a message. */
const NAME_LENGTH = 16;

function beginningOf(text: string): string {
  const characters = graphemes(text.trim());
  const beginning = characters.slice(0, NAME_LENGTH).join('');
  return characters.length > NAME_LENGTH ? `${beginning}…` : beginning;
}

/** An item by the beginning of its text. */
const nameOf = (row: Row): string => beginningOf(rowText(row, 'content'));

/** What a message says; nothing where that is no text. */
function textsIn(message: ChatMessage): string[] {
  if (message.msgtype === 'text') return [message.text.content];
  return message.msgtype === 'msgmenu' ? textsOf(fromMenu(message.msgmenu)) : [];
}

/** A message that was sent, by the beginning of what it says and the one on show does not; by its end where they begin alike. */
function nameOfMessage(message: ChatMessage, onShow: ChatMessage): string {
  const [texts, shown] = [message, onShow].map(textsIn) as [string[], string[]];
  const text = texts.find(other => !shown.includes(other)) ?? texts[0] ?? '';
  const name = beginningOf(text);
  const isAlike = name.endsWith('…') && shown.some(other => other !== text && beginningOf(other) === name);
  return isAlike ? `…${graphemes(text.trim()).slice(-NAME_LENGTH).join('')}` : name;
}

/** What was sent, by its name where another message is on show: 已发送 alone would be read as being about that one. */
function sentTitle({ sends, words }: Composer): string | undefined {
  const { record, current } = sends;
  const isOther = record !== null && contentOf(record.message) !== contentOf(current.message);
  if (!isOther) return undefined;
  return fill(words.otherSent, { text: nameOfMessage(record.message, current.message), time: timeOf(record) });
}

/** A state of the table that all elements share, as the foot shows it. */
function sharedState({ name, title, hint, buttons }: SendState, composer: Composer): FootState {
  const { sends, words } = composer;
  // The number is read, not heard: the live region says the first one only.
  const left = html`<span aria-live="off">${fill(words.stillWaiting, { n: sends.secondsLeft })}</span>`;
  return {
    icon: ICONS[name],
    title: (name === 'sent' && sentTitle(composer)) || title,
    hint: name === 'sending' && sends.secondsLeft ? left : hint,
    buttons: buttons.map(({ word, look, action }) => ({ word, look: look === 'busy' ? 'quiet busy' : look, action })),
  };
}

/** Where a menu can't go, but text can. */
function textState(composer: Composer): FootState {
  const { bridge, words } = composer;
  const whyNot = bridge.whyNot('msgmenu');
  const title = whyNot ? errorText(whyNot, words).title : '';
  return { icon: 'ban', title, hint: whyNot ? textHint(composer, whyNot) : '', buttons: [SEND_TEXT] };
}

/** What to do where text can go; what gets lost stands here, as the preview may be out of sight. */
function textHint({ preview, state, words }: Composer, whyNot: KfError): string {
  const lost = state.rows.filter(({ item }) => item.type === 'miniprogram');
  const [first] = lost;
  const isSeen = preview !== 'none' && whyNot.code !== 'client-too-old';
  if (!first)
    return isSeen || whyNot.code === 'unsupported-platform' ? words.textInstead : errorText(whyNot, words).hint;
  return fill(lost.length > 1 ? words.leavesOutSome : words.leavesOut, { text: nameOf(first), n: lost.length });
}

/** Where the page is: 「微信客服工具栏 · Windows 4.1.6」, as far as it is known. */
function whereabouts({ bridge, words }: Composer): string {
  const context = bridge.status?.context;
  if (!context) return '';
  const { entry, platform, version } = context;
  const client = [platform && words[platform], version].filter(Boolean).join(' ');
  return [firstText(words, `entry.${entry}`), client].filter(Boolean).join(' · ');
}

/** Codes of what is not there: the name of the field says it all. */
const MISSING: readonly IssueCode[] = ['required', 'too-short'];

const keyOf = ({ path }: Problem): string => String(path[path.length - 1]);

/** Whether it is about an item's kind, which is none of the fields. */
const isAboutKind = (problem: Problem): boolean => keyOf(problem) === 'type';

const isMissing = (problem: Problem): boolean => MISSING.includes(problem.code) && !isAboutKind(problem);

const fieldName = (problem: Problem, words: Words): string => firstText(words, keyOf(problem)) || keyOf(problem);

/** A problem in a few words, where the field beside which it is told in full is out of sight. */
function shortText(problem: Problem, words: Words): string {
  const { code, severity, limit = 0, actual = 0 } = problem;
  const field = fieldName(problem, words);
  const short = firstText(words, `short.${isMissing(problem) ? 'required' : code}`);
  const isKnownBetter = 'reason' in problem && problem.reason !== 'none';
  const isUnsafe = code === 'url-scheme' && severity === 'error';
  if (!short || isKnownBetter || isUnsafe || isAboutKind(problem)) return problemText(problem, words);
  return fill(short, { field, over: actual - limit });
}

/** What is wrong while nobody has tried to send yet: what is missing, else what has to be changed. */
const unfinishedText = (first: Problem, text: string, words: Words): { title: string; hint: string } =>
  isMissing(first) ? twoLines(words.unfinished, { text: fieldName(first, words) }) : twoLines(words.notYet, { text });

const isConnecting = ({ bridge }: Composer): boolean => bridge.status?.state === 'connecting';

/** What is wrong with the message; a press goes there. Notices wait until it is connected. */
function problemState(composer: Composer, blank: FootFacts['blankVariable']): FootState | undefined {
  const { facts, state, words } = composer;
  const { problems, firstError } = facts;
  const first = firstError ?? problems[0];
  if (!first || (!firstError && isConnecting(composer))) return undefined;
  const n = problems.filter(({ severity }) => severity === 'error').length;
  const m = problems.length - n;
  const text = blank?.title ?? shortText(first, words);
  const onPress = (): void => composer.goTo(first);
  if (!firstError) return { icon: 'warning', ...twoLines(words.notices, { n: m, text }), buttons: [SEND], onPress };
  if (!state.problems.hasError(problems))
    return { icon: 'info', ...unfinishedText(first, text, words), buttons: [NOT_YET], onPress };
  const title = m ? words.problemsAndNotices : words.problems;
  return { icon: 'error', ...twoLines(title, { n, m, text }), buttons: [NOT_YET], onPress };
}

/** The page has given what can't be read: what was there before is still on show, but not what is meant. */
function unreadableState({ facts: { problems }, words }: Composer): FootState | undefined {
  const unreadable = problems.find(({ code }) => code === 'not-an-object');
  return (
    unreadable && {
      icon: 'error',
      ...twoLines(words.unreadable, { text: problemText(unreadable, words) }),
      buttons: [NOT_YET],
    }
  );
}

/** The message as it was written, where it can go. */
function writtenState(composer: Composer, given: FootFacts): FootState {
  const { facts, words, isReadOnly, isWide } = composer;
  const unreadable = unreadableState(composer);
  if (unreadable) return unreadable;
  if (facts.isEmpty) {
    const begin = given.hasTemplates ? words.emptyOrTemplate : words.emptyOrJson;
    return { icon: 'info', ...twoLines(isReadOnly ? words.empty : begin, {}), buttons: [NOT_YET] };
  }
  const { blankVariable: blank } = given;
  const problem = problemState(composer, blank);
  if (problem) return blank?.isAlone ? { ...problem, title: blank.title, hint: blank.hint } : problem;
  if (isConnecting(composer)) return { icon: 'spinner', ...twoLines(words.connecting, {}), buttons: [NOT_YET] };
  const { title, hint } = twoLines(words.ready, {});
  return { icon: 'ok', title, hint: isWide ? whereabouts(composer) : hint, buttons: [SEND] };
}

/** 「已删除「满意」」 */
function removedText(row: Row, words: Words): string {
  const text = nameOf(row);
  if (!text) return fill(words.removedUnnamed, { kind: kindName(row.item, words) });
  return fill(words.removed, { text });
}

/** An item is gone; a press on the words brings it back, and goes to it. */
function removedState(composer: Composer, row: Row, { buttons }: FootState): FootState {
  const { words } = composer;
  const onPress = (): void => {
    composer.undo();
    composer.focusOn(fieldId(row, 'content'));
  };
  return { icon: 'remove', title: removedText(row, words), hint: words.undo, buttons, onPress };
}

/** Something else has to be known, too: it stands above what to do. */
const above = (line: string, hint: FootState['hint']): TemplateResult =>
  html`<span class="line">${line}</span> ${hint}`;

/** Whether what is said to do is no more than a suggestion: nothing is wrong. */
const isAllRight = ({ icon, onPress }: FootState): boolean => icon === 'ok' || (icon === 'info' && !onPress);

/** The same, where what is so leaves something to do; a press on it goes where it went. Instead of what is only suggested. */
const withLine = (main: FootState, line: string): FootState => ({
  ...main,
  hint: isAllRight(main) ? line : above(line, main.hint),
});

/** The message before this one may be in the chat: whoever sends now, sends beside it. */
function earlierState(main: FootState, name: string, words: Words): FootState {
  const hint = main.icon === 'ok' ? main.hint : main.onPress ? above(main.title, main.hint) : main.title;
  const plain = (button: FootButton): FootButton => (button === NOT_YET ? button : { ...button, look: 'plain' });
  const buttons = [ARRIVED, ...main.buttons.map(plain)];
  return { ...main, icon: 'question', title: fill(words.earlierInDoubt, { text: name }), hint, buttons };
}

/** What nobody knew of an earlier message is known now: it stands beside whatever is so. */
function newsState(news: SendRecord, name: string, main: FootState, words: Words): FootState {
  const text = fill(isOut(news) ? words.earlierSent : words.earlierNotSent, { text: name });
  return { ...main, hint: above(text, main.hint) };
}

/** What was done stands beside what is so, why nothing was done stands instead of it. */
function noticeState({ text, isDone, isLasting }: Notice, main: FootState): FootState {
  if (isDone && isLasting) return withLine(main, text);
  return isDone
    ? { ...main, hint: text, onPress: undefined }
    : { ...main, icon: 'info', ...twoLines(text, {}), onPress: undefined };
}

/** The menu can't go, and can go as text only when it is right. */
function textLaterState(composer: Composer, facts: FootFacts, title: string): FootState {
  const { blankVariable: blank } = facts;
  const written = writtenState(composer, facts);
  const hint = blank?.isAlone ? blank.title : written.hint;
  return withLine({ ...written, icon: 'ban', title, hint }, composer.words.textLater);
}

/** The menu, or what can go instead; an earlier message of which nobody knows comes before it. */
function menuState(composer: Composer, facts: FootFacts): FootState {
  const { sends, words } = composer;
  const main = facts.textInstead ? textState(composer) : writtenState(composer, facts);
  const { earlierDoubt: doubt, current } = sends;
  return doubt ? earlierState(main, nameOfMessage(doubt.message, current.message), words) : main;
}

/** What is so, without what was just done. `isAboutMenu`: neither a send nor the connection comes first. */
function mainState(composer: Composer, facts: FootFacts, shared: SendState, isAboutMenu: boolean): FootState {
  if (isAboutMenu) return menuState(composer, facts);
  const isTextLater =
    shared.name === 'not-here' && !!composer.facts.firstError && composer.bridge.takesTextOnly('msgmenu');
  return isTextLater ? textLaterState(composer, facts, shared.title) : sharedState(shared, composer);
}

/** The foot, from what is so: a send and what became of it first, then where the message can't go, then the message itself. */
export function footState(composer: Composer, facts: FootFacts): FootState {
  const { state, words, canEdit, sends, bridge } = composer;
  const { message, issues } = sends.current;
  const { notice, news } = facts;
  const shared = sendState({ record: sends.record, bridge, message, issues, words });
  const isAboutMenu = ['incomplete', 'connecting', 'noticed', 'ready'].includes(shared.name);
  const isOfNoSend = isAboutMenu || !sends.record;
  const main = mainState(composer, facts, shared, isAboutMenu);
  const said = notice && (isOfNoSend || !notice.isLasting) ? noticeState(notice, main) : main;
  if (news) return newsState(news, nameOfMessage(news.message, message), said, words);
  if (state.removed && canEdit && isOfNoSend && !sends.earlierDoubt) return removedState(composer, state.removed, main);
  return said;
}
