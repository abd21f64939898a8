import { html, type TemplateResult } from 'lit';
import { drawing } from '../shared/icons.js';
import type { ComposerControls } from './composer-controls.js';

const SIGNS = {
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14M10 6v4l2.5 2.5',
  clipboard: 'M7.5 4.5H5v12.5h10V4.5h-2.5M7.5 3h5v3h-5zM7.5 10h5M7.5 13h3',
};

/** What is offered under the header: what there is, and what can be done about it. The last one is what most people want. */
export const offer = (
  { host }: ComposerControls,
  sign: keyof typeof SIGNS,
  text: string,
  ...choices: [label: string, act: () => void][]
): TemplateResult | undefined =>
  host.still
    ? undefined
    : html`<div class="offer" part="offer">
        ${drawing(sign, SIGNS[sign])}
        <span>${text}</span>
        ${choices.map(([label, act]) => html`<button part="choice" ?disabled=${host.locked} @click=${act}>${label}</button>`)}
      </div>`;
