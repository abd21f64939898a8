import { invalidArgument } from './error.js';

const FEN = /^[0-9]+$/;

/** Whether `text` is a price as the platform takes it: ASCII digits, in fen. */
export const isFen = (text: unknown): text is string => typeof text === 'string' && FEN.test(text);

/**
 * A price in fen as yuan with two decimals: `'800'` → `'8.00'`. Exact for any length.
 * @throws KfError `invalid-argument` for anything but a string of ASCII digits.
 */
export function formatFen(fen: string): string {
  if (!isFen(fen)) throw invalidArgument('formatFen takes a string of digits');
  const digits = fen.replace(/^0+/, '').padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
