import { html, type TemplateResult } from 'lit';
import type { Issue } from '../../core/issue.js';
import { errorText, issueText } from '../../locales/describe.js';
import { fill, type Word, type Words } from '../../locales/words.js';
import type { Extra } from './extra.js';
import type { FootButton, FootState } from './foot-state.js';
import type { KfMenuComposer } from './kf-menu-composer.js';

/** Where the page is: 「微信客服工具栏 · Windows 4.1.6」, as far as it is known. */
function whereabouts({ bridge, words }: KfMenuComposer): string {
  const { context = null } = bridge.status || {};
  if (!context) return '';
  const { entry, platform, version } = context;
  const client = [platform && words[platform as Word], version].filter(Boolean).join(' ');
  return [words[`entry.${entry}` as Word], client].filter(Boolean).join(' · ');
}

/** A problem in a few words, where the field beside which it is told in full is out of sight. */
function inShort(issue: Issue, words: Words): string {
  const { code, path } = issue;
  const field = path[path.length - 1] as Word;
  const short = words[`short.${code === 'too-short' ? 'required' : code}` as Word];
  return short ? fill(short, { field: words[field] || field }) : issueText(issue, words);
}

/** What the foot of the full composer says more precisely. */
export function moreInFoot(composer: KfMenuComposer, state: FootState, issues: readonly Issue[]): FootState {
  const { bridge, size, waiting, words } = composer;
  const { title, hint } = state.lines;
  const say = (hint: string | TemplateResult): FootState => ({ ...state, lines: { title, hint } });
  const [[word] = []] = state.buttons;
  const { seconds } = waiting;
  if (word === 'sendingNow' && seconds)
    return say(html`<span aria-live="off">${fill(words.stillWaiting, { n: seconds })}</span>`);
  const whyNot = word === 'sendText' && composer.preview !== 'none' && bridge.whyNot('msgmenu');
  if (whyNot) return say(whyNot.code === 'client-too-old' ? errorText(whyNot, words).hint : words.textInstead);
  const first = state.next && (issues.find(({ severity }) => severity === 'error') || issues[0]);
  if (first) return say(String(hint).replace(issueText(first, words), () => inShort(first, words)));
  return size.wide && title === words.ready ? say(whereabouts(composer)) : state;
}

/** The keys that send, beside the button where there is room. */
export const keysHint = (composer: KfMenuComposer): Extra => ({
  foot({ buttons }) {
    const { size, still, words } = composer;
    if (!size.wide || still || buttons.length !== 1 || (buttons[0] as FootButton)[1] !== 'fill') return undefined;
    const key = /^(Mac|iP)/.test(navigator.platform) ? '⌘' : 'Ctrl';
    return html`<kbd part="keys">${fill(words.sendKeys, { key })}</kbd>`;
  },
});
