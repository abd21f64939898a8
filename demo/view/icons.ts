import { html, type TemplateResult } from 'lit';

/** 20 × 20, drawn with a line of 1.5. */
const PATHS = {
  book: 'M10 5.5C8.5 4.2 6.3 3.9 3.5 4v11c2.8-.1 5 .2 6.5 1.5 1.5-1.3 3.7-1.6 6.5-1.5V4c-2.8-.1-5 .2-6.5 1.5v11',
  moon: 'M16 11.5A6.5 6.5 0 118.5 4a5 5 0 007.5 7.5z',
  sun: 'M10 6.7a3.3 3.3 0 100 6.6 3.3 3.3 0 000-6.6M10 2.5v1M10 16.5v1M2.5 10h1M16.5 10h1M4.7 4.7l.7.7M14.6 14.6l.7.7M4.7 15.3l.7-.7M14.6 5.4l.7-.7',
  down: 'M6 8l4 4 4-4',
  right: 'M8 6l4 4-4 4',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  headset: 'M4.5 12.5v-2.5a5.5 5.5 0 0111 0v2.5M4.5 11.5h2v3.5h-2zM13.5 11.5h2v3.5h-2zM15 15c0 1.3-1.5 2-3.5 2',
  minimize: 'M5 10h10',
  maximize: 'M5.5 5.5h9v9h-9z',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
};

/** An icon beside words that say the same, or in a button that has a label. */
export const icon = (name: keyof typeof PATHS): TemplateResult =>
  html`<svg class="icon ${name}" viewBox="0 0 20 20" aria-hidden="true">
    <path d=${PATHS[name]} vector-effect="non-scaling-stroke"></path>
  </svg>`;
