import { html, type TemplateResult } from 'lit';
import type { Report } from '../model/report.js';

/** Characters that fit in one line. */
const WIDTH = 96;

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return value.length ? `[ ${value.map(inline).join(', ')} ]` : '[]';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`);
  return pairs.length ? `{ ${pairs.join(', ')} }` : '{}';
};

/** JSON as a person would break it: what fits in a line stays in one. */
function broken(value: unknown, indent = ''): string {
  const short = inline(value);
  if (typeof value !== 'object' || value === null || indent.length + short.length <= WIDTH) return short;
  const deeper = `${indent}  `;
  const [left, right] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map(inner => broken(inner, deeper))
    : Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${broken(inner, deeper)}`);
  return `${left}\n${parts.map(part => deeper + part).join(',\n')}\n${indent}${right}`;
}

const STRING = /("(?:[^"\\]|\\.)*")/;

/** Keys stand out, values stay quiet. */
const coloured = (text: string): unknown[] => {
  const parts = text.split(STRING);
  return parts.map((part, index) => (parts[index + 1]?.startsWith(':') ? html`<b>${part}</b>` : part));
};

export const json = (value: unknown): TemplateResult => html`<pre>${coloured(broken(value))}</pre>`;

/** `kf-sent { outcome: "sent", channel: "ww" }` */
export const report = ({ name, facts }: Report): TemplateResult => {
  const pairs = Object.entries(facts).map(
    ([key, value], index) => html`${index ? ', ' : ' '}${key}: <b>${inline(value)}</b>`,
  );
  return html`<pre>${name} {${pairs} }</pre>`;
};
