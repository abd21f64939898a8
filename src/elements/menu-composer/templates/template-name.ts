import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../../core/bytes.js';
import { fill } from '../../../locales/words.js';
import type { Composer } from '../composer.js';
import { textsOf } from '../state/draft.js';
import type { EventFrom } from '../../shared/listeners.js';

/** Characters. */
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

export type TemplateOwner = 'user' | 'page';

/** What saving a template needs. */
export interface TemplateSaver {
  /** Whose template has this name already: the user's own is replaced, the page's stays beside the new one. */
  ownerOf(name: string): TemplateOwner | undefined;
  save(name: string): boolean;
}

/** Asks for the name of a new template. Enter saves, Escape goes back. */
export class TemplateName {
  isAsked = false;
  private name = '';
  private problem = '';
  /** The name of which was said that a template has it: the next press saves it nevertheless. */
  private taken = '';

  constructor(
    private readonly composer: Composer,
    private readonly templates: TemplateSaver,
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
