import { unsafeCSS, type CSSResult } from 'lit';
import { clientInfo } from '../../../hosts/client-info.js';
import { updateAll } from '../../../locales/registry.js';

/** The colours, light and dark. A page sets `--kf-surface`; `--_surface` only passes it on, with ours behind it. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  surface: ['#fff', '#1c1d21'],
  subtle: ['#f4f5f7', '#232529'],
  hover: ['#f0f1f4', '#2a2c31'],
  line: ['#e6e8eb', '#303238'],
  'line-2': ['#c9ced6', '#4b4f58'],
  text: ['#1b1f26', '#e9ebee'],
  'text-2': ['#4d5563', '#b3b9c3'],
  'text-3': ['#646b78', '#939aa6'],
  accent: ['#1a5fd6', '#7dadff'],
  fill: ['#1a5fd6', '#2c6bdc'],
  'on-fill': ['#fff', '#fff'],
  weak: ['#eaf1fe', '#1d2b45'],
  danger: ['#c8342b', '#ff857a'],
  warn: ['#8a5700', '#f5b95f'],
  'warn-weak': ['#fdf3df', '#352a16'],
  ok: ['#0b7a46', '#4ccb88'],
  price: ['#d23b2e', '#ff7f72'],
  chat: ['#ededed', '#111'],
  bubble: ['#fff', '#2c2c2c'],
  'bubble-text': ['#191919', '#d5d5d5'],
  'bubble-link': ['#576b95', '#8397b0'],
  customer: ['#95ec69', '#3eb575'],
  'customer-text': ['#0b1a05', '#04140b'],
};

const declare = (scheme: 0 | 1): CSSResult =>
  unsafeCSS(
    Object.entries(COLOURS)
      .map(([name, both]) => `--_${name}:var(--kf-${name},${both[scheme]});`)
      .join(''),
  );

export const light = declare(0);
export const dark = declare(1);

export type Theme = 'auto' | 'light' | 'dark';

/** One query for the page: a thousand cards would make a thousand. */
let system: MediaQueryList | undefined;

function followSystem(): MediaQueryList {
  if (!system) {
    system = matchMedia('(prefers-color-scheme: dark)');
    system.addListener(updateAll); // iOS 13 has no addEventListener here
  }
  return system;
}

let isRead = false;
let scheme: 'light' | 'dark' | undefined;

/** The client's own colour scheme, where it says one. A thousand cards that render together ask the engine once for them all. */
export function clientScheme(): 'light' | 'dark' | undefined {
  if (isRead) return scheme;
  isRead = true;
  void Promise.resolve().then(() => (isRead = false));
  scheme = clientInfo().theme;
  return scheme;
}

/**
 * Whether a theme is dark now. `auto` is the client's own scheme where it says one, else the system's. When that changes, everything
 * that follows the language renders again: all that has the one has the other.
 */
export function isDark(theme: Theme): boolean {
  const said = theme === 'light' || theme === 'dark' ? theme : clientScheme();
  return said ? said === 'dark' : followSystem().matches;
}
