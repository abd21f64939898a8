import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { issue, type Issue } from '../../core/issue.js';
import type { MenuItemKind, MenuMessage, MsgMenu } from '../../core/message.js';
import { MAX_ITEMS } from '../../core/spec.js';
import { validate } from '../../core/validate.js';
import type { Receipt } from '../../events/receipt.js';
import type { Words } from '../../locales/words.js';
import { version } from '../../version.js';
import { baseStyles } from '../shared/base.styles.js';
import { BridgeWatch } from '../shared/bridge-watch.js';
import { define } from '../shared/define.js';
import { wordsOf } from '../shared/lang.js';
import { menuPreview } from '../preview/menu-preview.js';
import { menuPreviewStyles } from '../preview/menu-preview.styles.js';
import { Sender } from '../shared/sender.js';
import { ThemeController, type Theme } from '../shared/theme.js';
import { ComposerControls } from './composer-controls.js';
import { fieldStyles } from './field.styles.js';
import { foot } from './foot.js';
import { act } from './foot-actions.js';
import type { Place, Places } from './extra.js';
import { footState, type FootAction, type FootState } from './foot-state.js';
import { header } from './header.js';
import { itemList } from './item-list.js';
import { composerStyles } from './menu-composer.styles.js';
import { DETAILS, fieldOf, fromTopToBottom, isEmpty, toMenu } from './menu-draft.js';
import { rowStyles } from './row.styles.js';
import { textInstead } from './text-instead.js';
import { textPart } from './text-part.js';
import { ATTRIBUTE, PAGE, ValueSource } from './value-source.js';
import { WidthController } from './width.js';

/** Where the preview stands. `auto` goes by the element's own width. */
export type PreviewPlace = 'auto' | 'side' | 'below' | 'none' | 'only';

/**
 * The plain composer: writes a menu message with a live preview, checks it and sends it. The small classic script has it as
 * `<kf-menu-composer>`; everywhere else that is `KfMenuComposer`, which adds to it what is not needed for that.
 */
export class MenuComposer extends LitElement {
  static readonly version: string = version;
  static override styles = [baseStyles, composerStyles, fieldStyles, rowStyles, menuPreviewStyles];

  static override properties: PropertyDeclarations = {
    value: { noAccessor: true },
    enterChat: { type: Boolean, attribute: 'enter-chat' },
    maxItems: { type: Number, attribute: 'max-items' },
    kinds: { converter: text => (text || '').split(/[\s,]+/) },
    preview: {},
    disabled: { type: Boolean, noAccessor: true },
    readOnly: { type: Boolean, attribute: 'readonly' },
    theme: {},
  };

  /** Registers the class, once for each tag name; a tag of your own gets a subclass. */
  static define(tagName = 'kf-menu-composer', registry: CustomElementRegistry = customElements): void {
    define(this, 'kf-menu-composer', tagName, registry);
  }

  /** Go into the chat after sending. Mobile clients from 3.1.10 only. */
  enterChat = false;
  /** How many items are allowed. */
  maxItems: number = MAX_ITEMS;
  /** The kinds of items that can be added: `click`, `view`, `miniprogram`; as an attribute with blanks between. */
  kinds: readonly MenuItemKind[] = [...DETAILS.keys()];
  /** Where the preview stands. */
  preview: PreviewPlace = 'auto';
  /** The text can be read and copied. */
  readOnly = false;
  /** `auto` follows the client, else the system. */
  theme: Theme = 'auto';

  private previewDark: boolean | null = null;

  /** @internal */
  readonly controls = new ComposerControls(this);
  /** @internal */
  readonly source = new ValueSource(this, ({ menu, enterChat }) => {
    if (typeof enterChat === 'boolean') this.enterChat = enterChat;
    if (this.source.written && JSON.stringify(menu) === JSON.stringify(this.value)) return; // as v-model does
    this.source.written = false;
    this.controls.load(menu);
    this.sender.reset();
  });
  /** @internal */
  readonly sender = new Sender(this);
  /** @internal */
  readonly bridge = new BridgeWatch(this);
  private readonly colours = new ThemeController(this);
  /** @internal */
  readonly size = new WidthController(this);

  /**
   * The menu. Also takes its JSON, a message, or the whole documented call; what can't be read leaves it as it was and puts
   * `not-an-object` into `issues`. A deep copy, in and out.
   */
  get value(): MsgMenu {
    return toMenu(this.controls.draft);
  }
  set value(input: unknown) {
    this.source.give(input, PAGE);
  }

  /** Nothing can be done with it. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
    this.requestUpdate();
  }

  /** The message as it stands, valid or not. A fresh copy. */
  get message(): MenuMessage {
    const message: MenuMessage = { msgtype: 'msgmenu', msgmenu: this.value };
    if (this.enterChat) message.enterChat = true;
    return message;
  }

  /** What is wrong with the message, now. */
  get issues(): Issue[] {
    const { issues } = validate(this.message, { maxItems: this.maxItems });
    return this.source.unreadable ? [issue('not-an-object', []), ...issues] : issues;
  }

  /** @internal The words of the nearest language. */
  get words(): Words {
    return wordsOf(this);
  }

