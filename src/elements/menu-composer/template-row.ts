import { html, type TemplateResult } from 'lit';
import { fill, type Words } from '../../locales/words.js';
import type { Template } from './menu-template.js';
import { rowsOf, fromMenu } from './menu-draft.js';

/** What is said of a template: its name, how many items it has, its first line. */
export const templateLines = ({ name, menu, texts }: Template, words: Words): TemplateResult =>
  html`<span class="name">${name}</span>
    <span class="count">${fill(words.items, { n: rowsOf(fromMenu(menu)).length })}</span>
    <span class="about">${texts[0]}</span>`;
