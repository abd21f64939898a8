import type { KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { BridgeStatus } from '../../events/bridge-request.js';
import { errorText, issueText } from '../../locales/describe.js';
import { twoLines, type Word, type Words } from '../../locales/words.js';
import type { IconName } from '../icons.js';
import type { Outcome } from '../sender.js';

export type FootAction = 'send' | 'reset' | 'reconnect' | 'reconnectAndSend' | 'nextProblem';

export interface FootButton {
  word: Word;
  action: FootAction;
  /** `fill`: can be pressed now. `quiet`: says what is missing when pressed. `plain`: a second thought. */
  look: 'fill' | 'quiet' | 'plain' | 'quiet busy';
}

/** What the foot says: what is so, what to do, and the buttons for it. */
export interface FootState {
  icon: IconName | 'spinner';
  title: string;
  hint: string;
  buttons: FootButton[];
  /** What a press on the words does. */
  press?: FootAction;
}

export interface FootFacts {
  words: Words;
  outcome: Outcome;
  status: BridgeStatus | null;
  /** Why it can't go here and now, before anyone presses send. */
  whyNot: KfError | null;
  issues: readonly Issue[];
  /** Whether nothing is written. */
  empty: boolean;
  /** Whether an error is on show at its field. */
  told: boolean;
}

const button = (word: Word, look: FootButton['look'], action: FootAction = 'send'): FootButton => ({
  word,
  action,
  look,
});
const SEND = button('send', 'fill');
const NOT_YET = button('send', 'quiet');

/** The foot of an error: its words, and the second thought that fits. */
function failed({ outcome, words }: FootFacts): FootState | null {
  if (outcome.phase !== 'failed') return null;
  const { error } = outcome;
  const { code } = error;
  const say = (icon: IconName, ...buttons: FootButton[]): FootState => ({ icon, ...errorText(error, words), buttons });
  if (code === 'customer-changed')
    return say('error', button('dontSend', 'plain', 'reset'), button('sendToThis', 'plain', 'reconnectAndSend'));
  if (error.outcome === 'unknown')
    return say('question', button('arrived', 'plain', 'reset'), button('notArrived', 'plain'));
  return ['cancelled', 'stopped', 'aborted'].includes(code) ? say('info', SEND) : say('error', button('retry', 'fill'));
}

const unreachable = ({ status, words, whyNot }: FootFacts): FootState | null => {
  const again = button('reconnect', 'plain', 'reconnect');
  return whyNot && { icon: 'ban', ...errorText(whyNot, words), buttons: [status && status.error ? again : NOT_YET] };
};

export function footState(facts: FootFacts): FootState {
  const { words, outcome, status, issues, empty, told } = facts;
  const say = (
    icon: FootState['icon'],
    key: Word,
    values: Record<string, string | number>,
    send: FootButton,
  ): FootState => ({
    icon,
    ...twoLines(words[key], values),
    buttons: [send],
  });

  if (outcome.phase === 'sending') {
    const n = Math.round((status ? status.timeout : 10_000) / 1000);
    return say('spinner', 'sending', { n }, button('sendingNow', 'quiet busy'));
  }
  if (outcome.phase === 'sent') {
    const { at, receipt } = outcome;
    const dry = receipt && receipt.outcome === 'dry-run';
    return say('ok', dry ? 'dryRun' : 'sent', { time: at.toTimeString().slice(0, 5) }, button('sendAgain', 'plain'));
  }

  const errors = issues.filter(({ severity }) => severity === 'error');
  const [first = issues[0]] = errors;
  const [n, m] = [errors.length, issues.length - errors.length];
  const text = first ? issueText(first, words) : '';
  const problems = (): FootState => {
    if (!n) return say('warning', 'notices', { n: m, text }, SEND);
    if (!told) return say('info', 'unfinished', { text }, NOT_YET);
    return say('error', m ? 'problemsAndNotices' : 'problems', { n, m, text }, NOT_YET);
  };
  return (
    failed(facts) ||
    unreachable(facts) ||
    (empty
      ? say('info', 'empty', {}, NOT_YET)
      : first
        ? { ...problems(), press: 'nextProblem' }
        : status && status.state === 'connecting'
          ? say('spinner', 'connecting', {}, NOT_YET)
          : say('ok', 'ready', {}, SEND))
  );
}
