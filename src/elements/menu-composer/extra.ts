import type { TemplateResult } from 'lit';
import type { FootState } from './foot-state.js';
import type { Row } from './menu-draft.js';

/** The places where a fuller composer shows more, and what it is told there. */
export interface Places {
  /** In the header, before undo. */
  tools: void;
  /** In the header, after redo. */
  more: void;
  /** Under the header. */
  offer: void;
  /** At the head of an item's row, instead of its number. */
  grip: Row;
  /** In an item's menu, after the moves. */
  entries: Row;
  /** Under a field, instead of its problem: its id. */
  under: string;
  /** In a field's label or beside it, before the counter: its id. */
  count: string;
  /** Instead of the add buttons. */
  add: void;
  /** Under the tail text. */
  sections: void;
  /** A text in the preview, instead of it. */
  text: string;
  /** In the head of the preview, instead of its title. */
  head: void;
  /** Under the bubble of the preview. */
  chat: void;
  /** Before the buttons of the foot: what it says. */
  foot: FootState;
}

export type Place = keyof Places;

/** What an extra shows; nothing is `undefined`. */
export type Shown = TemplateResult | readonly (TemplateResult | string)[] | undefined;

/** Something that the full composer has beyond the plain one, by the places where it shows. */
export type Extra = { readonly [P in Place]?: (at: Places[P]) => Shown };
