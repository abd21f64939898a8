import { html, type TemplateResult } from 'lit';
import { byteLength } from '../../core/bytes.js';
import { limitOf } from '../../core/spec.js';
import { fill } from '../../locales/words.js';
import type { ComposerControls } from './composer-controls.js';
import { locate, textAt } from './menu-draft.js';

/** From this share of the limit on, the counter speaks up. */
const NEAR = 0.9;

/** `35 / 1024 字节`; near the limit also how many Han characters still fit. */
export function counter({ draft, host }: ComposerControls, id: string): TemplateResult {
  const { words } = host;
  const { row, name } = locate(draft, id);
  const { max = 0 } = limitOf(`msgmenu.${row ? `list.${row.item.type}.` : ''}${name}`);
  const n = byteLength(host.filled(textAt(draft, id), id));
  const level = n > max ? 'over' : n >= max * NEAR ? 'near' : '';
  const room = level === 'near' ? `${fill(words.room, { n: Math.floor((max - n) / 3) })} · ` : '';
  return html`<span class="counter ${level}" part="counter">${host.extra('count', id)}${room}${fill(words.bytes, { n, max })}</span>`;
}
