import { byteLength } from './bytes.js';
import { issue, type Issue, type Path } from './issue.js';
import type { MsgMenu } from './message.js';
import { fieldOf, SPEC, type Field, type Fields } from './spec.js';
import { blanksIn, filledSoFar, fillText, namesIn, type Values } from './variables.js';

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy in which `change` was asked for each text that is sent; the rest is as it was. */
function mapTexts(bag: unknown, fields: Fields, path: Path, change: (text: string, path: Path) => string): unknown {
  if (!isBag(bag)) return bag;
  const mapped = (key: string, value: unknown): unknown => {
    const own = [...path, key];
    const { type, rule, when, fields: inside = {} } = fieldOf(fields, key) || {};
    if (!type || rule === 'type' || (when && when !== bag.type)) return value;
    if (Array.isArray(value)) return value.map((item, index) => mapTexts(item, inside, [...own, index], change));
    return typeof value === 'string' ? change(value, own) : mapTexts(value, inside, own, change);
  };
  return Object.fromEntries(Object.entries(bag).map(([key, value]) => [key, mapped(key, value)]));
}

const mapMenu = (menu: MsgMenu, change: (text: string, path: Path) => string): MsgMenu =>
  mapTexts(menu, (SPEC.msgmenu as Field).fields as Fields, ['msgmenu'], change) as MsgMenu;

const nameOf = (path: Path): unknown => path[path.length - 1];

/** A copy of a menu with its variables filled in. */
export const fillMenu = (menu: MsgMenu, values: Values): MsgMenu =>
  mapMenu(menu, (text, path) => fillText(text, values, nameOf(path)));

/** The names in a menu, in the order in which they stand. */
export function namesInMenu(menu: MsgMenu): string[] {
  const texts: string[] = [];
  mapMenu(menu, text => String(texts.push(text)));
  return namesIn(texts.join('\n'));
}

/**
 * The issues of a filled menu, and `variable-missing` for each text of `menu` that has a blank one. Where that is, nothing else is
 * said but what is wrong whatever the value will be.
 */
export function withBlanks(issues: readonly Issue[], menu: MsgMenu, values: Values): Issue[] {
  const missing: Issue[] = [];
  const soFar = new Map<string, number>();
  mapMenu(menu, (text, path) => {
    if (blanksIn(text, values).length) {
      missing.push(issue('variable-missing', path));
      soFar.set(path.join(), byteLength(filledSoFar(text, values, nameOf(path))));
    }
    return text;
  });
  const rest = issues.map(found => {
    const actual = soFar.get(found.path.join());
    if (actual === undefined || (found.severity === 'error' && found.code !== 'too-long')) return [found];
    return found.code === 'too-long' && actual > Number(found.limit) ? [{ ...found, actual }] : [];
  });
  return [...rest.flat(), ...missing];
}
