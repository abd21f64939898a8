import { html, nothing, type TemplateResult } from 'lit';
import { cutToBytes, graphemes } from '../../core/bytes.js';
import type { Issue } from '../../core/issue.js';
import { withHtmlSuffix } from '../../core/rules.js';
import { issueText } from '../../locales/describe.js';
import { fill, type Word } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';
import { nextId, textAt, type Draft } from './menu-draft.js';

const SCHEME = /^\s*[a-z][a-z\d+.-]*:(?!\d)/i;

/** The text with the problem gone; null where that needs knowledge of ours. */
function mended({ code, severity, limit = 0 }: Issue, text: string, draft: Draft): string | null {
  if (code === 'too-long') return cutToBytes(text, limit);
  if (code === 'page-suffix') return withHtmlSuffix(text);
  if (code === 'duplicate-id') return nextId(draft);
  if (code !== 'url-scheme' || severity === 'error' || SCHEME.test(text)) return null;
  return `https://${text.trim().replace(/^\/+/, '')}`;
}

/** The problem of a field, if it has one on show: what is wrong, and the mend beside it. */
export function problem(view: ComposerControls, id: string): TemplateResult | typeof nothing {
  const { words, locked } = view.host;
  const { draft } = view;
  const issue = view.problemAt(id);
  if (!issue) return nothing;
  const { code, severity } = issue;
  const before = textAt(draft, id);
  const text = locked ? null : mended(issue, before, draft);
  return html`<div class="problem ${severity}" part="problem">
    ${icon(severity)}
    <span id="${id}-problem">${issueText(issue, words)}</span>
    ${
      text === null
        ? nothing
        : html`<button class="mend" part="mend" @click=${() => view.mend(id, text)}>
            ${fill(words[`mend.${code}` as Word], { text, n: graphemes(before).length - graphemes(text).length })}
          </button>`
    }
  </div>`;
}
