import { html, type TemplateResult } from 'lit';
import { drawing } from '../shared/icons.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { setTextAt, textAt } from './menu-draft.js';
import { entry, popover } from './popover.js';

const braces = drawing(
  'braces',
  'M8 3.5H6.8a2 2 0 00-2 2v2.4c0 1.2-.7 2.1-1.8 2.1 1.1 0 1.8.9 1.8 2.1v2.4a2 2 0 002 2H8M12 3.5h1.2a2 2 0 012 2v2.4c0 1.2.7 2.1 1.8 2.1-1.1 0-1.8.9-1.8 2.1v2.4a2 2 0 01-2 2H12',
);

/** Puts `{{name}}` where the caret is, or was, and the caret behind it. */
function insert(composer: KfMenuComposer, id: string, name: string): void {
  const { controls, renderRoot } = composer;
  const control = renderRoot.querySelector(`#${id}`) as HTMLTextAreaElement;
  const { selectionStart, selectionEnd } = control;
  const text = textAt(controls.draft, id);
  const before = `${text.slice(0, selectionStart)}{{${name}}}`;
  controls.edit(setTextAt(controls.draft, id, before + text.slice(selectionEnd)));
  void composer.updateComplete.then(() => {
    control.focus();
    control.setSelectionRange(before.length, before.length);
  });
}

/** 「插入变量」 beside a counter, and the names behind it. */
export const insertVariable = (composer: KfMenuComposer, id: string, names: readonly string[]): TemplateResult => {
  const { controls, words } = composer;
  const label = words.variableInsert;
  return html`<span class="insert" part="insert"
    >${popover(controls, `insert-${id}`, label, html`${braces}<span>${label}</span>`, () =>
      names.map(name => entry(controls, braces, name, () => insert(composer, id, name))),
    )}</span
  >`;
};
