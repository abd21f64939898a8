/** Texts of a language by their keys, maybe not all of them. */
export type Texts = Readonly<Record<string, string>>;

/** What all copies of the package in a page share, whatever their versions and their order: its shape never changes. */
interface Registry {
  /** By language, in lower case. */
  readonly tables: Record<string, Texts>;
  /** Who shows or keeps words; an element, as long as it is in the page. */
  readonly hosts: Set<{ requestUpdate(): void }>;
}

const KEY = Symbol.for('wecom-kf-elements.words');
const page = globalThis as { [KEY]?: Registry };

export const { tables, hosts } = (page[KEY] ??= { tables: {}, hosts: new Set() });

/** Renders everything that shows words again. */
export const updateAll = (): void => hosts.forEach(host => host.requestUpdate());

/** Replaces the words of a language (in lower case) by `texts`. */
export function setTable(lang: string, texts: Texts): void {
  tables[lang] = texts;
  updateAll();
}

/** Gives a language (in lower case) its words. What a page has set for it already wins over them. */
export const addLanguage = (lang: string, texts: Texts): void => setTable(lang, { ...texts, ...tables[lang] });
