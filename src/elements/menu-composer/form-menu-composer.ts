import type { PropertyDeclarations } from 'lit';
import type { FormControl } from './form-control.js';
import { MenuComposer } from './menu-composer.js';
import { PAGE } from './value-source.js';

/**
 * A composer that takes part in forms, as native controls do.
 *
 * @attr {string} name - The name of its value in a form.
 */
export abstract class FormMenuComposer extends MenuComposer {
  /** Browsers with `ElementInternals` let it take part in forms. */
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    required: { type: Boolean },
    name: { noAccessor: true, attribute: false }, // may be set before the element is defined
  };

  /** In a form: an empty menu is no valid one. */
  required = false;

  /** The last thing that is made: it looks at all others. */
  protected abstract readonly control: FormControl;

  /** The name of its value in a form. The value is the JSON of `value`, and none while the menu is empty. */
  get name(): string {
    return this.getAttribute('name') || '';
  }
  set name(name: string) {
    this.setAttribute('name', name);
  }

  /** Nothing can be done with it; also true inside a disabled fieldset. */
  override get disabled(): boolean {
    return super.disabled || this.matches(':disabled');
  }
  override set disabled(disabled: boolean) {
    super.disabled = disabled;
  }

  /** The form that it is in. */
  get form(): HTMLFormElement | null {
    const { internals } = this.control;
    return internals && internals.form;
  }

  /** What keeps the form from being submitted; undefined where the engine has no `ElementInternals`. */
  get validity(): ValidityState | undefined {
    const { internals } = this.control;
    return internals ? internals.validity : undefined;
  }

  /** The same, in words. */
  get validationMessage(): string {
    const { internals } = this.control;
    return internals ? internals.validationMessage : '';
  }

  /** Whether a form asks it: not while it is disabled or read-only. */
  get willValidate(): boolean {
    const { internals } = this.control;
    return !!internals && internals.willValidate;
  }

  /** Whether the form may be submitted as far as this element is concerned; fires `invalid` if not. */
  checkValidity(): boolean {
    const { internals } = this.control;
    return !internals || internals.checkValidity();
  }

  /** The same, and shows the user what is wrong. */
  reportValidity(): boolean {
    const { internals } = this.control;
    return !internals || internals.reportValidity();
  }

  /** Makes the page's own words a reason not to submit; '' takes them back. */
  setCustomValidity(message: string): void {
    this.control.custom = String(message);
    this.requestUpdate();
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** @internal */
  formResetCallback(): void {
    const { controls } = this;
    const { history, draft } = controls;
    this.source.reset();
    history.record(draft, '');
    controls.history = history; // what was written is one step away
    this.requestUpdate();
  }

  /** @internal */
  formStateRestoreCallback(state: string): void {
    this.source.give(state, PAGE);
  }

  override requestUpdate(...change: Parameters<MenuComposer['requestUpdate']>): void {
    super.requestUpdate(...change);
    if (!this.control) return; // the constructor comes here before there is one
    if (change[0] === 'readOnly') this.toggleAttribute('readonly', this.readOnly); // engines ask the attribute
    this.control.sync();
  }
}
