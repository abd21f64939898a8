import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Issue } from '../../core/issue.js';
import type { MenuMessage } from '../../core/message.js';
import type { Receipt } from '../../events/receipt.js';
import { Drafts } from './drafts.js';
import { duplicate } from './duplicate.js';
import type { Extra, Place, Places } from './extra.js';
import type { FootState } from './foot-state.js';
import { keysHint, moreInFoot } from './foot-more.js';
import { FormControl } from './form-control.js';
import { FormMenuComposer } from './form-menu-composer.js';
import { HeaderMenu } from './header-menu.js';
import { headerStyles } from './header.styles.js';
import { JsonOffer } from './json-offer.js';
import { largeTextStyles } from './large-text.styles.js';
import { LineOffer } from './line-offer.js';
import { followEnterChat } from './loading.js';
import type { MenuTemplate } from './menu-template.js';
import { Notice } from './notice.js';
import { offerStyles } from './offer.styles.js';
import { OneCustomer } from './one-customer.js';
import { knownKinds, knownLimit } from './options.js';
import { previewExtraStyles } from './preview-extra.styles.js';
import { PreviewTabs } from './preview-tabs.js';
import { Rehearsal } from './rehearsal.js';
import { withRemoved } from './removed-offer.js';
import { Reorder } from './reorder.js';
import { reorderStyles } from './reorder.styles.js';
import { RowFocus } from './row-focus.js';
import { Sheet } from './sheet.js';
import { Start } from './start.js';
import { startStyles } from './start.styles.js';
import { StillWaiting } from './still-waiting.js';
import { TemplateMenu } from './template-menu.js';
import { Templates } from './templates.js';
import { templateStyles } from './templates.styles.js';
import { Variables } from './variables.js';
import { variablesStyles } from './variables.styles.js';

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
export class KfMenuComposer extends FormMenuComposer {
  static override styles = [
    ...FormMenuComposer.styles,
    headerStyles,
    templateStyles,
    startStyles,
    offerStyles,
    reorderStyles,
    previewExtraStyles,
    variablesStyles,
    largeTextStyles,
  ];

  static override properties: PropertyDeclarations = {
    draftKey: { attribute: 'draft-key' },
    templates: { attribute: false, noAccessor: true },
    variables: { attribute: false, noAccessor: true },
  };

  /** What was typed and not sent is kept under this name, for each customer, and comes back after a reload. */
  draftKey: string | null = null;

  /** @internal */
  readonly notice = new Notice(this);
  /** @internal */
  readonly sheet = new Sheet(this);
  /** @internal */
  readonly waiting = new StillWaiting(this);
  private readonly tabs = new PreviewTabs(this);
  private readonly filling = new Variables(this);
  private readonly drafts = new Drafts(this);
  private readonly json = new JsonOffer(this);
  private readonly lines = new LineOffer(this);
  private readonly templateMenu = new TemplateMenu(this, new Templates(this));
  private readonly start = new Start(this, this.templateMenu);
  private readonly extras: readonly Extra[] = [
    new Reorder(this),
    duplicate(this),
    { offer: () => this.json.strip() || this.drafts.strip() }, // one at a time
    this.lines,
    this.templateMenu,
    this.start,
    new HeaderMenu(this, text => this.json.load(text)),
    this.filling,
    this.tabs,
    new Rehearsal(this, this.tabs),
    keysHint(this),
  ];

  private readonly rowFocus = new RowFocus(this);
  private readonly oneCustomer = new OneCustomer(this);
  protected readonly control: FormControl = new FormControl(this);

  /** The page's templates, to choose from beside the user's own. Whatever is no template is skipped. A deep copy, in and out. */
  get templates(): MenuTemplate[] {
    return this.templateMenu.templates.given;
  }
  set templates(list: readonly MenuTemplate[]) {
    this.templateMenu.templates.give(list);
  }

  /**
   * What stands for each `{{name}}`: texts by name. The user fills in those that are used and have none, or ''. A copy, in and
   * out.
   */
  get variables(): Record<string, string> {
    return Object.fromEntries(this.filling.values.page);
  }
  set variables(given: Readonly<Record<string, string>> | null | undefined) {
    this.filling.give(given);
  }

  /** The message as it stands, its variables filled in, valid or not. A fresh copy. */
  override get message(): MenuMessage {
    const message = super.message;
    return { ...message, msgmenu: this.filling.fill(message.msgmenu) };
  }

  /** What is wrong with the message, now. */
  override get issues(): Issue[] {
    return this.filling.check(super.issues);
  }

  override send(): Promise<Receipt> {
    this.controls.removed = undefined; // from here on the foot tells about the send
    return super.send();
  }

  /** @internal What the extras show at a place. */
  override extra<P extends Place>(place: P, at?: Places[P]): unknown {
    const shown = this.extras.map(extra => {
      const show = extra[place];
      return show && show.call(extra, at as Places[P]);
    });
    return shown.some(Boolean) ? shown : undefined;
  }

  /** @internal */
  override formResetCallback(): void {
    super.formResetCallback();
    this.drafts.edited();
  }

  /** @internal The user has changed the message: offers are over. */
  override edited(typed: boolean): void {
    followEnterChat(this);
    this.json.close();
    this.lines.edited();
    this.drafts.edited();
    super.edited(typed);
  }

  /** @internal The user has read what became of the send. */
  override dismiss(): void {
    this.drafts.read();
    super.dismiss();
  }

  /** @internal A text with what is filled in by now. */
  override filled(text: string, id: string): string {
    return this.filling.filled(text, id);
  }

  /** @internal Where a problem of a field is mended. */
  override mendedAt(problem: Issue, field: string): string {
    return this.filling.mendedAt(problem, field);
  }

  /** @internal What the foot says of these issues. */
  override footState(issues: readonly Issue[], text: string): FootState {
    const state = moreInFoot(this, super.footState(issues, text), issues);
    const lines = state.next && this.filling.lines(issues);
    const told = this.notice.in(this.start.begin(lines ? { ...state, lines } : state));
    return withRemoved(this, told);
  }

  /** @internal What the preview shows of the text that can go instead of the menu. */
  override shownText(text: string): string {
    return this.tabs.take(text);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('kinds')) this.kinds = knownKinds(this.kinds);
    if (changed.has('maxItems')) this.maxItems = knownLimit(this.maxItems);
    super.willUpdate(changed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kf-menu-composer': KfMenuComposer;
  }
}
