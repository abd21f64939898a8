import type { KfError } from '../../../core/error.js';
import type { Issue } from '../../../core/issue.js';
import type { ChatMessage } from '../../../core/message.js';
import { contentOf } from '../../../events/content.js';
import { isInDoubt, isPending, type SendRecord } from '../../../events/send-record.js';
import { connectionText, errorText } from '../../../locales/describe.js';
import { twoLines, type Word, type Words } from '../../../locales/words.js';
import type { BridgeView } from './bridge-view.js';

/** What can be told of a message that an element shows, here and now. */
interface SendSituation {
  /** What is known of a send of it: the bridge's record, or of the element's last request. */
  readonly record: SendRecord | null;
  readonly bridge: BridgeView;
  /** What a press would send now. */
  readonly message: ChatMessage;
  readonly issues: readonly Issue[];
  readonly words: Words;
  /** Nobody can mend the message here: what is wrong with it comes before the connection. Default: false. */
  readonly isFixed?: boolean;
}

/**
 * What a button does. `send`: asks for what is on show. `repeat`: the user's word that the last one did not arrive. `send-to-found`:
 * sends what was asked about to whoever is in the chat now. `arrived`: the user has seen it in the chat. `dismiss`: it is not to be
 * sent. `understood`: the outcome was read. `reconnect`: connects again.
 */
export type SendAction = 'send' | 'repeat' | 'send-to-found' | 'arrived' | 'dismiss' | 'understood' | 'reconnect';

/** `fill`: can be pressed now. `quiet`: says what is missing when it is pressed. `plain`: a second thought. `busy`: under way. */
export interface SendButton {
  readonly word: Word;
  readonly look: 'fill' | 'quiet' | 'plain' | 'busy';
  readonly action: SendAction;
}

/** Which row of the table a state is. */
export type SendStateName =
  | 'sending'
  | 'sent'
  | 'dry-run'
  | 'unknown'
  | 'customer-changed'
  | 'not-connected'
  | 'failed'
  | 'stopped'
  | 'not-here'
  | 'incomplete'
  | 'connecting'
  | 'noticed'
  | 'ready';

/** What is so, what to do about it, and the buttons for that; the last button is the one most people want. */
export interface SendState {
  readonly name: SendStateName;
  readonly title: string;
  readonly hint: string;
  readonly buttons: readonly SendButton[];
}

/** Errors by somebody's will: the message may be sent as if nothing had happened. */
export const WILLED: readonly string[] = ['cancelled', 'stopped', 'aborted'];

const SEND: SendButton = { word: 'send', look: 'fill', action: 'send' };
const NOT_YET: SendButton = { word: 'send', look: 'quiet', action: 'send' };
const SENDING: SendButton = { word: 'sendingNow', look: 'busy', action: 'send' };
const SEND_AGAIN: SendButton = { word: 'sendAgain', look: 'plain', action: 'send' };
/** Right after another message: a press by habit would be a second one. */
const SEND_TOO: SendButton = { word: 'send', look: 'plain', action: 'send' };
const RETRY: SendButton = { word: 'retry', look: 'fill', action: 'send' };
const ARRIVED: SendButton = { word: 'arrived', look: 'plain', action: 'arrived' };
const REPEAT: SendButton = { word: 'notArrived', look: 'plain', action: 'repeat' };
const RECONNECT: SendButton = { word: 'reconnect', look: 'plain', action: 'reconnect' };
const DO_NOT_SEND: SendButton = { word: 'dontSend', look: 'plain', action: 'dismiss' };
const UNDERSTOOD: SendButton = { word: 'understood', look: 'plain', action: 'understood' };
const SEND_TO_FOUND: SendButton = { word: 'sendToThis', look: 'plain', action: 'send-to-found' };

const state = (name: SendStateName, lines: { title: string; hint: string }, ...buttons: SendButton[]): SendState => ({
  name,
  title: lines.title,
  hint: lines.hint,
  buttons,
});

const hasError = ({ issues }: SendSituation): boolean => issues.some(({ severity }) => severity === 'error');

const INCOMPLETE = state('incomplete', { title: '', hint: '' }, NOT_YET);

/** After an unknown outcome only the user's word sends again; without a client there is nothing to send through. */
const questionState = (error: KfError, { bridge, words }: SendSituation): SendState =>
  state('unknown', errorText(error, words), ARRIVED, bridge.status?.error ? RECONNECT : REPEAT);

/** The user can confirm only what is still on show, and only for a customer who could be read. */
function changedState(error: KfError, { found, message: asked }: SendRecord, situation: SendSituation): SendState {
  const { bridge, message, words } = situation;
  const lines = errorText(error, words);
  if (contentOf(asked) !== contentOf(message))
    return state('customer-changed', twoLines(words.textKept, {}), UNDERSTOOD);
  if (bridge.status?.error || found === null) return state('customer-changed', lines, DO_NOT_SEND, RECONNECT);
  return state('customer-changed', lines, DO_NOT_SEND, SEND_TO_FOUND);
}

/** When it ended, on a clock. */
export const timeOf = ({ endedOn }: SendRecord): string => (endedOn ? endedOn.toTimeString().slice(0, 5) : '');

/** `button`: sends it again where it is what a press would send now; otherwise nothing is still there. */
function sentState(record: SendRecord, words: Words, button: SendButton): SendState {
  if (record.receipt?.outcome === 'dry-run') return state('dry-run', twoLines(words.dryRun, {}), button);
  const lines = twoLines(words.sent, { time: timeOf(record) });
  return state('sent', button === SEND_AGAIN ? lines : { ...lines, hint: '' }, button);
}

/** What became of a send. */
function recordState(record: SendRecord, situation: SendSituation): SendState {
  const { words } = situation;
  const { error, timeout } = record;
  const another = hasError(situation) ? NOT_YET : SEND;
  if (isPending(record)) return state('sending', twoLines(words.sending, { n: Math.round(timeout / 1000) }), SENDING);
  const isOnShow = contentOf(record.message) === contentOf(situation.message);
  if (!error || record.isConfirmed)
    return sentState(record, words, isOnShow ? SEND_AGAIN : another === SEND ? SEND_TOO : another);
  if (isInDoubt(record)) return questionState(error, situation);
  if (error.code === 'customer-changed') return changedState(error, record, situation);
  return WILLED.includes(error.code)
    ? state('stopped', errorText(error, words), another)
    : state('failed', errorText(error, words), isOnShow ? RETRY : another);
}

/** The table: the first row that fits decides. Composer, card and list show the same state for the same situation. */
export function sendState(situation: SendSituation): SendState {
  const { record, bridge, message, issues, words, isFixed = false } = situation;
  const { error = null, state: connection = 'ready' } = bridge.status ?? {};
  const recorded = record && recordState(record, situation);
  if (recorded && ['sending', 'unknown', 'customer-changed'].includes(recorded.name)) return recorded;
  const hasErrors = hasError(situation);
  if (hasErrors && isFixed) return INCOMPLETE;
  if (error) return state('not-connected', connectionText(error, words), RECONNECT);
  if (recorded) return recorded;
  const whyNot = bridge.whyNot(message.msgtype);
  if (whyNot) return state('not-here', errorText(whyNot, words), NOT_YET);
  if (hasErrors) return INCOMPLETE;
  if (connection === 'connecting') return state('connecting', twoLines(words.connecting, {}), NOT_YET);
  return state(issues.length ? 'noticed' : 'ready', twoLines(words.ready, {}), SEND);
}
