import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';

/** What is offered under the header: what there is, and what can be done about it. */
export interface Offer {
  icon: IconName;
  text: string;
  /** The last one is what most people want. */
  choices: readonly { label: string; onChoose: () => void }[];
}

export const offerStrip = ({ canEdit }: Composer, { icon: name, text, choices }: Offer): TemplateResult =>
  html`<div class="offer" part="offer">
    ${icon(name)}
    <span>${text}</span>
    ${choices.map(
      ({ label, onChoose }) => html`<button part="choice" ?disabled=${!canEdit} @click=${onChoose}>${label}</button>`,
    )}
  </div>`;
