import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { issue, type Issue } from '../../core/issue.js';
import type { MenuItemKind, MenuMessage, MsgMenu } from '../../core/message.js';
import { MAX_ITEMS } from '../../core/spec.js';
import { validate } from '../../core/validate.js';
import type { Receipt } from '../../events/receipt.js';
import type { Words } from '../../locales/words.js';
import { version } from '../../version.js';
import { baseStyles } from '../base.styles.js';
import { BridgeWatch } from '../bridge-watch.js';
import { define } from '../define.js';
import { wordsOf } from '../lang.js';
import { menuPreview } from '../preview/menu-preview.js';
import { menuPreviewStyles } from '../preview/menu-preview.styles.js';
import { Sender } from '../sender.js';
import { ThemeController, type Theme } from '../theme.js';
import { ComposerControls } from './composer-controls.js';
import { fieldStyles } from './field.styles.js';
import { foot } from './foot.js';
import { footState, type FootAction } from './foot-state.js';
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
 * Writes a menu message (`msgmenu`) with a live preview, and sends it through the nearest `<kf-bridge>`.
 *
 * @tag kf-menu-composer
 * @slot - A `<script type="application/json">` with the menu to begin with.
 * @slot header - Instead of the title.
 * @slot footer - Before the send button.
 * @fires {InputEvent} input - The user changed something.
 * @fires {Event} change - The user finished a change.
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {CustomEvent<{ message: ChatMessage, receipt: Receipt }>} kf-sent - It is out.
 * @fires {CustomEvent<{ message: ChatMessage }>} kf-cancel - The user cancelled it in the client.
 * @fires {CustomEvent<{ message: ChatMessage, error: KfError }>} kf-error - It was not sent, or nobody can tell.
 * @fires {CustomEvent<{ message: ChatMessage, receipt?: Receipt, error?: KfError }>} kf-late - The client's answer, after the timeout.
 */
export class KfMenuComposer extends LitElement {
  static readonly version: string = version;
  static override styles = [baseStyles, composerStyles, fieldStyles, rowStyles, menuPreviewStyles];

  static override properties: PropertyDeclarations = {
    value: { noAccessor: true },
    enterChat: { type: Boolean, attribute: 'enter-chat' },
    maxItems: { type: Number, attribute: 'max-items' },
    kinds: { converter: text => (text || '').split(/[\s,]+/) },
    preview: {},
    disabled: { type: Boolean },
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
  /** Nothing can be done with it. */
  disabled = false;
  /** The text can be read and copied. */
  readOnly = false;
  /** `auto` follows the client, else the system. */
  theme: Theme = 'auto';

  private previewDark: boolean | null = null;

  private readonly controls = new ComposerControls(this);
  private readonly source = new ValueSource(this, ({ menu, enterChat }) => {
    this.controls.load(menu);
    if (typeof enterChat === 'boolean') this.enterChat = enterChat;
    this.sender.reset();
  });
  private readonly sender = new Sender(this);
  private readonly bridge = new BridgeWatch(this);
  private readonly colours = new ThemeController(this);
  private readonly size = new WidthController(this);

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

  /**
   * The words of the nearest language.
   * @internal
   */
  get words(): Words {
    return wordsOf(this);
  }

  /**
   * Whether nothing can be edited, now or at all.
   * @internal
   */
  get locked(): boolean {
    return this.still || this.sender.sending;
  }

  /**
   * Whether it is read-only or disabled.
   * @internal
   */
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

  /**
   * For the controls: the user has changed the message.
   * @internal
   */
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

  protected override willUpdate(): void {
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
    const text = textInstead(this.value, issues, this.bridge);
    const state = footState(controls, issues, this.sender.outcome, this.bridge, text);
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
                ${textPart(controls, 'head_content')}${itemList(controls)}${textPart(controls, 'tail_content')}
              </div>`
        }
        ${
          place === 'none' || (place === 'below' && empty)
            ? nothing
            : menuPreview({
                texts: text ? { head_content: text } : controls.draft.texts,
                lines: text ? [] : controls.rows.map(row => fieldOf(row, 'content')),
                dark,
                words,
                toggleDark: () => {
                  this.previewDark = !dark;
                  this.requestUpdate();
                },
              })
        }
      </div>
      ${foot(controls, state, this.act)}
      <div class="sr" aria-live="polite">${controls.announcement}</div>
      <slot hidden @slotchange=${this.source.readChild}></slot>
    </div>`;
  }

  private readonly act = (action: FootAction, byKeys = false): void => {
    const { controls, sender } = this;
    const { status } = this.bridge;
    if (sender.isHasty(byKeys)) return;
    const issues = fromTopToBottom(this.issues);
    const problem = issues.find(({ severity }) => severity === 'error');
    const content = textInstead(this.value, issues, this.bridge);
    if (action === 'reset') sender.reset();
    else if (action === 'send' && content)
      void sender.send({ msgtype: 'text', text: { content }, ...(this.enterChat && { enterChat: true }) });
    else if (action === 'send') {
      void this.send();
      if (problem && !this.disabled) controls.goTo(problem);
    } else if (status)
      status.reconnect().then(
        () => {
          if (action === 'reconnectAndSend') void this.send();
        },
        () => undefined,
      );
  };

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

declare global {
  interface HTMLElementTagNameMap {
    'kf-menu-composer': KfMenuComposer;
  }
}
