import type { ReactiveElement } from 'lit';
import { KfError } from '../../core/error.js';

/**
 * The `focus()` of an element: goes to the first of these in it, if any is rendered.
 * @throws KfError `invalid-argument` for options that the browser can't read.
 */
export function focusFirst(element: ReactiveElement, selector: string, options?: FocusOptions): void {
  const root: ParentNode | undefined = element.renderRoot; // none before it is connected
  try {
    root?.querySelector<HTMLElement>(selector)?.focus(options);
  } catch (cause) {
    throw new KfError('invalid-argument', 'these are no options for focus()', { cause });
  }
}
