import type { ComposerPage } from './composer-page.js';

/** Composes in a field as an input method does: the text grows, each step an `input`. What it returns ends it. */
export async function compose(view: ComposerPage, name: string, ...steps: string[]): Promise<() => Promise<void>> {
  const box = view.textbox(name);
  const before = box.value;
  const tell = (event: Event): boolean => box.dispatchEvent(event);
  const facts = { bubbles: true, composed: true };
  box.focus();
  tell(new CompositionEvent('compositionstart', facts));
  for (const step of steps) {
    box.value = before + step;
    tell(new CompositionEvent('compositionupdate', { ...facts, data: step }));
    tell(new InputEvent('input', { ...facts, isComposing: true, inputType: 'insertCompositionText', data: step }));
    await view.settled();
  }
  return async () => {
    tell(new CompositionEvent('compositionend', { ...facts, data: steps[steps.length - 1] ?? '' }));
    await view.settled();
  };
}
