import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';
import { readClipboard, writeClipboard } from './clipboard.js';
import { dialog, onLeave } from './dialog.js';
import type { Extra } from './extra.js';
import { copyIcon, pasteIcon } from './header-icons.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { editEnterChat, loadMenu, writtenMessage } from './loading.js';
import { isEmpty } from './menu-draft.js';
import { entry, popover } from './popover.js';

const MENU = 'more';
const FIELD = 'json';
/** Clients that may go into the chat after sending; a platform that is not known may be one of them. */
const MAY_ENTER: readonly (string | undefined)[] = ['ios', 'android', undefined];

/** ⋯ in the header: what is seldom needed, for the message as a whole. */
export class HeaderMenu implements Extra {
  /** What was pasted into the field is no menu. */
  private wrong = false;

  constructor(
    private readonly composer: KfMenuComposer,
    /** Loads a menu from its JSON; false where there is none in it. */
    private readonly load: (text: string) => boolean,
  ) {}

  more(): TemplateResult {
    const { composer } = this;
    const { controls, words } = composer;
    return html`${popover(controls, MENU, words.more, icon('more'), () => this.choices())}${
      controls.menu === FIELD
        ? html`<div class="anchor" @focusout=${onLeave(this.close)}>
            ${dialog(words.pasteJson, this.onKeydown, this.field())}
          </div>`
        : nothing
    }`;
  }

  private choices(): TemplateResult {
    const { composer } = this;
    const { controls, bridge, words, enterChat } = composer;
    const { platform } = (bridge.status && bridge.status.context) || {};
    const empty = isEmpty(controls.draft);
    const diagnose = bridge.status && bridge.status.diagnose;
    return html`${
      MAY_ENTER.includes(platform)
        ? html`<button
              class="entry"
              part="entry"
              role="menuitemcheckbox"
              aria-checked=${enterChat}
              tabindex="-1"
              ?disabled=${composer.locked}
              @click=${() => {
                controls.openMenu(0);
                editEnterChat(composer, { ...controls.draft }, !enterChat);
              }}
            >
              ${icon('check')}<span>${words.enterChat}</span>
            </button>`
        : nothing
    }
      ${entry(controls, pasteIcon, words.pasteJson, () => void this.paste())}
      ${entry(controls, copyIcon, words.copyJson, () => void this.copy(this.json), '', empty)}
      ${entry(controls, icon('remove'), words.clear, () => loadMenu(composer, { menu: {} }), '', empty)}
      ${
        diagnose
          ? entry(
              controls,
              icon('info'),
              words.copyDiagnosis,
              () => void this.copy(diagnose.call(bridge.status)),
              'apart',
            )
          : nothing
      }`;
  }

  private field(): TemplateResult {
    const { words } = this.composer;
    const { wrong } = this;
    return html`<div class="naming wide">
      <label for="json">${words.pasteHere}</label>
      <input
        id="json"
        part="field"
        autocomplete="off"
        aria-invalid=${wrong}
        aria-describedby=${wrong ? 'json-problem' : nothing}
        @paste=${this.onPaste}
        @input=${() => this.tell(false)}
      />
      ${wrong ? html`<div class="problem" part="problem" id="json-problem">${words['issue.not-an-object']}</div>` : nothing}
    </div>`;
  }

  private get json(): string {
    return JSON.stringify(writtenMessage(this.composer), null, 2);
  }

  private async copy(text: string): Promise<void> {
    const { words, notice, controls } = this.composer;
    const copied = await writeClipboard(text);
    notice.say(copied ? words.copied : words.notCopied);
    controls.focus(`menu-${MENU}`);
  }

  /** From the clipboard; where that may not be read, from a field that the user pastes into. */
  private async paste(): Promise<void> {
    const { notice, controls, words } = this.composer;
    const text = await readClipboard();
    if (text === undefined) {
      this.tell(false);
      controls.openMenu(FIELD);
    } else if (!this.load(text)) notice.say(words['issue.not-an-object']);
  }

  private take(text: string): void {
    const { controls } = this.composer;
    if (!this.load(text)) return this.tell(true);
    if (controls.menu === FIELD) this.close();
  }

  private tell(wrong: boolean): void {
    const { controls, words } = this.composer;
    this.wrong = wrong;
    controls.announcement = wrong ? words['issue.not-an-object'] : '';
    this.composer.requestUpdate();
  }

  private readonly close = (): void => {
    const { controls } = this.composer;
    if (controls.menu !== FIELD) return;
    controls.openMenu(0);
    controls.focus(`menu-${MENU}`);
  };

  private readonly onPaste = ({ clipboardData }: ClipboardEvent): void => {
    const text = clipboardData && clipboardData.getData('text/plain');
    if (text) this.take(text);
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (key === 'Enter') this.take((target as HTMLInputElement).value);
    else if (key === 'Escape' || key === 'Tab') this.close();
    else return;
    if (key !== 'Tab') event.preventDefault();
  };
}
