import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { icon } from '../shared/icons.js';
import { dialog, focusInside, onLeave } from './dialog.js';
import type { Extra } from './extra.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { isEmpty } from './menu-draft.js';
import { fits, type Template } from './menu-template.js';
import { readAgain, removeTemplate } from './saved-templates.js';
import { templateKey } from './template-keys.js';
import { templateList } from './template-list.js';
import { TemplateName } from './template-name.js';
import type { Templates } from './templates.js';

const NAME = 'templates';
/** From this number on they can be searched. */
const MANY = 8;

/** What became of a template that was to be removed; `putBack` where it can come back. */
export interface Removal {
  readonly text: string;
  readonly putBack?: () => void;
}

/** 「模板 ⌄」 and what pops up there: search, the templates, saving one. The focus stays in one place, the arrows choose. */
export class TemplateMenu implements Extra {
  /** The row that Enter presses. */
  active = 0;
  /** Whether there are so many that they can be searched; stays as long as it is open. */
  searchable = false;
  query = '';
  removal: Removal | null = null;
  private readonly naming: TemplateName;

  constructor(
    readonly composer: KfMenuComposer,
    readonly templates: Templates,
  ) {
    this.naming = new TemplateName(composer, templates, () => this.focus());
  }

  /** Those that are searched for. */
  get shown(): readonly Template[] {
    return this.templates.all.filter(template => fits(template, this.query));
  }

  /** What a press does, row by row. */
  get acts(): readonly (() => void)[] {
    const { shown, removal, composer } = this;
    const acts = shown.map(template => () => {
      this.removal = null;
      this.templates.choose(template);
    });
    if (removal && removal.putBack) acts.push(removal.putBack);
    if (!isEmpty(composer.controls.draft)) acts.push(this.naming.ask);
    return acts;
  }

  private get isOpen(): boolean {
    return this.composer.controls.menu === NAME;
  }

  tools(): TemplateResult | undefined {
    const { composer, templates, isOpen, removal } = this;
    const { words, controls, locked } = composer;
    if (!isOpen && !removal && !templates.all.length && isEmpty(controls.draft)) return undefined;
    return html`<div class="anchor" @focusout=${onLeave(this.close)}>
      <button
        class="templates"
        part="templates"
        id="menu-${NAME}"
        tabindex="0"
        aria-haspopup="dialog"
        aria-expanded=${isOpen}
        ?disabled=${locked}
        @click=${isOpen ? this.close : this.open}
      >
        ${words.templates}${icon('chevron')}
      </button>
      ${
        !isOpen
          ? nothing
          : this.naming.asked
            ? dialog(words.templateSave, this.naming.onKeydown, this.naming.render())
            : dialog(words.templates, event => templateKey(this, event), templateList(this))
      }
    </div>`;
  }

  readonly open = (): void => {
    const { composer, templates, naming } = this;
    readAgain();
    naming.asked = false;
    if (this.removal && !this.removal.putBack) this.removal = null;
    this.query = '';
    this.active = 0;
    this.searchable = templates.all.length >= MANY;
    composer.controls.menu = NAME;
    this.focus();
  };

  readonly close = (): void => {
    if (this.isOpen) this.composer.controls.openMenu(0);
  };

  readonly search = ({ target }: Event): void => {
    this.query = (target as HTMLInputElement).value;
    const { controls, words } = this.composer;
    controls.announcement = this.shown.length ? '' : fill(words.templatesNone, { text: this.query });
    this.go(0);
  };

  /** Takes one of the user's own away, and says how it comes back. */
  remove(template: Template): void {
    const { composer } = this;
    const { words, controls } = composer;
    const putBack = removeTemplate(template.name);
    const say = (text: string, undo?: () => void): void => {
      this.removal = undo ? { text, putBack: undo } : { text };
      controls.announcement = text;
    };
    if (putBack)
      say(fill(words.removed, { text: template.name }), () => {
        if (putBack()) this.removal = null;
        else say(words.templateNotSaved);
        this.focus();
      });
    else say(words.templateNotRemoved);
    this.active = Math.min(this.active, this.acts.length - 1);
    this.focus();
  }

  /** Rendered, the keys go to the search; on a touch screen its keyboard would hide half of what there is to choose. */
  focus(): void {
    const { composer, searchable } = this;
    const place = searchable && !matchMedia('(pointer: coarse)').matches ? 'template-search' : 'template-grid';
    focusInside(composer, place);
  }

  readonly go = (to: number): void => {
    const { composer } = this;
    this.active = to;
    composer.requestUpdate();
    void composer.updateComplete.then(() => {
      const row = composer.renderRoot.querySelector(`#template-${to}`);
      if (row) row.scrollIntoView({ block: 'nearest' });
    });
  };
}
