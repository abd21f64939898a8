import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../../core/bytes.js';
import { fill } from '../../../locales/words.js';
import type { EventFrom } from '../../shared/listeners.js';
import { icon } from '../../shared/look/icons.js';
import { closeOnLeave, dialog } from '../../shared/popover.js';
import type { Composer } from '../composer.js';
import { textsOf } from '../state/draft.js';
import { templateList, type Removal } from './template-list.js';
import { found, rankOf, refreshSaved, removeTemplate, type Template } from './template-store.js';

export type TemplateOwner = 'user' | 'page';

/** What the menu needs of the templates at hand. */
interface TemplateSource {
  readonly saved: readonly Template[];
  readonly fromPage: readonly Template[];
  readonly all: readonly Template[];
  /** Whose template has this name already: the user's own is replaced, the page's stays beside the new one. */
  ownerOf(name: string): TemplateOwner | undefined;
  save(name: string): boolean;
}

/** Characters of a name. */
const LONGEST = 40;
/** The room for a name that nobody has typed, in letters; a Chinese character takes that of two. */
const SHORT = 24;

const LETTER = /^[\w'’\u00c0-\u024f]/;

/** A short name out of a text: the beginning of its first line, up to where a sentence or a part of one ends; no half words. */
function nameFrom(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const [begin = ''] = line.split(/[，。！？；：,!?;:]|\.\s/);
  const characters = graphemes(begin.trim());
  let room = SHORT;
  const fitting = characters.filter(character => (room -= character < '\u0250' ? 1 : 2) >= 0);
  const name = fitting.join('');
  const isCut = LETTER.test(characters[fitting.length] ?? '');
  return (isCut ? name.replace(/\s\S*$/, '') : name).trim();
}

/** Asks for the name of a new template. Enter saves, Escape goes back. */
class TemplateName {
  isAsked = false;
  private name = '';
  private problem = '';
  /** The name of which was said that a template has it: the next press saves it nevertheless. */
  private taken = '';

  constructor(
    private readonly composer: Composer,
    private readonly templates: TemplateSource,
    private readonly onCancel: () => void,
  ) {}

  /** The beginning of what was written is a name to begin with. */
  ask(): void {
    const { state, popovers } = this.composer;
    const [text = ''] = textsOf(state.draft);
    this.name = nameFrom(text);
    this.isAsked = true;
    this.showProblem('');
    popovers.focusInside('template-name');
  }

  cancel(): void {
    this.isAsked = false;
  }

  render(): TemplateResult {
    const { name, problem, taken, templates } = this;
    const { words } = this.composer;
    return html`<div class="naming">
      <label for="template-name">${words.templateName}</label>
      <input
        id="template-name"
        part="field"
        autocomplete="off"
        maxlength=${LONGEST}
        aria-invalid=${!!problem}
        aria-describedby=${problem ? 'template-problem' : nothing}
        .value=${name}
        @focus=${({ target }: EventFrom<HTMLInputElement>) => target.select()}
        @input=${({ target }: EventFrom<HTMLInputElement>) => {
          this.name = target.value;
          this.showProblem('');
        }}
      />
      <button class="send fill" part="save" tabindex="0" @click=${() => this.save()}>
        ${taken && templates.ownerOf(taken) === 'user' ? words.overwrite : words.save}
      </button>
      ${problem ? html`<div class="problem" part="problem" id="template-problem">${problem}</div>` : nothing}
    </div>`;
  }

  onKeydown(event: KeyboardEvent): void {
    const { key, target } = event;
    if (key === 'Escape') {
      this.cancel();
      this.onCancel();
    } else if (key === 'Enter' && target instanceof HTMLInputElement) this.save();
    else return;
    event.preventDefault();
  }

  private save(): void {
    const { composer, templates, taken } = this;
    const { words, popovers } = composer;
    const name = this.name.trim();
    const owner = templates.ownerOf(name);
    if (!name) this.showProblem(fill(words['issue.required'], { field: words.templateName }));
    else if (owner && name !== taken)
      this.showProblem(fill(owner === 'user' ? words.templateTaken : words.templateOfPage, { text: name }), name);
    else if (templates.save(name)) popovers.close();
    else this.showProblem(words.templateNotSaved);
  }

  private showProblem(problem: string, taken = ''): void {
    this.problem = problem;
    this.taken = taken;
    this.composer.announce(problem);
  }
}

const POPOVER = 'templates';
/** From this number on they can be searched. */
const MANY = 8;
/** Pixels, about: a row. As many as fill the window are more than the list shows, so there is always something to scroll to. */
const ROW = 52;
const aWindowful = (): number => Math.ceil(innerHeight / ROW);

/** Scrolls the list, and nothing else: `scrollIntoView` would take the page along. The last rows stick to its lower end. */
function showInList(row: Element | null): void {
  const list = row?.closest('[role="grid"]');
  if (!row || !list || row.closest('.ends')) return;
  const [box, frame] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  const end = list.querySelector('.ends')?.getBoundingClientRect().top ?? frame.bottom;
  if (box.top < frame.top) list.scrollTop -= frame.top - box.top;
  else if (box.bottom > end) list.scrollTop += box.bottom - end;
}

/** 「模板 ⌄」 and what pops up there: search, the templates, saving one. The focus stays in one place, the arrows choose. */
export class TemplateMenu {
  /** The row that Enter presses. */
  private active = 0;
  /** Whether there are so many that they can be searched; stays as long as it is open. */
  private canSearch = false;
  private query = '';
  /** So many templates are in the page: each takes time to draw. More come with scrolling, or with the arrows. */
  private shown = 0;
  private removal: Removal | undefined;
  private readonly naming: TemplateName;

  constructor(
    private readonly composer: Composer,
    private readonly templates: TemplateSource,
  ) {
    this.naming = new TemplateName(composer, templates, () => this.focus());
  }

  render(): TemplateResult | undefined {
    const { composer, templates, isOpen, removal } = this;
    const { words, canEdit, facts, isTight } = composer;
    if (!isOpen && !removal && facts.isEmpty && !templates.all.length) return undefined;
    return html`<div class="anchor" @focusout=${closeOnLeave(() => this.close())}>
      <button
        class="templates"
        part="templates"
        id="menu-${POPOVER}"
        tabindex="0"
        aria-haspopup="dialog"
        aria-expanded=${isOpen}
        ?disabled=${!canEdit}
        @click=${() => (isOpen ? this.close() : this.open())}
      >
        ${words.templates}${isTight ? nothing : icon('chevron')}
      </button>
      ${isOpen ? this.dialog() : nothing}
    </div>`;
  }

  open(): void {
    refreshSaved();
    this.naming.cancel();
    if (!this.removal?.putBack) this.removal = undefined;
    this.query = '';
    this.active = 0;
    this.shown = aWindowful();
    this.canSearch = this.templates.all.length >= MANY;
    this.composer.popovers.open(POPOVER);
    this.focus();
  }

  private close(): void {
    if (this.isOpen) this.composer.popovers.close();
  }

  private get isOpen(): boolean {
    return this.composer.popovers.isOpen(POPOVER);
  }

  /** Those that are searched for. */
  private get listed(): { saved: readonly Template[]; fromPage: readonly Template[] } {
    const { templates, query } = this;
    return { saved: found(templates.saved, query), fromPage: found(templates.fromPage, query) };
  }

  /** What a press does, row by row. */
  private get actions(): readonly (() => void)[] {
    const { removal, composer } = this;
    const { saved, fromPage } = this.listed;
    const actions = [...saved, ...fromPage].map(template => () => {
      this.removal = undefined;
      composer.load(template);
    });
    if (removal?.putBack) actions.push(removal.putBack);
    if (!composer.facts.isEmpty) actions.push(() => this.naming.ask());
    return actions;
  }

  private dialog(): TemplateResult {
    const { composer, naming } = this;
    const { words, popovers } = composer;
    return naming.isAsked
      ? dialog(popovers, {
          label: words.templateSave,
          onKeydown: event => naming.onKeydown(event),
          content: naming.render(),
        })
      : dialog(popovers, {
          label: words.templates,
          onKeydown: event => this.onKeydown(event),
          content: this.list(),
        });
  }

  private list(): TemplateResult {
    const { composer, templates, canSearch, query, shown, removal, active } = this;
    return templateList({
      words: composer.words,
      ...this.listed,
      shown,
      count: templates.saved.length + templates.fromPage.length,
      canSearch,
      query,
      removal,
      canSave: !composer.facts.isEmpty,
      active,
      onSearch: text => this.search(text),
      onNearEnd: () => this.showMore(),
      onActivate: at => this.activate(at),
      onChoose: at => this.actions[at]?.(),
      onRemove: template => this.remove(template),
    });
  }

  private search(query: string): void {
    const { composer } = this;
    this.query = query;
    this.shown = aWindowful();
    const { saved, fromPage } = this.listed;
    composer.announce(saved.length + fromPage.length ? '' : fill(composer.words.templatesNone, { text: query }));
    const bestOf = ([first]: readonly Template[]): number => (first ? rankOf(first, query) : Infinity);
    this.activate(bestOf(fromPage) < bestOf(saved) ? saved.length : 0);
  }

  private showMore(): void {
    this.shown += aWindowful();
    this.composer.requestUpdate();
  }

  private activate(to: number): void {
    const { composer } = this;
    const { saved, fromPage } = this.listed;
    this.active = to;
    if (to < saved.length + fromPage.length) this.shown = Math.max(this.shown, to + 1); // not for what stands below them
    composer.requestUpdate();
    void composer.updateComplete.then(() => showInList(composer.renderRoot.querySelector(`#template-${to}`)));
  }

  /** Takes one of the user's own away, and says how it comes back. */
  private remove(template: Template): void {
    const { words } = this.composer;
    const putBack = removeTemplate(template.name);
    if (!putBack) this.tellRemoval({ text: words.templateNotRemoved });
    else
      this.tellRemoval({
        text: fill(words.removed, { text: template.name }),
        putBack: () => {
          if (putBack()) this.removal = undefined;
          else this.tellRemoval({ text: words.templateNotSaved });
          this.focus();
        },
      });
    this.active = Math.min(this.active, this.actions.length - 1);
    this.focus();
  }

  private tellRemoval(removal: Removal): void {
    this.removal = removal;
    this.composer.announce(removal.text);
  }

  /** The keys go to the search; on a touch screen its keyboard would hide half of what there is to choose. */
  private focus(): void {
    const isTouch = matchMedia('(pointer: coarse)').matches;
    this.composer.popovers.focusInside(this.canSearch && !isTouch ? 'template-search' : 'template-grid');
  }

  /** ↑ ↓ Home End choose, Enter presses, Delete takes one of the user's own away, Ctrl Z brings it back; letters are searched for. */
  private onKeydown(event: KeyboardEvent): void {
    const field = event.target instanceof HTMLInputElement ? event.target : undefined;
    const hasCommand = event.ctrlKey || event.metaKey || event.altKey;
    const isDone = hasCommand ? this.commandKey(event, field) : this.moveKey(event) || this.actionKey(event, field);
    if (!isDone) this.searchKey(event, field);
    else if (event.key !== 'Tab') event.preventDefault(); // Tab goes on from the button
  }

  private commandKey({ key }: KeyboardEvent, field: HTMLInputElement | undefined): boolean {
    const putBack = key === 'z' && !field?.value ? this.removal?.putBack : undefined;
    putBack?.();
    return !!putBack;
  }

  private moveKey({ key }: KeyboardEvent): boolean {
    const { active, actions } = this;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: -1 }[key];
    if (to === undefined) return false;
    this.activate(actions.length ? (to + actions.length) % actions.length : 0);
    return true;
  }

  private actionKey({ key }: KeyboardEvent, field: HTMLInputElement | undefined): boolean {
    const action = this.actions[this.active];
    if (action && (key === 'Enter' || (key === ' ' && !field))) action();
    else if (key === 'Escape' || key === 'Tab') this.close();
    else return key === 'Delete' && this.removeActive(field);
    return true;
  }

  /** Not where Delete takes a letter away. */
  private removeActive(field: HTMLInputElement | undefined): boolean {
    const template = this.listed.saved[this.active];
    const hasLetter = !!field?.value.slice(field.selectionEnd ?? 0);
    if (!template || hasLetter) return false;
    this.remove(template);
    return true;
  }

  /** A letter goes to the search, where there is one. */
  private searchKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, field: HTMLInputElement | undefined): void {
    if (field || ctrlKey || metaKey || altKey || (key.length !== 1 && key !== 'Backspace')) return;
    this.composer.renderRoot.querySelector<HTMLElement>('#template-search')?.focus();
  }
}
