import { readMenu } from '../reading/index.js';
import { fromMenu, isEmpty, textsOf, type GivenMenu } from '../state/draft.js';

/** A menu to begin with, by its name. */
export interface MenuTemplate {
  name: string;
  /** The menu, or anything else that the composer takes as its `value`. */
  value: unknown;
}

/** A template that was read and has something in it. */
export interface Template extends GivenMenu {
  readonly name: string;
  /** All that it says, from top to bottom. */
  readonly texts: readonly string[];
}

/** Null for what is no template, or an empty one. Throws what the page's own getters throw. */
function readTemplate(input: unknown): Template | null {
  const { name, value } = input as Partial<MenuTemplate>;
  const read = readMenu(value);
  if (typeof name !== 'string' || !name.trim() || !read.ok) return null;
  const { menu, enterChat, changes } = read;
  const draft = fromMenu(menu);
  return isEmpty(draft) ? null : { name: name.trim(), menu, enterChat, changes, texts: textsOf(draft) };
}

/** The templates of a list. Whatever else stands in it, or throws when it is touched, is skipped. */
export function readTemplates(list: unknown): Template[] {
  const templates: Template[] = [];
  try {
    for (const at of Array.isArray(list) ? list.keys() : [])
      try {
        const template = readTemplate((list as unknown[])[at]);
        if (template) templates.push(template);
      } catch {
        // no template
      }
  } catch {
    // no list, for all its looks
  }
  return templates;
}

/** As a person may type it: part of the name or of a text. */
export const matches = ({ name, texts }: Template, query: string): boolean =>
  [name, ...texts].some(text => text.toLowerCase().includes(query.trim().toLowerCase()));
