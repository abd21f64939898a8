/** How often something was done that costs more the longer a menu is, or the deeper an element stands in its page. */
export interface Work {
  /** How often `validate` went through a whole message. */
  validations: number;
  /** Menus that were copied by way of JSON. */
  copies: number;
  /** Ways from an element up to the nearest `lang`. */
  languageWalks: number;
  /** Questions whether an element is disabled, for which the engine looks at the fieldsets around it. */
  disabledMatches: number;
  /** Maps that were made, lit's own one of an update included. */
  maps: number;
  /** Nodes, attributes and texts of the shadow tree that were written, one by one. */
  writes: string[];
}

const isMenu = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ['msgmenu', 'list', 'head_content'].some(key => key in value);

function describeWrite({ type, target, attributeName }: MutationRecord): string {
  const element = target instanceof Element ? target : target.parentElement;
  const part = element?.closest('[part]')?.getAttribute('part') ?? '';
  return `${part.trim()} ${attributeName ?? type}`;
}

/** Counts what `task` does. Where it waits for nothing but microtasks, no timer can add to that. */
export async function workOf(root: ShadowRoot, task: () => Promise<unknown>): Promise<Work> {
  const work = { validations: 0, copies: 0, languageWalks: 0, disabledMatches: 0, maps: 0 };
  const { keys } = Object;
  const { parse } = JSON;
  const { closest, matches } = Element.prototype;
  const { Map: PlainMap } = window;
  const written: MutationRecord[] = [];
  const observer = new MutationObserver(records => written.push(...records));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });

  Object.keys = (value: object) => {
    if ('msgtype' in value && 'msgmenu' in value) work.validations++; // it asks for leftover keys, once for each message
    return keys(value);
  };
  JSON.parse = (...given: Parameters<typeof parse>) => {
    const value: unknown = parse(...given);
    if (isMenu(value)) work.copies++;
    return value;
  };
  Element.prototype.closest = function (this: Element, selector: string) {
    if (selector === '[lang]') work.languageWalks++;
    return closest.call(this, selector);
  };
  Element.prototype.matches = function (this: Element, selector: string): this is HTMLElement {
    if (selector.includes(':disabled')) work.disabledMatches++;
    return matches.call(this, selector);
  };
  window.Map = class<K, V> extends PlainMap<K, V> {
    constructor(entries?: Iterable<readonly [K, V]> | null) {
      super(entries ?? []);
      work.maps++;
    }
  } as MapConstructor;
  try {
    await task();
  } finally {
    Object.keys = keys;
    JSON.parse = parse;
    Object.assign(Element.prototype, { closest, matches });
    window.Map = PlainMap;
    written.push(...observer.takeRecords());
    observer.disconnect();
  }
  return { ...work, writes: written.map(describeWrite) };
}
