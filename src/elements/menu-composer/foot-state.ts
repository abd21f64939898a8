import type { TemplateResult } from 'lit';
import type { KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { errorText, issueText } from '../../locales/describe.js';
import { fill, twoLines, type Word, type Words } from '../../locales/words.js';
import type { BridgeWatch } from '../shared/bridge-watch.js';
import type { IconName } from '../shared/icons.js';
import type { Outcome } from '../shared/sender.js';
import type { ComposerControls } from './composer-controls.js';
import { fieldOf, isEmpty } from './menu-draft.js';

export type FootAction = 'send' | 'reset' | 'reconnect' | 'reconnectAndSend';

/**
 * A button, and what a press on it does: sends, where nothing else is said. `fill`: can be pressed now. `quiet`: says what is
 * missing when pressed. `plain`: a second thought.
 */
export type FootButton = readonly [word: Word, look: 'fill' | 'quiet' | 'plain' | 'quiet busy', action?: FootAction];

/** What the foot says: what is so, what to do, and the buttons for it. */
export interface FootState {
  /** None while the button turns. */
  icon: IconName | 'spinner' | '';
  lines: { title: string; hint: string | TemplateResult };
  buttons: FootButton[];
  /** Where a press on the words goes. */
  next?: () => void;
}

const SEND: FootButton = ['send', 'fill'];
const NOT_YET: FootButton = ['send', 'quiet'];

const say = (icon: FootState['icon'], lines: FootState['lines'], ...buttons: FootButton[]): FootState => ({
  icon,
  lines,
  buttons,
});

/** The foot of an error: its words, and the second thought that fits. */
function failed(error: KfError, words: Words): FootState {
  const { code, outcome } = error;
  const lines = errorText(error, words);
  if (code === 'customer-changed')
    return say('error', lines, ['dontSend', 'plain', 'reset'], ['sendToThis', 'plain', 'reconnectAndSend']);
  if (outcome === 'unknown') return say('question', lines, ['arrived', 'plain', 'reset'], ['notArrived', 'plain']);
  return ['cancelled', 'stopped', 'aborted'].includes(code)
    ? say('info', lines, SEND)
    : say('error', lines, ['retry', 'fill']);
}

/** The foot of the message as it is, with its `issues` from top to bottom, and the text that can go where a menu can't. */
export function footState(
  view: ComposerControls,
  issues: readonly Issue[],
  outcome: Outcome,
  bridge: BridgeWatch,
  textInstead: string,
): FootState {
  const { words } = view.host;
  const { status } = bridge;
  const tell = (key: Word, values: Parameters<typeof twoLines>[1] = {}): FootState['lines'] =>
    twoLines(words[key], values);

  if (outcome.phase === 'sending') {
    const n = Math.round((status ? status.timeout : 10_000) / 1000);
    return say('', tell('sending', { n }), ['sendingNow', 'quiet busy']);
  }
  if (outcome.phase === 'sent') {
    const { at, receipt } = outcome;
    const dry = receipt && receipt.outcome === 'dry-run';
    return say('ok', tell(dry ? 'dryRun' : 'sent', { time: at.toTimeString().slice(0, 5) }), ['sendAgain', 'plain']);
  }
  if (outcome.phase === 'failed') return failed(outcome.error, words);
  const whyNot = bridge.whyNot('msgmenu');
  if (whyNot) {
    const lines = errorText(whyNot, words);
    if (textInstead) {
      const lost = view.rows.find(({ item }) => item.type === 'miniprogram');
      if (lost) lines.hint = fill(words.leftOut, { text: fieldOf(lost, 'content') });
      else if (whyNot.code === 'unsupported-platform') lines.hint = words.textInstead;
      return say('ban', lines, ['sendText', 'fill']);
    }
    return say('ban', lines, status && status.error ? ['reconnect', 'plain', 'reconnect'] : NOT_YET);
  }
  if (isEmpty(view.draft)) return say('info', tell('empty'), NOT_YET);

  const errors = issues.filter(({ severity }) => severity === 'error');
  const [first = issues[0]] = errors;
  if (first) {
    const n = errors.length;
    const m = issues.length - n;
    const text = issueText(first, words);
    const state = !n
      ? say('warning', tell('notices', { n: m, text }), SEND)
      : view.told
        ? say('error', tell(m ? 'problemsAndNotices' : 'problems', { n, m, text }), NOT_YET)
        : say('info', tell('unfinished', { text }), NOT_YET);
    state.next = () => view.goTo(first);
    return state;
  }
  return status && status.state === 'connecting'
    ? say('spinner', tell('connecting'), NOT_YET)
    : say('ok', tell('ready'), SEND);
}
