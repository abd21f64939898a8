/** The text in the clipboard, or undefined where the browser or the user does not allow it. */
export async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}

/** As old engines can do it: what is selected is copied. */
function copySelected(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true; // no keyboard comes up
  area.style.position = 'fixed'; // nothing scrolls
  area.style.top = area.style.opacity = '0';
  document.body.append(area);
  area.select();
  area.setSelectionRange(0, text.length); // iOS
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}

/** Whether the text is in the clipboard now. Where the selection has to do it, the focus is gone after it. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}
