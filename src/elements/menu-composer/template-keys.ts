import type { TemplateMenu } from './template-menu.js';

/** ↑ ↓ Home End choose, Enter presses, Delete takes one of the user's own away, Ctrl Z brings it back; letters are searched for. */
export function templateKey(menu: TemplateMenu, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const { active, acts, shown, removal, templates, composer } = menu;
  const field = (target as Element).matches('input') ? (target as HTMLInputElement) : null;
  const behindCaret = field ? field.value.slice(field.selectionEnd || 0) : '';
  const chosen = shown[active];
  const act = acts[active];
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: -1 }[key];
  if (ctrlKey || metaKey || altKey) {
    const putBack = removal && key === 'z' && !(field && field.value) && removal.putBack;
    if (!putBack) return;
    putBack();
  } else if (to !== undefined) menu.go(acts.length ? (to + acts.length) % acts.length : 0);
  else if (act && (key === 'Enter' || (key === ' ' && !field))) act();
  else if (key === 'Escape' || key === 'Tab') menu.close();
  else if (key === 'Delete' && chosen && templates.isMine(chosen) && !behindCaret) menu.remove(chosen);
  else {
    const search = composer.renderRoot.querySelector<HTMLElement>('#template-search');
    if (search && !field && (key.length === 1 || key === 'Backspace')) search.focus(); // where the key writes then
    return;
  }
  if (key !== 'Tab') event.preventDefault(); // Tab goes on from the button
}
