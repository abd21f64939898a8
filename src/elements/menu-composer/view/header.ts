import { html, nothing, type TemplateResult } from 'lit';
import { NEVER_KNOWN } from '../../../events/addressee.js';
import { readClipboard, writeClipboard } from './clipboard.js';
import type { EventFrom } from '../../shared/listeners.js';
import { icon, type IconName } from '../../shared/look/icons.js';
import { closeOnLeave, dialog, menuButton, menuEntry } from '../../shared/popover.js';
import type { Composer } from '../composer.js';
import type { Paste } from '../paste.js';
import { messageOf } from '../state/facts.js';
import { previewPlace } from './layout.js';
import type { PreviewView } from './preview.js';
import type { Templates } from '../templates/templates.js';

const MENU = 'more';
const FIELD = 'json';
/** Clients that may go into the chat after sending; a platform that is not known may be one of them. */
const MAY_ENTER: readonly (string | undefined)[] = ['ios', 'android', undefined];

/** ⋯ in the header: what is seldom needed, for the message as a whole. */
export class HeaderMenu {
  /** What stands in the field: until it is loaded, or the chat is another customer's. */
  private text = '';
  /** What is said of a text in the field that is no menu; '' where nothing is. */
  private problem = '';

  constructor(
    private readonly composer: Composer,
    private readonly paste: Paste,
  ) {
    composer.state.subscribe(change => {
      if (change === 'switched') this.text = '';
    });
  }

  render(): TemplateResult {
    const { words, popovers, canEdit } = this.composer;
    const button = { name: MENU, label: words.more, content: icon('more'), isDisabled: !canEdit };
    return html`${menuButton(popovers, button, () => this.entries())}${
      popovers.isOpen(FIELD)
        ? html`<div class="anchor" @focusout=${closeOnLeave(() => this.close())}>
            ${dialog(popovers, {
              label: words.pasteJson,
              onKeydown: event => this.onKeydown(event),
              content: this.field(),
            })}
          </div>`
        : nothing
    }`;
  }

  private entries(): TemplateResult {
    const { composer } = this;
    const { words, popovers, canEdit, isNarrow, bridge, state, facts } = composer;
    const { status } = bridge;
    const diagnose = status?.diagnose?.bind(status);
    const isDisabled = !canEdit;
    const isPointless = isDisabled || facts.isEmpty;
    return html`${
      isNarrow
        ? menuEntry(popovers, {
            icon: icon('redo'),
            text: words.redo,
            onChoose: () => composer.redo(),
            isDisabled: isDisabled || !state.history.canRedo,
          })
        : nothing
    }
    ${
      MAY_ENTER.includes(status?.context?.platform)
        ? menuEntry(popovers, {
            icon: icon('check'),
            text: words.enterChat,
            onChoose: () => state.edit({ ...state.draft }, { enterChat: !state.enterChat }),
            isChecked: state.enterChat,
            isDisabled,
          })
        : nothing
    }
    ${menuEntry(popovers, {
      icon: icon('paste'),
      text: words.pasteJson,
      onChoose: () => void this.pasteFromClipboard(),
      isDisabled,
    })}
    ${menuEntry(popovers, {
      icon: icon('copy'),
      text: words.copyJson,
      onChoose: () => void this.copy(JSON.stringify(messageOf(facts.value, state.enterChat), null, 2)),
      isDisabled: isPointless,
    })}
    ${menuEntry(popovers, {
      icon: icon('remove'),
      text: words.clear,
      onChoose: () => composer.load({ menu: {} }),
      isDisabled: isPointless,
    })}
    ${
      diagnose
        ? menuEntry(popovers, {
            icon: icon('info'),
            text: words.copyDiagnosis,
            onChoose: () => void this.copy(diagnose()),
            look: 'apart',
            isDisabled,
          })
        : nothing
    }`;
  }

  /** A field to paste into, where the browser does not let the clipboard be read. */
  private field(): TemplateResult {
    const { words } = this.composer;
    const { problem } = this;
    return html`<div class="naming">
      <label for="json">${words.pasteHere}</label>
      <input
        id="json"
        part="field"
        autocomplete="off"
        .value=${this.text}
        aria-invalid=${!!problem}
        aria-describedby=${problem ? 'json-problem' : nothing}
        @paste=${(event: ClipboardEvent) => this.onPaste(event)}
        @input=${({ target }: EventFrom<HTMLInputElement>) => {
          this.text = target.value;
          this.showProblem('');
        }}
      />
      <button class="send fill" part="save" tabindex="0" @click=${() => this.load(this.text)}>${words.load}</button>
      ${problem ? html`<div class="problem" part="problem" id="json-problem">${problem}</div>` : nothing}
    </div>`;
  }

