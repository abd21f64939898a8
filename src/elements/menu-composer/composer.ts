import type { ReactiveControllerHost } from 'lit';
import type { MenuItemKind, MenuMessage, MsgMenu } from '../../core/message.js';
import type { Words } from '../../locales/words.js';
import type { BridgeView } from '../shared/sends/bridge-view.js';
import type { Popovers } from '../shared/popover.js';
import type { Problem } from './reading/field-problems.js';
import type { MenuSends } from './sends.js';
import type { ComposerState, EditOptions } from './state/composer-state.js';
import type { Draft, GivenMenu, Row } from './state/draft.js';
import type { Facts } from './state/facts.js';
import type { PreviewPlace } from './view/layout.js';

/** The documented call: a message with the callbacks of `wx.qy`. They are never called here. */
export interface MenuCall extends MenuMessage {
  success?: (...reply: never[]) => unknown;
  fail?: (...reply: never[]) => unknown;
  complete?: (...reply: never[]) => unknown;
}

/** What a composer's `value` takes: a menu, a message, the documented call, or the JSON of one of them; nothing for an empty menu. */
export type MenuInput = MsgMenu | MenuMessage | MenuCall | string | null | undefined;

/** How the foot says what was done, or why nothing was. */
export interface NoticeOptions {
  /** What was done stands beside the state; why nothing was done stands instead of it, and may have two lines. Default: true. */
  readonly isDone?: boolean;
  /** It is not said for a while but until the user writes or sends: who looks up later reads it, too. Default: false. */
  readonly isLasting?: boolean;
}

/**
 * The composer as its parts and features know it. They take this instead of the class: so none of them depends on the element,
 * and what they need of it stands here.
 */
export interface Composer
  extends ReactiveControllerHost, Pick<HTMLElement, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'> {
  readonly renderRoot: ShadowRoot;
  readonly isConnected: boolean;

  /** What is being written. */
  readonly state: ComposerState;
  /** What follows from it: the message, what is wrong with it. Current at any time. */
  readonly facts: Facts;
  readonly words: Words;
  readonly kinds: readonly MenuItemKind[];
  readonly maxItems: number;
  readonly preview: PreviewPlace;
  readonly draftKey: string | null;
  readonly readOnly: boolean;
  readonly disabled: boolean;
  /** There is nothing to edit with: read-only or disabled. */
  readonly isReadOnly: boolean;
  /** Something can be edited now: neither read-only nor disabled, and no send is under way. */
  readonly canEdit: boolean;
  /** There is room for two columns. */
  readonly isWide: boolean;
  /** There is no room for every tool in the header. */
  readonly isNarrow: boolean;
  /** There is no room for a sentence beside a button. */
  readonly isTight: boolean;
  /** The id of the control that has the focus, or had it when a button went down; '' where that is none. */
  readonly fieldInUse: string;
  /** An input method is at work in one of the fields. */
  readonly isComposing: boolean;
  /** That, or a button is being pressed: what appears or goes now would push it away. */
  readonly isInteracting: boolean;

  readonly bridge: BridgeView;
  readonly sends: MenuSends;
  readonly popovers: Popovers;

  /** Edits, and goes to the field with this id when that is rendered. */
  edit(draft: Draft, focus: string, options?: EditOptions): void;
  /** Puts another menu in, as one edit; the focus goes to its head text. */
  load(given: GivenMenu): void;
  /** Moves an item and says where it is; the focus goes to its field of this name, if there is one. */
  move(row: Row, by: number, field?: string): void;
  /** Undoes, where anything can be edited. */
  undo(): void;
  redo(): void;
  /** Shows a problem, and goes to where it is mended. */
  goTo(problem: Problem): void;
  /** Goes to what has this id, after the next render; with `list` to the first button that adds an item. */
  focusOn(id: string): void;
  /** Whether an event came from one of the composer's own controls: what the page puts into the slots is the page's. */
  owns(event: Event): boolean;
  /** Makes a screen reader say something. */
  announce(text: string): void;
  /** Says in the foot what was done, or why nothing was; '' ends what is said there. */
  notify(text: string, options?: NoticeOptions): void;
}
