/** Texts of a language by their keys, maybe not all of them. */
export type Texts = Readonly<Record<string, string>>;

/** What all copies of the package in a page have in common, whatever their versions and their order: its shape is for ever. */
interface Registry {
  /** By language, in lower case. */
  readonly tables: Record<string, Texts>;
  /** Who shows or keeps words; an element, as long as it is in the page. */
  readonly hosts: Set<{ requestUpdate(): void }>;
}

const KEY = Symbol.for('wecom-kf-elements.words');
const page = globalThis as { [KEY]?: Registry };

export const { tables, hosts } = (page[KEY] = page[KEY] || { tables: {}, hosts: new Set() });

/** Makes everyone look again. */
export const updateAll = (): void => hosts.forEach(host => host.requestUpdate());

/** Gives a language, in lower case, other words. */
export function setTable(lang: string, texts: Texts): void {
  tables[lang] = texts;
  updateAll();
}