  private async copy(text: string): Promise<void> {
    const { composer } = this;
    const { words } = composer;
    const isCopied = await writeClipboard(text);
    composer.notify(isCopied ? words.copied : words.notCopied, { isDone: isCopied });
    composer.focusOn(`menu-${MENU}`);
  }

  private async pasteFromClipboard(): Promise<void> {
    const { composer } = this;
    const { addressee } = composer.bridge;
    const text = await readClipboard(); // the browser may ask the user first, as long as they like
    const isAnother = addressee !== NEVER_KNOWN && composer.bridge.addressee !== addressee;
    if (!composer.canEdit || isAnother) return; // a send has begun meanwhile, or the chat is another customer's
    if (text === undefined) {
      this.showProblem('');
      composer.popovers.toggleMenu(FIELD);
      return;
    }
    const { words } = composer;
    const whyNot = this.paste.load(text);
    if (whyNot)
      composer.notify(whyNot === 'none' ? words.clipboardWithout : words[`notice.${whyNot}`], { isDone: false });
  }

  private load(text: string): void {
    const { words, canEdit } = this.composer;
    const whyNot = canEdit ? this.paste.load(text) : undefined;
    if (whyNot) {
      this.showProblem(whyNot === 'none' ? words['issue.not-an-object'] : words[`notice.${whyNot}`]);
      this.composer.focusOn('json');
    } else {
      if (canEdit) this.text = '';
      this.close();
    }
  }

  private showProblem(problem: string): void {
    this.problem = problem;
    this.composer.announce(problem);
  }

  private close(): void {
    const { composer } = this;
    if (!composer.popovers.isOpen(FIELD)) return;
    composer.popovers.dismiss();
    composer.focusOn(`menu-${MENU}`);
  }

  private onPaste({ clipboardData }: ClipboardEvent): void {
    const text = clipboardData?.getData('text/plain');
    if (text) this.load(text);
  }

  private onKeydown(event: KeyboardEvent): void {
    const { key, target } = event;
    if (key === 'Enter' && target instanceof HTMLInputElement) this.load(target.value);
    else if (key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }
}

interface Tool {
  icon: IconName;
  label: string;
  isEnabled: boolean;
  onPress: () => void;
}

const tool = ({ icon: name, label, isEnabled, onPress }: Tool): TemplateResult =>
  html`<button class="tool" aria-label=${label} ?disabled=${!isEnabled} @click=${onPress}>${icon(name)}</button>`;

/** To the preview where it stands below the fold, and back. */
const previewTool = ({ words, facts }: Composer, view: PreviewView): TemplateResult =>
  tool({
    icon: view.leadsBack ? 'pencil' : 'eye',
    label: view.leadsBack ? words.backToEditor : words.showPreview,
    isEnabled: !facts.isEmpty && (view.leadsBack || !view.isSeen),
    onPress: () => view.toggle(),
  });

/** What the header has beside its title. */
interface HeaderTools {
  readonly templates: Templates;
  readonly menu: HeaderMenu;
  readonly preview: PreviewView;
}

/** The title or the page's own; templates, the preview, undo and redo, and what is seldom needed. */
export function header(composer: Composer, { templates, menu, preview }: HeaderTools): TemplateResult {
  const { words, canEdit, isReadOnly, isNarrow, state } = composer;
  const { canUndo, canRedo } = state.history;
  const undo: Tool = {
    icon: 'undo',
    label: words.undo,
    isEnabled: canEdit && canUndo,
    onPress: () => composer.undo(),
  };
  const redo: Tool = {
    icon: 'redo',
    label: words.redo,
    isEnabled: canEdit && canRedo,
    onPress: () => composer.redo(),
  };
  return html`<header part="header">
    <slot name="header"><h2>${words.menu}</h2></slot>
    <div class="tools">
      ${isReadOnly ? nothing : templates.button()} ${previewPlace(composer) === 'below' ? previewTool(composer, preview) : nothing}
      ${isReadOnly ? nothing : html`${tool(undo)} ${isNarrow ? nothing : tool(redo)} ${menu.render()}`}
    </div>
  </header>`;
}
