import { html, type TemplateResult } from 'lit';
import type { KfMenuComposer } from './kf-menu-composer.js';

/** What happens in it is not about the message: the composer's own shortcuts and fields, and the page, hear nothing of it. */
const keep = (event: Event): void => event.stopPropagation();

/** What pops up from the header and has more in it than a menu. */
export const dialog = (label: string, onKeydown: (event: KeyboardEvent) => void, content: unknown): TemplateResult =>
  html`<div
    class="popover dialog"
    part="popover"
    role="dialog"
    aria-label=${label}
    tabindex="-1"
    @keydown=${(event: KeyboardEvent) => {
      keep(event);
      // The Enter that ends a composition is no Enter; a key that is held down is one press.
      if (event.isComposing || event.keyCode === 229 || (event.repeat && event.key === 'Enter')) return;
      onKeydown(event);
    }}
    @input=${keep}
    @change=${keep}
    @paste=${keep}
  >
    ${content}
  </div>`;

/** Closes it when the focus goes elsewhere. */
export const onLeave =
  (close: () => void) =>
  ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!(currentTarget as Node).contains(relatedTarget as Node | null)) close();
  };

/** Goes to another place in it, after a render with which the present one may go: without a focus it would close. */
export function focusInside({ renderRoot, controls }: KfMenuComposer, id: string): void {
  const open = renderRoot.querySelector<HTMLElement>('.dialog');
  if (open) open.focus();
  controls.host.requestUpdate();
  controls.focus(id);
}
