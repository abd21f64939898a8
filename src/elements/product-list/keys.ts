import { isInputMethods } from '../shared/listeners.js';

/** Where in the list a key was pressed. */
export type Place = 'search' | 'row' | 'strip' | 'elsewhere';

/** What a key asks for; a number moves the focus by so many rows. `nothing`: the key must not do what it does by itself. */
type Command = number | 'ask' | 'close' | 'clear' | 'rows' | 'search' | 'type' | 'nothing';

/** How far a key moves the focus, in rows; null for keys that do not. */
function stepOf(key: string, page: number): number | null {
  const steps = new Map<string, number>([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', page],
    ['PageUp', -page],
    ['Home', -Infinity],
    ['End', Infinity],
  ]);
  return steps.get(key) ?? null;
}

export function placeOf(element: Element): Place {
  if (element.localName === 'input') return 'search';
  if (element.closest('.strip')) return 'strip';
  return element.closest('.row') ? 'row' : 'elsewhere';
}

/** An Enter that is held down would ask and answer at once. */
const enter = ({ repeat }: KeyboardEvent): Command => (repeat ? 'nothing' : 'ask');

function inSearch(event: KeyboardEvent): Command | null {
  const { key, target } = event;
  if (key === 'ArrowDown') return 'rows';
  if (key === 'Enter') return enter(event);
  return key === 'Escape' && target instanceof HTMLInputElement && target.value ? 'clear' : null;
}

function inStrip({ key, repeat }: KeyboardEvent): Command | null {
  if (key === 'Escape') return 'close';
  return key === 'Enter' && repeat ? 'nothing' : null;
}

function inRow(event: KeyboardEvent): Command | null {
  const { key } = event;
  if (key === 'Enter') return enter(event);
  if (key === 'Escape') return 'search';
  return key === 'Backspace' || (key.length === 1 && key !== ' ') ? 'type' : null;
}

/** The command of a key, or null where the key is none of ours. */
export function commandOf(event: KeyboardEvent, place: Place, page: number): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey || place === 'elsewhere') return null;
  if (isInputMethods(event)) return place === 'row' ? 'type' : null;
  if (place === 'search') return inSearch(event);
  return stepOf(event.key, page) ?? (place === 'strip' ? inStrip(event) : inRow(event));
}
