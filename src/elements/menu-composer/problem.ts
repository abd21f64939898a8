import { html, nothing, type TemplateResult } from 'lit';
import { cutToBytes, graphemes } from '../../core/bytes.js';
import type { Issue } from '../../core/issue.js';
import { withHtmlSuffix } from '../../core/rules.js';
import { issueText } from '../../locales/describe.js';
import { fill, type Words } from '../../locales/words.js';
import { icon } from '../icons.js';
import type { ComposerControls } from './composer-controls.js';
import { nextId, type Draft } from './menu-draft.js';

export interface Mend {
  label: string;
  /** The text with the problem gone. */
  text: string;
}

const SCHEME = /^\s*[a-z][a-z\d+.-]*:(?!\d)/i;

/** The mend that a problem has, if it has one that needs no knowledge of ours. */
export function mendOf({ code, severity, limit = 0 }: Issue, text: string, draft: Draft, words: Words): Mend | null {
  switch (code) {
    case 'too-long': {
      const kept = cutToBytes(text, limit);
      const n = graphemes(text).length - graphemes(kept).length;
      return { label: fill(words['mend.too-long'], { n }), text: kept };
    }
    case 'page-suffix':
      return { label: words['mend.page-suffix'], text: withHtmlSuffix(text) };
    case 'url-scheme':
      if (severity === 'error' || SCHEME.test(text)) return null;
      return { label: words['mend.url-scheme'], text: `https://${text.trim().replace(/^\/+/, '')}` };
    case 'duplicate-id': {
      const id = nextId(draft);
      return { label: fill(words['mend.duplicate-id'], { text: id }), text: id };
    }
    default:
      return null;
  }
}

/** A problem below its field: what is wrong, and the mend beside it. */
export function problem(view: ComposerControls, id: string, text: string, issue: Issue): TemplateResult {
  const { words, locked } = view.host;
  const { draft } = view;
  const mend = locked ? null : mendOf(issue, text, draft, words);
  return html`<div class="problem ${issue.severity}" part="problem">
    ${icon(issue.severity)}
    <span id="${id}-problem">${issueText(issue, words)}</span>
    ${
      mend
        ? html`<button class="mend" part="mend" @click=${() => view.mend(id, mend.text)}>
            ${mend.label}
          </button>`
        : nothing
    }
  </div>`;
}
