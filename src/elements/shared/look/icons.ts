import { html, type TemplateResult } from 'lit';

const UNDO = 'M7 4L3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 010 9H8';
const UP = 'M10 16V4.5M5 9.5l5-5 5 5';

/** 20 × 20, drawn with a line of 1.5. The styles turn `redo` and `down`. */
const PATHS = {
  chevron: 'M8 5.5l4.5 4.5L8 14.5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  plus: 'M10 4.5v11M4.5 10h11',
  undo: UNDO,
  redo: UNDO,
  up: UP,
  down: UP,
  remove: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  click: 'M3.5 4.5h13v9h-7l-3.5 3v-3H3.5z',
  view: 'M8.5 11.5l3-3M9 6.5l1.8-1.8a3 3 0 014.5 4.4L13.5 11M11 13.5l-1.8 1.8a3 3 0 01-4.5-4.4L6.5 9',
  miniprogram: 'M9 14a2.5 2.5 0 11-2.5-2.5M11 6a2.5 2.5 0 112.5 2.5M9 14V9.5M11 6v4.5',
  moon: 'M16 11.5A6.5 6.5 0 118.5 4a5 5 0 007.5 7.5z',
  sun: 'M10 7a3 3 0 100 6 3 3 0 000-6M10 2v1M10 17v1M2 10h1M17 10h1M4 4l1 1M15 15l1 1M4 16l1-1M15 5l1-1',
  ok: 'M10 3a7 7 0 100 14 7 7 0 000-14M7 10.2l2 2 4-4.2',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  error: 'M10 3a7 7 0 100 14 7 7 0 000-14M10 6.5v4M10 13.4v.01',
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.5M10 14v.01',
  info: 'M10 3a7 7 0 100 14 7 7 0 000-14M10 9.5v4M10 6.6v.01',
  ban: 'M10 3a7 7 0 100 14 7 7 0 000-14M5.1 5.1l9.8 9.8',
  question: 'M10 3a7 7 0 100 14 7 7 0 000-14M8.2 8.2a1.8 1.8 0 113 1.4c-.7.5-1.2.9-1.2 1.7M10 13.5v.01',
  eye: 'M2.5 10c1.6-3 4.2-5 7.5-5s5.9 2 7.5 5c-1.6 3-4.2 5-7.5 5s-5.9-2-7.5-5M10 7.7a2.3 2.3 0 100 4.6 2.3 2.3 0 000-4.6',
  pencil: 'M4 16l.8-3.4 8.5-8.5 2.6 2.6-8.5 8.5zM11.4 6l2.6 2.6',
  search: 'M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11M13 13l3.5 3.5',
  bookmark: 'M5.5 3.5h9v13l-4.5-3.5-4.5 3.5z',
  paste: 'M7.5 4.5h-3v12h11v-12h-3M7.5 3h5v3h-5zM7.5 9.5h5M7.5 12.5h5',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4',
  duplicate:
    'M9.3 7h5.4a2 2 0 012 2v5.4a2 2 0 01-2 2H9.3a2 2 0 01-2-2V9a2 2 0 012-2zM7.3 12.7H5.6a2 2 0 01-2-2V5.3a2 2 0 012-2H11a2 2 0 012 2V7',
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14M10 6v4l2.5 2.5',
  clipboard: 'M7.5 4.5H5v12.5h10V4.5h-2.5M7.5 3h5v3h-5zM7.5 10h5M7.5 13h3',
  dots: 'M7.8 6h.01M12.2 6h.01M7.8 10h.01M12.2 10h.01M7.8 14h.01M12.2 14h.01',
  braces:
    'M8 3.5H6.8a2 2 0 00-2 2v2.4c0 1.2-.7 2.1-1.8 2.1 1.1 0 1.8.9 1.8 2.1v2.4a2 2 0 002 2H8M12 3.5h1.2a2 2 0 012 2v2.4c0 1.2.7 2.1 1.8 2.1-1.1 0-1.8.9-1.8 2.1v2.4a2 2 0 01-2 2H12',
  person: 'M10 4a3 3 0 100 6 3 3 0 000-6M4.5 16.5a5.5 5.5 0 0111 0',
  pointer: 'M4.5 4l11.5 4.4-5 2.1-2.1 5z',
  close: 'M5 5l10 10M15 5L5 15',
  headset: 'M4.5 12.5v-2.5a5.5 5.5 0 0111 0v2.5M4.5 11.5h2v3.5h-2zM13.5 11.5h2v3.5h-2zM15 15c0 1.3-1.5 2-3.5 2',
};

export type IconName = keyof typeof PATHS;

export const drawing = (name: string, path: string): TemplateResult =>
  html`<svg class="icon ${name}" viewBox="0 0 20 20" aria-hidden="true">
    <path d=${path} vector-effect="non-scaling-stroke"></path>
  </svg>`;

/** An icon beside words that say the same. */
export const icon = (name: IconName): TemplateResult => drawing(name, PATHS[name]);

export const spinner = html`<span class="spinner" aria-hidden="true"></span>`;
