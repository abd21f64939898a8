import { html, type TemplateResult } from 'lit';
import { byteLength } from '../../core/bytes.js';
import { limitOf } from '../../core/limit-of.js';
import { fill, type Words } from '../../locales/words.js';

/** From this share of the limit on, the counter speaks up. */
const NEAR = 0.9;

/** `35 / 1024 字节`; near the limit also how many Han characters still fit. */
export function counter(words: Words, text: string, path: string): TemplateResult {
  const { max = 0 } = limitOf(path);
  const n = byteLength(text);
  const bytes = fill(words.bytes, { n, max });
  const level = n > max ? 'over' : n >= max * NEAR ? 'near' : '';
  const room = level === 'near' ? `${fill(words.room, { n: Math.floor((max - n) / 3) })} · ` : '';
  return html`<span class="counter ${level}" part="counter">${room}${bytes}</span>`;
}
