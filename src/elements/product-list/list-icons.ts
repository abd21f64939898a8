import { html, type TemplateResult } from 'lit';

const drawn = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d=${path} vector-effect="non-scaling-stroke"></path>
  </svg>`;

export const searchIcon = drawn('M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11M13 13l3.5 3.5');
export const closeIcon = drawn('M5 5l10 10M15 5L5 15');
