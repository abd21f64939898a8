import { invalidArgument } from './error.js';

/**
 * The length of `text` in UTF-8 bytes, as the platform's limits count. A lone surrogate counts 3, as its replacement would.
 * @throws KfError `invalid-argument` for anything but a string.
 */
export function byteLength(text: string): number {
  if (typeof text !== 'string') throw invalidArgument('byteLength takes a string');
  let bytes = text.length; // one for each UTF-16 unit, and what a unit has beyond that
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // a pair has 4 bytes: 2 for its units and 2 beyond, so the second half adds nothing
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++;
  }
  return bytes;
}

/** Joins what a person sees as one character where `Intl.Segmenter` is missing (Chromium < 87, iOS < 14.5). */
const CLUSTER = /(?:\p{RI}{2}|[^])(?:\p{M}|\p{EMod}|[\u{E0020}-\u{E007F}]|\u200D[^])*/gu;

/** `text` as the characters a person sees. */
export function graphemes(text: string): string[] {
  if (typeof Intl === 'object' && 'Segmenter' in Intl)
    return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return text.match(CLUSTER) ?? [];
}

/** The longest beginning of `text` that has at most `max` bytes and splits no character. */
export function cutToBytes(text: string, max: number): string {
  let [kept, room] = ['', max];
  for (const character of graphemes(text)) {
    room -= byteLength(character);
    if (room < 0) break;
    kept += character;
  }
  return kept;
}
