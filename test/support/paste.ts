import { executeServerCommand } from '@web/test-runner-commands';
import { press } from './element-page.js';

/** All pages of a run have one clipboard: what copies for real does it in its turn. */
export async function inClipboardTurn<T>(act: () => Promise<T>): Promise<T> {
  await executeServerCommand('take', 'clipboard');
  try {
    return await act();
  } finally {
    await executeServerCommand('leave', 'clipboard');
  }
}

/** Puts a text into the clipboard, with the keys, and pastes it where the focus is. */
export async function paste(text: string): Promise<void> {
  const focused = deepestFocus();
  const source = document.createElement('textarea');
  source.value = text;
  document.body.append(source);
  const selection =
    focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
      ? ([focused.selectionStart, focused.selectionEnd] as const)
      : undefined;
  await inClipboardTurn(async () => {
    source.select();
    await press('Control', 'c');
    source.remove();
    focused.focus();
    if (selection) (focused as HTMLInputElement).setSelectionRange(...selection);
    await press('Control', 'v');
  });
}

function deepestFocus(): HTMLElement {
  let focused = document.activeElement as HTMLElement;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement as HTMLElement;
  return focused;
}
