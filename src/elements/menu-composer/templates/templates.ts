import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { jsonCopy } from '../../../core/json-copy.js';
import { fill } from '../../../locales/words.js';
import { hint } from '../../shared/hint.js';
import { icon } from '../../shared/look/icons.js';
import type { MsgMenu } from '../../../core/message.js';
import type { Composer } from '../composer.js';
import { messageOf } from '../state/facts.js';
import {
  readTemplates,
  savedTemplates,
  saveTemplate,
  subscribeSaved,
  unsubscribeSaved,
  type MenuTemplate,
  type Template,
} from './template-store.js';
import { templateLines } from './template-list.js';
import { TemplateMenu, type TemplateOwner } from './template-menu.js';

/** How many templates an empty composer has at hand without opening anything. */
const FIRST = 4;

const TEMPLATES = 'give it an array of { name, value }, where value is whatever the composer takes as its value';

/** The templates at hand: the user's own, which all composers share, and the page's. */
export class Templates implements ReactiveController {
  /** The page's own. */
  fromPage: readonly Template[] = [];
  private readonly menu: TemplateMenu;

  constructor(private readonly composer: Composer) {
    this.menu = new TemplateMenu(composer, this);
    composer.addController(this);
  }

  hostConnected(): void {
    subscribeSaved(this.onChange);
  }

  hostDisconnected(): void {
    unsubscribeSaved(this.onChange);
  }

  /** The user's own. */
  get saved(): readonly Template[] {
    return savedTemplates();
  }

  /** All of them, the user's own first. */
  get all(): readonly Template[] {
    return [...this.saved, ...this.fromPage];
  }

  /** Whether one of them has this menu. */
  has(menu: MsgMenu): boolean {
    const text = JSON.stringify(menu);
    return this.all.some(template => JSON.stringify(template.menu) === text);
  }

  /** The page's, as it may have them back: copies. Whatever else stands in a list that it gives is skipped. */
  get page(): MenuTemplate[] {
    return this.fromPage.map(({ name, menu, enterChat }) =>
      jsonCopy({ name, value: enterChat === undefined ? menu : { msgtype: 'msgmenu', msgmenu: menu, enterChat } }),
    );
  }
  set page(list: unknown) {
    let problem: string | undefined;
    this.fromPage = readTemplates(list ?? [], why => (problem ??= why));
    if (problem) hint(`<kf-menu-composer> can't read all of its templates: ${problem}; ${TEMPLATES}`);
    this.onChange();
  }

  /** 「模板 ⌄」 in the header, and what pops up there. */
  button(): TemplateResult | undefined {
    return this.menu.render();
  }

  /** The first ones, where nothing is written yet. */
  firstOnes(): TemplateResult | undefined {
    const { composer } = this;
    const { words, isReadOnly, canEdit, facts } = composer;
    if (isReadOnly || !facts.isEmpty) return undefined;
    const { all } = this;
    if (!all.length) return undefined;
    return html`<section class="from-template" part="from-template" aria-labelledby="from-template">
      <div class="label" id="from-template">${words.templatesFrom}</div>
      ${all.slice(0, FIRST).map(
        template =>
          html`<button
            class="first"
            part="template"
            ?disabled=${!canEdit}
            @click=${() => composer.load(template)}
          >
            ${templateLines(template, words)}
          </button>`,
      )}
      ${
        all.length > FIRST
          ? html`<button class="first all" part="template" ?disabled=${!canEdit} @click=${() => this.menu.open()}>
              <span>${fill(words.templatesAll, { n: all.length })}</span>${icon('chevron')}
            </button>`
          : nothing
      }
    </section>`;
  }

  ownerOf(name: string): TemplateOwner | undefined {
    const hasName = (template: Template): boolean => template.name === name;
    return this.saved.some(hasName) ? 'user' : this.fromPage.some(hasName) ? 'page' : undefined;
  }

  /** Saves what was written, its variables not filled in; the foot says so. False where it can't be saved. */
  save(name: string): boolean {
    const { composer } = this;
    const { enterChat } = composer.state;
    const saved = saveTemplate({ name, value: { ...messageOf(composer.facts.value, enterChat), enterChat } });
    if (saved) composer.notify(fill(composer.words.templateSaved, { text: name }));
    return saved;
  }

  private readonly onChange = (): void => this.composer.requestUpdate();
}
