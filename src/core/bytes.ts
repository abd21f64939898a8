import { invalidArgument } from './error.js';

const bytesOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/**
 * The length of `text` in UTF-8 bytes, as the platform's limits count. A lone surrogate counts 3, as its replacement would.
 * @throws KfError `invalid-argument` for anything but a string.
 */
export function byteLength(text: string): number {
  if (typeof text !== 'string') throw invalidArgument('byteLength takes a string');
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0) as number);
  return bytes;
}

/** Joins what a person sees as one character where `Intl.Segmenter` is missing (Chromium < 87, iOS < 14.5). */
const CLUSTER = /(?:\p{RI}{2}|[^])(?:\p{M}|\p{EMod}|[\u{E0020}-\u{E007F}]|\u200D[^])*/gu;

/** `text` as the characters a person sees. */
export function graphemes(text: string): string[] {
  if (typeof Intl === 'object' && 'Segmenter' in Intl)
    return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return text.match(CLUSTER) || [];
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
