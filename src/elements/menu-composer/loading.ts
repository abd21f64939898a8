import type { MenuMessage } from '../../core/message.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { fromMenu, type Draft } from './menu-draft.js';
import type { ReadMenu } from './read-menu.js';

/** What `enterChat` was or became with an edit: undo and redo go back to it. */
const entering = new WeakMap<Draft, boolean>();

/** Edits, and says with it whether to go into the chat after sending. */
export function editEnterChat(composer: KfMenuComposer, draft: Draft, become: boolean, step?: string): void {
  const { controls, enterChat } = composer;
  entering.set(controls.draft, enterChat);
  entering.set(draft, become);
  controls.edit(draft, step);
}

/** After an edit, an undo or a redo. */
export function followEnterChat(composer: KfMenuComposer): void {
  const become = entering.get(composer.controls.draft);
  if (become !== undefined) composer.enterChat = become;
}

/** Puts another menu in, as one edit; the focus goes to its head text. */
export function loadMenu(composer: KfMenuComposer, { menu, enterChat }: ReadMenu): void {
  const { controls } = composer;
  if (composer.locked) return;
  const draft = fromMenu(menu);
  controls.menu = 0;
  if (typeof enterChat === 'boolean') editEnterChat(composer, draft, enterChat);
  else controls.edit(draft);
  controls.focus('head_content');
}

/** The message with the texts as they were written. */
export function writtenMessage({ value, enterChat }: KfMenuComposer): MenuMessage {
  const message: MenuMessage = { msgtype: 'msgmenu', msgmenu: value };
  if (enterChat) message.enterChat = true;
  return message;
}
