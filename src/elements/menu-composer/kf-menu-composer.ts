import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { KfError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { jsonCopy } from '../../core/json-copy.js';
import type { ChatMessage, MenuItemKind, MenuMessage, MsgMenu } from '../../core/message.js';
import { MAX_ITEMS } from '../../core/spec.js';
import { NEVER_KNOWN } from '../../events/addressee.js';
import { reportOutcome } from '../../events/outcome.js';
import type { Receipt, SendRecord } from '../../events/send-record.js';
import { fill, type Words } from '../../locales/words.js';
import { version } from '../../version.js';
import { BridgeView } from '../shared/sends/bridge-view.js';
import { define } from '../shared/define.js';
import { focusFirst } from '../shared/focus-first.js';
import { hintAtPage } from '../shared/hint.js';
import { Language } from '../shared/lang.js';
import { getOnWithLibraries } from '../shared/page-libraries.js';
import { Popovers } from '../shared/popover.js';
import { rejected } from '../shared/sends/send-controller.js';
import { isDark, type Theme } from '../shared/look/theme.js';
import type { MenuInput, NoticeOptions } from './composer.js';
import { CustomerTexts } from './drafts/customer-texts.js';
import { Drafts } from './drafts/drafts.js';
import { Echoes } from './drafts/echoes.js';
import { PageMenus } from './drafts/page-menus.js';
import { Drag } from './drag.js';
import { FormControl, restoredFrom } from './form-control.js';
import { FieldEvents, fieldOf, onKeydown, type FieldKey } from './view/field-events.js';
import { Paste } from './paste.js';
import type { Problem } from './reading/field-problems.js';
import { offerStrip, ReadingReport } from './view/offer.js';
import { Rehearsal } from './rehearsal.js';
import { MenuSends } from './sends.js';
import { BY_PAGE, BY_USER, ComposerState, type EditOptions, type StateChange } from './state/composer-state.js';
import {
  fieldId,
  fieldOfIssue,
  fromMenu,
  KINDS,
  knownKinds,
  knownText,
  locate,
  rowMenuName,
  rowText,
  type Draft,
  type GivenMenu,
  type Row,
} from './state/draft.js';
import { FactsCache, knownLimit, type Facts } from './state/facts.js';
import { knownPlace, previewPlace, WidthController, type PreviewPlace } from './view/layout.js';
import { ValueSource } from './state/value-source.js';
import { composerStyles } from './styles/menu-composer.styles.js';
import type { MenuTemplate } from './templates/template-store.js';
import { Templates } from './templates/templates.js';
import { Variables } from './variables.js';
import { textSection } from './view/field.js';
import { FocusKeeper } from './view/focus.js';
import { Foot } from './foot/foot.js';
import { header, HeaderMenu } from './view/header.js';
import { InView } from './view/in-view.js';
import { items } from './view/items.js';
import { OwnUndo } from './view/own-undo.js';
import { PressGuard } from './foot/press-guard.js';
import { preview, PreviewView } from './view/preview.js';

/**
 * Writes a menu message (`msgmenu`) with a live preview, and sends it through the nearest `<kf-bridge>`.
 *
 * @tag kf-menu-composer
 *
 * @slot - A `<script type="application/json">` with the menu to begin with; never shown.
 * @slot header - Instead of the title.
 * @slot footer - Between the state and the buttons of the foot.
 *
 * @fires {InputEvent} input - The user changed something.
 * @fires {Event} change - The user finished a change.
 * @fires {KfSendEvent} kf-send - The message is to be sent; cancelling it stops that.
 * @fires {KfSentEvent} kf-sent - It is out.
 * @fires {KfCancelEvent} kf-cancel - The user cancelled it in the client.
 * @fires {KfErrorEvent} kf-error - It was not sent, or nobody can tell.
 * @fires {KfLateEvent} kf-late - The client's answer, after the timeout.
 *
 * @csspart root - All of it.
 * @csspart header - The title and the tools beside it.
 * @csspart templates - The button 模板.
 * @csspart offer - The strip under the header: a pasted menu, a draft.
 * @csspart choice - A button in the offer.
 * @csspart head - The section 起始文本.
 * @csspart items - The section 菜单项.
 * @csspart item - One item.
 * @csspart grip - The dots by which an item is dragged.
 * @csspart add - The buttons that add an item.
 * @csspart block - A state of `add`: large, with its explanation beside it, while there is no item.
 * @csspart tail - The section 结束文本.
 * @csspart from-template - The section 从模板开始 of an empty composer.
 * @csspart template - A template, there or under 模板.
 * @csspart chosen - A state of `template`, `tab` and `link`: Enter takes it, it is on show, it is rehearsed.
 * @csspart variables - The section 变量.
 * @csspart given - A value that the page gave.
 * @csspart insert - 插入变量 beside a counter.
 * @csspart input - Every text of the message.
 * @csspart variable - A state of `input`: a value that is asked for.
 * @csspart counter - Every byte counter.
 * @csspart problem - A problem below its field.
 * @csspart note - Below an item's text: several lines were pasted.
 * @csspart mend - The button in a problem or a note.
 * @csspart popover - What opens from a button.
 * @csspart sheet - A state of `popover`: at the foot of an element under 480 px, on a touch screen.
 * @csspart entry - What can be chosen from a menu in a popover.
 * @csspart field - A text to type in a popover: the search, a template's name, JSON.
 * @csspart save - The button beside a template's name, or JSON.
 * @csspart preview - The preview, with its heading.
 * @csspart tabs - 菜单 and 文字 in the heading of the preview, where the menu can't go.
 * @csspart tab - One of the tabs.
 * @csspart bubble - The message in the preview.
 * @csspart link - An item's line in the bubble.
 * @csspart chip - A variable in the bubble.
 * @csspart blank - A state of `chip`: it has no value.
 * @csspart address - An address in a text of the preview.
 * @csspart left-out - What does not go into the text.
 * @csspart rehearsal - What comes of a click, below the bubble.
 * @csspart customer - The customer's bubble in the rehearsal.
 * @csspart again - 重来 below the rehearsal.
 * @csspart foot - State and buttons.
 * @csspart status - The state.
 * @csspart keys - The keys that send.
 * @csspart send - Every button of the foot.
 * @csspart fill - A state of `send`: it can be sent.
 * @csspart quiet - A state of `send`: it can not be sent yet.
 * @csspart busy - A state of `send`, beside `quiet`: under way.
 * @csspart plain - A state of `send`: a second thought (再发一次, 已经有了 …).
 *
 * @cssprop --kf-font - The font family; the system's by default.
 * @cssprop [--kf-surface=#fff] - The ground, also of menus; `#1c1d21` in dark.
 * @cssprop [--kf-hover=#f0f1f4] - Under the pointer, the chosen entry of a menu, the rehearsed line; `#2a2c31` in dark.
 * @cssprop [--kf-line=#e6e8eb] - Hairlines; `#303238` in dark.
 * @cssprop [--kf-line-2=#c9ced6] - Borders of plain buttons and of 示意, the spinner; `#4b4f58` in dark.
 * @cssprop [--kf-text=#1b1f26] - Text; `#e9ebee` in dark.
 * @cssprop [--kf-text-2=#4d5563] - Labels, plain icons, what is less important; `#b3b9c3` in dark.
 * @cssprop [--kf-text-3=#646b78] - Counters, placeholders, hints, grips; `#939aa6` in dark.
 * @cssprop [--kf-accent=#1a5fd6] - Text and icons to press, the focus ring, variables with a value; `#7dadff` in dark.
 * @cssprop [--kf-fill=#1a5fd6] - The send button; `#2c6bdc` in dark.
 * @cssprop [--kf-on-fill=#fff] - The text on the send button.
 * @cssprop [--kf-weak=#eaf1fe] - The send button while something is missing; behind variables with a value; `#1d2b45` in dark.
 * @cssprop [--kf-danger=#c8342b] - Errors, 删除; `#ff857a` in dark.
 * @cssprop [--kf-warn=#8a5700] - Warnings, what nobody knows, variables without a value; `#f5b95f` in dark.
 * @cssprop [--kf-warn-weak=#fdf3df] - Behind variables without a value; `#352a16` in dark.
 * @cssprop [--kf-ok=#0b7a46] - Done; `#4ccb88` in dark.
 * @cssprop [--kf-chat=#ededed] - Preview: the ground; `#111` in dark.
 * @cssprop [--kf-bubble=#fff] - Preview: the bubble; `#2c2c2c` in dark.
 * @cssprop [--kf-bubble-text=#191919] - Preview: the bubble's text; `#d5d5d5` in dark.
 * @cssprop [--kf-bubble-link=#576b95] - Preview: the lines to tap, and addresses; `#8397b0` in dark.
 * @cssprop [--kf-customer=#95ec69] - Preview: the customer's bubble in a rehearsal; `#3eb575` in dark.
 * @cssprop [--kf-customer-text=#0b1a05] - Preview: the text in the customer's bubble; `#04140b` in dark.
 */
export class KfMenuComposer extends LitElement {
  /** The version of the package. */
  static readonly version: string = version;
  /** Browsers with `ElementInternals` let it take part in forms. */
  static readonly formAssociated = true;
  static override styles = composerStyles;

  static override properties: PropertyDeclarations = {
    value: { noAccessor: true },
    templates: { attribute: false, noAccessor: true },
    variables: { attribute: false, noAccessor: true },
    draftKey: { attribute: 'draft-key' },
    enterChat: { type: Boolean, attribute: 'enter-chat', noAccessor: true },
    maxItems: { type: Number, attribute: 'max-items' },
    kinds: { converter: text => (text ?? '').split(/[\s,]+/) },
    preview: {},
    name: { attribute: false, noAccessor: true }, // may be set before the element is defined
    required: { type: Boolean },
    readOnly: { type: Boolean, attribute: 'readonly' },
    disabled: { type: Boolean, noAccessor: true },
    theme: {},
  };

  /** Registers the class, once for each tag name; a tag of your own gets a subclass. */
  static define(tagName = 'kf-menu-composer', registry: CustomElementRegistry = customElements): void {
    define(this, 'kf-menu-composer', tagName, registry);
  }

  /** @internal */
  declare readonly renderRoot: ShadowRoot;

  /**
   * What was typed and not sent is kept in `localStorage` under this name, for each customer, and comes back after a reload. No
   * drafts without it.
   */
  draftKey: string | null = null;
  /**
   * How many items are allowed. What is no whole number from 1 on is 10.
   * @default 10
   */
  maxItems: number = MAX_ITEMS;
  /**
   * The kinds of items that can be added, in this order: `click`, `view`, `miniprogram`; as an attribute with blanks between.
   * @default ['click', 'view', 'miniprogram']
   */
  kinds: readonly MenuItemKind[] = KINDS;
  /** Where the preview stands: `side`, `below`, `none`, `only`, or `auto`: `side` from 640 px of the element's own width on. */
  preview: PreviewPlace = 'auto';
  /** In a form: an empty menu is no valid one. */
  required = false;
  /** The text can be read and copied, and `send()` sends it. */
  readOnly = false;
  /** The colours: `light`, `dark`, or `auto`, which follows the client, else the system. */
  theme: Theme = 'auto';

  /** @internal */
  readonly state = new ComposerState();
  /** @internal */
  readonly bridge = new BridgeView(this, {
    onLeave: () => this.onLeave(),
    onAddressee: (now, before) => this.onAddressee(now, before),
    onRecord: record => this.onRecord(record),
  });
  /** @internal */
  readonly popovers = new Popovers(this);
  /** @internal */
  readonly sends = new MenuSends(this, this.bridge, {
    outgoing: () => this.outgoing,
    onLate: record => this.onLate(record),
    onSlow: n => this.announce(fill(this.words.stillWaiting, { n })),
  });

  /** @internal */
  fieldInUse = '';

  /** What the live region says. */
  private announcement = '';
  /** Whether its form says so: inside a disabled fieldset. */
  private isFormDisabled = false;

  private readonly cache = new FactsCache();
  private readonly source = new ValueSource(this, (read, isReset) =>
    isReset ? this.pageMenus.reset(read) : this.pageMenus.take(read, this.source),
  );
  private readonly language = new Language(this);
  private readonly width = new WidthController(this);
  private readonly focusKeeper = new FocusKeeper(this);
  private readonly fields = new FieldEvents(this, () => this.onCompositionOver());
  private readonly guard = new PressGuard(this.bridge, () => this.requestUpdate());
  private readonly inView = new InView(this, () => this.guard.isPressing);

  private readonly variableFeature = new Variables(this);
  private readonly drafts = new Drafts(this, () => this.texts.changeKey());
  private readonly echoes = new Echoes(this);
  private readonly texts = new CustomerTexts(this, this.drafts, this.variableFeature, this.echoes);
  private readonly templateFeature = new Templates(this);
  private readonly previewView = new PreviewView(this, this.inView);
  private readonly rehearsal = new Rehearsal(this, this.previewView);
  private readonly paste = new Paste(this);
  private readonly readingReport = new ReadingReport(this);
  private readonly pageMenus = new PageMenus(this, {
    drafts: this.drafts,
    texts: this.texts,
    echoes: this.echoes,
    templates: this.templateFeature,
    report: this.readingReport,
  });
  private readonly drag = new Drag(this);
  private readonly foot = new Foot(this, {
    guard: this.guard,
    drafts: this.drafts,
    preview: this.previewView,
    templates: this.templateFeature,
    variables: this.variableFeature,
  });
  private readonly headerMenu = new HeaderMenu(this, this.paste);
  /** The last: it looks at all others. */
  private readonly control = new FormControl(this);

  constructor() {
    super();
    // After the features: they know of a change before the page hears of it.
    this.state.subscribe(change => this.onStateChange(change));
    new OwnUndo(this);
    this.addEventListener('invalid', () => this.onInvalid());
    getOnWithLibraries(this);
  }

  /**
   * The menu. Also takes its JSON, a message, or the whole documented call; what can't be read leaves it as it was and puts
   * `not-an-object` into `issues`. What is set wins over the attribute, and that over the child. A deep copy, in and out; current
   * in the same tick as a set or a keystroke. Variables are not filled in.
   * @default {}
   */
  get value(): MsgMenu {
    return jsonCopy(this.facts.value);
  }
  set value(input: MenuInput) {
    this.source.give(input, 'page');
  }

  /**
   * Go into the chat after sending. Mobile clients from 3.1.10 only.
   * @default false
   */
  get enterChat(): boolean {
    return this.state.enterChat;
  }
  set enterChat(enterChat: boolean) {
    const before = this.state.enterChat;
    this.state.setEnterChat(!!enterChat); // a page may set anything
    this.requestUpdate('enterChat', before);
  }

  /**
   * The page's templates, to choose from beside the user's own. Whatever is no template is skipped. A deep copy, in and out.
   * @default []
   */
  get templates(): MenuTemplate[] {
    return this.templateFeature.page;
  }
  set templates(list: readonly MenuTemplate[]) {
    this.templateFeature.page = list;
  }

  /**
   * What stands for each `{{name}}`: texts by name. The user fills in those that are used and have none, or ''. A copy, in and
   * out.
   * @default {}
   */
  get variables(): Record<string, string> {
    return this.variableFeature.page;
  }
  set variables(given: Readonly<Record<string, string>> | null | undefined) {
    this.variableFeature.page = given;
    this.sends.outdate();
  }

  /**
   * The name of its value in a form. The value is the JSON of `value`, and none while the menu is empty.
   * @attr
   * @default ''
   */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string) {
    this.setAttribute('name', knownText(name));
  }

  /**
   * Nothing can be edited or sent; also true inside a disabled fieldset.
   * @default false
   */
  get disabled(): boolean {
    return this.isFormDisabled || this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
    this.requestUpdate();
  }

  /** The message as it stands, its variables filled in, valid or not. A fresh copy, current in the same tick as an edit. */
  get message(): MenuMessage {
    return jsonCopy(this.facts.message);
  }

  /** What is wrong with the message, now. A fresh copy. */
  get issues(): Issue[] {
    return jsonCopy([...this.facts.issues]);
  }

  /** The form that it is in; null where there is none, or the engine has no `ElementInternals`. */
  get form(): HTMLFormElement | null {
    return this.control.internals?.form ?? null;
  }

  /** What keeps the form from being submitted; undefined where the engine has no `ElementInternals`. */
  get validity(): ValidityState | undefined {
    return this.control.internals?.validity;
  }

  /** The same, in words; '' where nothing does. */
  get validationMessage(): string {
    return this.control.internals?.validationMessage ?? '';
  }

  /** Whether a form asks it: not while it is disabled or read-only. */
  get willValidate(): boolean {
    return this.control.internals?.willValidate ?? false;
  }

  /** Asks for the message to be sent. Rejects with a `KfError`; while a send is under way, it is the same promise. */
  send(): Promise<Receipt> {
    const { state, sends } = this;
    if (this.disabled) return rejected(new KfError('stopped', 'the composer is disabled'));
    const whyNot = this.pageMenus.beforeSend();
    if (whyNot) return this.refuse(whyNot);
    state.removed = undefined; // from here on the foot is about the send
    this.foot.news.drop();
    const { facts } = this;
    if (facts.firstError) state.problems.touchAll(facts.problems, state.draft);
    this.requestUpdate();
    return sends.send(facts.message, facts.issues);
  }

  private refuse(error: KfError): Promise<Receipt> {
    const response = rejected(error);
    reportOutcome(this, { message: this.message }, response);
    return response;
  }

  /** Takes the user's last edit back, if something can be edited now. */
  undo(): void {
    if (this.canEdit) this.state.undo();
  }

  /** Does again what was taken back, if something can be edited now. */
  redo(): void {
    if (this.canEdit) this.state.redo();
  }

  /** Goes to the first text. */
  override focus(options?: FocusOptions): void {
    focusFirst(this, 'textarea', options);
  }

  /** Whether the form may be submitted as far as this element is concerned; fires `invalid` if not. */
  checkValidity(): boolean {
    return this.control.internals?.checkValidity() ?? true;
  }

  /** The same, and shows the user what is wrong. */
  reportValidity(): boolean {
    return this.control.internals?.reportValidity() ?? true;
  }

  /** Makes the page's own words a reason not to submit; '' takes them back. */
  setCustomValidity(message: string): void {
    this.control.customError = knownText(message);
    this.requestUpdate();
  }

  // What the parts and the features need of it: see `Composer`.

  /** @internal */
  get facts(): Facts {
    const { state, maxItems, variableFeature, source, cache } = this;
    const { draft, enterChat } = state;
    const values = variableFeature.all;
    return cache.get({ draft, enterChat, maxItems, values, unreadable: source.unreadable });
  }

  /** @internal The words of the nearest language. */
  get words(): Words {
    return this.language.words;
  }

  /** @internal */
  get isReadOnly(): boolean {
    return this.readOnly || this.disabled;
  }

  /** @internal */
  get canEdit(): boolean {
    return !this.isReadOnly && !this.sends.isSending;
  }

  /** @internal */
  get isWide(): boolean {
    return this.width.isWide;
  }

  /** @internal */
  get isNarrow(): boolean {
    return this.width.isNarrow;
  }

  /** @internal */
  get isTight(): boolean {
    return this.width.isTight;
  }

  /** @internal */
  get isComposing(): boolean {
    return this.fields.isComposing;
  }

  /** @internal */
  get isInteracting(): boolean {
    return this.isComposing || this.guard.isPressing;
  }

  /** What a press on the send button asks for: the menu, or text where that can go instead. */
  private get outgoing(): { readonly message: ChatMessage; readonly issues: readonly Issue[] } {
    const { previewView, facts, state } = this;
    const content = previewView.textInstead;
    if (!content) return facts;
    const message: ChatMessage = { msgtype: 'text', text: { content } };
    return { message: state.enterChat ? { ...message, enterChat: true } : message, issues: [] };
  }

  /** @internal */
  edit(draft: Draft, focus: string, options?: EditOptions): void {
    this.state.edit(draft, options);
    this.focusOn(focus);
  }

  /** @internal */
  load({ menu, enterChat, changes = [] }: GivenMenu): void {
    if (!this.canEdit) return;
    this.popovers.dismiss();
    this.state.problems.clear(); // nothing of it was left or tried to be sent
    this.edit(fromMenu(menu), 'head_content', { enterChat });
    this.readingReport.show(changes);
  }

  /** @internal */
  move(row: Row, by: number, field = 'content'): void {
    const { state, words } = this;
    const n = state.move(row, by) + 1;
    const text = fill(words.moved, { text: rowText(row, 'content') || words.unnamed, n, max: state.rows.length });
    // The same words again are heard only when they differ.
    this.announce(text === this.announcement ? `${text}\u00a0` : text);
    this.focusOn(fieldId(row, field));
  }

  /** @internal */
  goTo(problem: Problem): void {
    const { state, guard, variableFeature } = this;
    const field = fieldOfIssue(state.draft, problem);
    guard.isPressing = false; // the problem shows at once, and with it the details that it is in
    state.problems.touch(field);
    this.requestUpdate();
    const { row, name } = locate(state.draft, field);
    const isUnknownKind = row && name === 'type'; // its menu changes the kind, or deletes it
    this.focusOn(isUnknownKind ? `menu-${rowMenuName(row)}` : variableFeature.mendedAt(problem, field));
  }

  /** @internal */
  focusOn(id: string): void {
    this.focusKeeper.goTo(id);
  }

  /** @internal */
  owns({ target }: Event): boolean {
    return target instanceof Node && target.getRootNode() === this.renderRoot;
  }

  /** @internal */
  announce(text: string): void {
    this.announcement = text;
    this.requestUpdate();
  }

  /** @internal */
  notify(text: string, options?: NoticeOptions): void {
    this.foot.notify(text, options);
  }

  // Lifecycle, in call order.

  override connectedCallback(): void {
    super.connectedCallback();
    hintAtPage(this);
  }

  override disconnectedCallback(): void {
    this.fields.endComposition();
    super.disconnectedCallback();
  }

  override attributeChangedCallback(name: string, old: string | null, text: string | null): void {
    if (name === 'value') this.source.give(text, 'attribute');
    else super.attributeChangedCallback(name, old, text);
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /** @internal */
  formResetCallback(): void {
    this.source.reset();
  }

  /** @internal */
  formStateRestoreCallback(text: string): void {
    const restored = restoredFrom(text);
    if (!restored || !this.bridge.resume(restored.customerHash)) return;
    this.state.restore(fromMenu(restored.menu), restored.enterChat ?? this.enterChat);
  }

  /** The form is told in the same tick: who submits right after an edit submits that. */
  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    this.sends?.invalidate(); // the constructor of the base class comes here, too
    super.requestUpdate(...change);
    if (!this.control) return;
    if (change[0] === 'readOnly') this.toggleAttribute('readonly', this.readOnly); // engines ask the attribute
    this.control.sync();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('kinds')) this.kinds = knownKinds(this.kinds);
    if (changed.has('maxItems')) this.maxItems = knownLimit(this.maxItems);
    if (changed.has('preview')) this.preview = knownPlace(this.preview);
  }

  protected override update(changed: PropertyValues): void {
    const { state, variableFeature: variables } = this;
    this.focusKeeper.beforeUpdate();
    this.fields.beforeUpdate();
    if (!this.isInteracting)
      state.showProblems(this.facts.problems.filter(problem => !variables.isBeingTyped(problem)));
    if (!this.guard.isPressing) this.fieldInUse = fieldOf(this.renderRoot.activeElement);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { words, theme, fields, templateFeature: templates, headerMenu: menu, previewView } = this;
    const place = previewPlace(this);
    const looks = [place, isDark(theme) && 'dark', this.disabled && 'disabled'];
    return html`<div
      class="root ${looks.filter(Boolean).join(' ')}"
      part="root"
      role="group"
      aria-label=${words.menu}
      aria-disabled=${this.disabled || nothing}
      @keydown=${this.onKeydown}
      @pointerdown=${this.guard.onPointerDown}
      @input=${fields.onInput}
      @change=${fields.onChange}
      @focusin=${() => this.requestUpdate()}
      @focusout=${fields.onFocusOut}
      @paste=${this.paste.onPaste}
      @compositionstart=${fields.onCompositionStart}
      @compositionend=${fields.onCompositionEnd}
    >
      ${header(this, { templates, menu, preview: previewView })} ${this.renderOffer()}
      <div class="body">
        ${place === 'only' ? nothing : this.renderEditor()}
        ${place === 'none' || (place === 'below' && this.facts.isEmpty) ? nothing : this.renderPreview()}
      </div>
      ${this.foot.render()}
      <div class="sr" aria-live="polite">${this.announcement}</div>
      <slot hidden @slotchange=${() => this.source.readChild()}></slot>
    </div>`;
  }

  private renderOffer(): TemplateResult | typeof nothing {
    const { paste, drafts, pageMenus, texts, readingReport } = this;
    const offer = paste.offer ?? drafts.offer ?? pageMenus.offer ?? texts.offer ?? readingReport.offer; // one at a time
    return offer && !this.isReadOnly ? offerStrip(this, offer) : nothing;
  }

  private renderEditor(): TemplateResult {
    const { drag, paste, rehearsal, variableFeature, templateFeature } = this;
    const features = { drag, paste, rehearsal, variables: variableFeature };
    return html`<div>
      ${textSection(this, features, 'head_content')} ${items(this, features)}
      ${textSection(this, features, 'tail_content')} ${templateFeature.firstOnes()} ${variableFeature.section()}
    </div>`;
  }

  private renderPreview(): TemplateResult {
    const { rehearsal, variableFeature: variables, previewView: view, theme } = this;
    return preview(this, { view, rehearsal, variables }, view.isDark(isDark(theme)));
  }

  protected override updated(): void {
    this.focusKeeper.afterUpdate();
    this.fields.afterUpdate();
    this.foot.afterUpdate();
    this.control.afterUpdate();
    this.sends.show();
  }

  /** The message is another one now: the page hears of what the user did. */
  private onStateChange(change: StateChange): void {
    // Another customer's chat keeps its own last send. A failure stays on show where the page, hearing of it, sets another menu.
    const isByPage = change === 'replaced' || (change === 'reset' && this.texts.reporting === 'here');
    if (change !== 'switched' && !(isByPage && this.sends.hasFailed)) this.sends.forget();
    this.sends.invalidate();
    if (BY_USER.includes(change)) this.sends.write();
    else this.sends.outdate();
    this.requestUpdate();
    if (change === 'switched') this.source.isWritten = this.state.written !== undefined;
    if (BY_PAGE.includes(change)) return;
    this.source.own();
    if (change !== 'edited' && change !== 'undone') return;
    this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** While the chat is still the customer's who is about to go. */
  private onLeave(): void {
    this.drafts.onLeave(); // first: what is being composed makes the text another one
    this.fields.leave();
    this.texts.onLeave();
  }

  /** In the same task in which the bridge says so: nothing that was written for one customer can be sent to the next. */
  private onAddressee(now: string, before: string): void {
    this.sends.invalidate();
    if (before === NEVER_KNOWN) return this.pageMenus.onFirst(); // what was written before is for the first one
    this.guard.before = this.sends.onScreen;
    this.popovers.dismiss(); // what is being typed there is for the one before
    this.texts.change(now, before);
  }

  private onRecord(record: SendRecord): void {
    this.drafts.onRecord(record);
    if (this.sends.isNews(record)) this.onLate(record);
  }

  private onLate(record: SendRecord): void {
    this.foot.news.add(record);
    this.requestUpdate();
  }

  /** Somebody wanted to submit the form: the first problem may be seen, and is gone to. */
  private onInvalid(): void {
    const { state, facts } = this;
    state.problems.touchAll(facts.problems, state.draft);
    if (facts.firstError && !facts.isEmpty) this.goTo(facts.firstError);
    else this.focus();
  }

  private readonly onKeydown = (event: FieldKey): void => onKeydown(this, event, () => this.foot.sendByKeys());

  private onCompositionOver(): void {
    this.drafts.onCompositionEnd();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-menu-composer': KfMenuComposer;
  }
}
