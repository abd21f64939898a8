import { readVariables, type Values } from '../../core/variables.js';
import type { BridgeContext } from '../../events/bridge-state.js';
import type { ComposerControls } from './composer-controls.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { toMenu, type Draft } from './menu-draft.js';

const isSame = (a: Draft, b: Draft): boolean => JSON.stringify(toMenu(a)) === JSON.stringify(toMenu(b));

/**
 * Who gave which value: the page's wins over the user's. What the user typed is for one customer and one menu; it is gone
 * before it could go to another one.
 */
export class VariableValues {
  /** Every name that the page has said, with its value or ''. */
  page: Values = new Map();
  private readonly typed = new Map<string, string>();
  private context: BridgeContext | null = null;
  private history: ComposerControls['history'];
  /** What there was when the page heard of the user's last edit, as long as it may be at work on that. */
  private heard: Draft | null = null;

  constructor(private readonly composer: KfMenuComposer) {
    this.history = composer.controls.history;
    for (const type of ['input', 'change']) composer.addEventListener(type, this.hear);
  }

  /** The values that count. Looked up at every use, so that nothing outlives its customer even for a moment. */
  get all(): Values {
    this.forget();
    return new Map([...this.typed, ...this.page].filter(([, value]) => value.trim()));
  }

  /** What the user typed for a name that the page has no value for. */
  typedFor(name: string): string {
    return this.typed.get(name) || '';
  }

  /** Takes what the page gives now. */
  give(given: unknown): void {
    this.page = readVariables(given);
    this.page.forEach((value, name) => value && this.typed.delete(name));
  }

  /** Takes what the user types. */
  type(name: string, text: string): void {
    this.typed.set(name, text);
  }

  private forget(): void {
    const { heard, typed } = this;
    const { controls, bridge, sender } = this.composer;
    const { context = null } = bridge.status || {};
    const isAnother = context && this.context && context.customerId !== this.context.customerId;
    // A menu that the page has set begins a new history; one that it gives back as it heard it from us, as v-model does, is no
    // other one.
    const isSet = controls.history !== this.history && !(heard && isSame(heard, controls.draft));
    this.context = context || this.context;
    this.history = controls.history;
    if (!typed.size || !(isAnother || isSet)) return;
    typed.clear();
    sender.reset(); // it was another message
  }

  private readonly hear = (): void => {
    const { draft } = this.composer.controls;
    this.heard = draft;
    setTimeout(() => {
      if (this.heard === draft) this.heard = null;
    });
  };
}