  /** @internal Whether nothing can be edited, now or at all. */
  get locked(): boolean {
    return this.still || this.sender.sending;
  }

  /** @internal Whether it is read-only or disabled. */
  get still(): boolean {
    return this.readOnly || this.disabled;
  }

  /** Sends the message. Rejects with a `KfError`; while a send is under way, it is the same promise. */
  send(): Promise<Receipt> {
    this.controls.tell(this.issues);
    this.requestUpdate();
    return this.sender.send();
  }

  /** Takes the last edit back. */
  undo(): void {
    this.controls.go('undo');
  }

  /** Does again what was taken back. */
  redo(): void {
    this.controls.go('redo');
  }

  /** Goes to the first text. */
  override focus(options?: FocusOptions): void {
    const text = this.renderRoot.querySelector('textarea');
    if (text) text.focus(options);
  }

  /** @internal What a fuller composer shows at a place. */
  extra<P extends Place>(_place: P, _at?: Places[P]): unknown {
    return undefined;
  }

  /** @internal A text with what a fuller composer fills in. */
  filled(text: string, _id: string): string {
    return text;
  }

  /** @internal Where a problem of a field is mended. */
  mendedAt(_problem: Issue, field: string): string {
    return field;
  }

  /** @internal What the preview shows of the text that can go instead of the menu. */
  shownText(text: string): string {
    return text;
  }

  /** @internal For the controls: the user has changed the message. */
  edited(typed: boolean): void {
    this.source.own();
    this.sender.reset();
    this.requestUpdate();
    if (typed) return;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  override attributeChangedCallback(name: string, old: string | null, text: string | null): void {
    if (name === 'value') this.source.give(text, ATTRIBUTE);
    else super.attributeChangedCallback(name, old, text);
  }

  /** @internal The user has read what became of the send. */
  dismiss(): void {
    this.sender.reset();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.controls.keepFocus();
  }

  protected override updated(): void {
    this.controls.write();
  }

  protected override render(): TemplateResult {
    const { controls, words, colours, size } = this;
    const issues = fromTopToBottom(this.issues);
    controls.refresh(issues);
    const place = this.preview === 'auto' ? (size.wide ? 'side' : 'below') : this.preview;
    const empty = isEmpty(controls.draft);
    const dark = this.previewDark === null ? colours.dark : this.previewDark;
    const text = textInstead(this.message.msgmenu, issues, this.bridge);
    const shown = this.shownText(text);
    return html`<div
      class="root ${colours.dark ? 'dark' : ''} ${place} ${this.disabled ? 'disabled' : ''}"
      part="root"
      role="group"
      aria-label=${words.menu}
      aria-disabled=${this.disabled || nothing}
      @keydown=${this.onKeydown}
      @pointerdown=${controls.press}
      @input=${controls.input}
      @focusout=${controls.leave}
      @change=${this.onChange}
      @compositionstart=${controls.compose}
      @compositionend=${controls.compose}
    >
      ${header(controls)}
      <div class="body">
        ${
          place === 'only'
            ? nothing
            : html`<div>
                ${textPart(controls, 'head_content')}${itemList(controls)}${textPart(controls, 'tail_content')}${this.extra('sections')}
              </div>`
        }
        ${
          place === 'none' || (place === 'below' && empty)
            ? nothing
            : menuPreview({
                texts: shown ? { head_content: shown } : controls.draft.texts,
                lines: shown ? [] : controls.rows.map(row => fieldOf(row, 'content')),
                dark,
                words,
                extra: this.extra.bind(this),
                toggleDark: () => {
                  this.previewDark = !dark;
                  this.requestUpdate();
                },
              })
        }
      </div>
      ${foot(controls, this.footState(issues, text), this.act)}
      <div class="sr" aria-live="polite">${controls.announcement}</div>
      <slot hidden @slotchange=${this.source.readChild}></slot>
    </div>`;
  }

  /** @internal What the foot says of these issues; `text` is what can be sent where the menu can't. */
  footState(issues: readonly Issue[], text: string): FootState {
    return footState(this.controls, issues, this.sender.outcome, this.bridge, text);
  }

  private readonly act = (action: FootAction, byKeys = false): void => act(this, action, byKeys);

  private shortcut({ shiftKey, key }: KeyboardEvent): boolean {
    const name = key.toLowerCase();
    if (name === 'enter') this.act('send', true);
    else if (name === 'y' || (name === 'z' && shiftKey)) this.redo();
    else if (name === 'z') this.undo();
    else return false;
    return true;
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    // The Enter that ends a composition is no Enter; a key that is held down is one press.
    if (event.isComposing || event.keyCode === 229 || !this.controls.owns(event)) return;
    const { key, repeat, target } = event;
    const command = event.ctrlKey || event.metaKey;
    const held = repeat && key === 'Enter' && (command || !(target as Element).matches('textarea'));
    if (held || (command && this.shortcut(event)) || this.controls.rowKey(event)) event.preventDefault();
  };

  /** A control's own `change` stops at the shadow root: the page hears ours. */
  private readonly onChange = (event: Event): void => {
    if (this.controls.owns(event)) this.dispatchEvent(new Event('change', { bubbles: true }));
  };
}
