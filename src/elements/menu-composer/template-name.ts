import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/words.js';
import { focusInside } from './dialog.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { textsOf } from './menu-template.js';
import type { Templates } from './templates.js';

const LONGEST = 40;

/** Asks for the name of a new template. Enter saves, Escape goes back. */
export class TemplateName {
  asked = false;
  private name = '';
  private problem = '';
  /** The name of which was said that a template has it: the next press replaces that. */
  private taken = '';

  constructor(
    private readonly composer: KfMenuComposer,
    private readonly templates: Templates,
    private readonly back: () => void,
  ) {}

  readonly ask = (): void => {
    const [text = ''] = textsOf(this.composer.value);
    const [line = ''] = text.trim().split('\n');
    this.name = Array.from(line.trim()).slice(0, LONGEST).join('');
    this.asked = true;
    this.say('');
    focusInside(this.composer, 'template-name');
  };

  render(): TemplateResult {
    const { name, problem, taken } = this;
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
        @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
        @input=${({ target }: Event) => {
          this.name = (target as HTMLInputElement).value;
          this.say('');
        }}
      />
      <button class="send fill" part="save" tabindex="0" @click=${this.save}>${taken ? words.overwrite : words.save}</button>
      ${problem ? html`<div class="problem" part="problem" id="template-problem">${problem}</div>` : nothing}
    </div>`;
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (key === 'Escape') {
      this.asked = false;
      this.back();
    } else if (key === 'Enter' && (target as Element).matches('input')) this.save();
    else return;
    event.preventDefault();
  };

  private readonly save = (): void => {
    const { composer, templates, taken } = this;
    const { words, controls } = composer;
    const name = this.name.trim();
    if (!name) this.say(fill(words['issue.required'], { field: words.templateName }));
    else if (name !== taken && templates.isTaken(name)) this.say(fill(words.templateTaken, { text: name }), name);
    else if (templates.save(name)) controls.openMenu(0);
    else this.say(words.templateNotSaved);
  };

  private say(problem: string, taken = ''): void {
    this.problem = this.composer.controls.announcement = problem;
    this.taken = taken;
    this.composer.requestUpdate();
  }
}
