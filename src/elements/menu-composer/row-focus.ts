import type { ReactiveController } from 'lit';
import type { ComposerHost } from './composer-controls.js';

/**
 * Rows that move leave their controls behind: only what stands in those changes. Here the focus and the caret go along with the
 * row, unless the edit has sent the focus elsewhere.
 */
export class RowFocus implements ReactiveController {
  private before: { control: Element; id: string; start: number | null; end: number | null } | undefined;

  constructor(private readonly host: ComposerHost) {
    host.addController(this);
  }

  private get active(): HTMLInputElement | null {
    return (this.host.renderRoot as ShadowRoot).activeElement as HTMLInputElement | null;
  }

  hostUpdate(): void {
    const { active } = this;
    this.before = active
      ? { control: active, id: active.id, start: active.selectionStart, end: active.selectionEnd }
      : undefined;
  }

  hostUpdated(): void {
    const { before, host } = this;
    if (!before) return;
    const { control, id, start, end } = before;
    const gone = !control.isConnected;
    if (control.id === id && !gone) return;
    void host.updateComplete.then(() => {
      const target = (host.renderRoot as ShadowRoot).getElementById(id) as HTMLInputElement | null;
      if (!target || (!gone && this.active !== control && this.active !== target)) return;
      target.focus();
      if (target.matches('input')) target.setSelectionRange(start, end);
    });
  }
}
