import { issueText } from '../../locales/describe.js';
import type { FormMenuComposer } from './form-menu-composer.js';
import { isEmpty, type Draft } from './menu-draft.js';

/** The composer's part in a `<form>`. Where the engine has no `ElementInternals` (iOS before 16.4), it is no part of one. */
export class FormControl {
  readonly internals: ElementInternals | null;
  /** What the page says is wrong. */
  custom = '';
  private given: Draft | undefined;
  private wasEnterChat = false;

  constructor(private readonly composer: FormMenuComposer) {
    this.internals = typeof composer.attachInternals === 'function' ? composer.attachInternals() : null;
    composer.addEventListener('invalid', this.show);
  }

  /** Tells the form what the menu is now, and whether it may be submitted. */
  sync(): void {
    const { internals, composer } = this;
    if (!internals) return;
    const { draft } = composer.controls;
    const { enterChat } = composer;
    if (draft !== this.given || enterChat !== this.wasEnterChat) {
      this.given = draft;
      this.wasEnterChat = enterChat;
      const msgmenu = composer.value;
      const value = isEmpty(draft) ? null : JSON.stringify(msgmenu);
      internals.setFormValue(value, JSON.stringify({ msgtype: 'msgmenu', msgmenu, enterChat }));
    }
    const [flag, message] = this.problem();
    const anchor = composer.renderRoot && composer.renderRoot.querySelector('textarea');
    if (!flag) internals.setValidity({});
    else if (anchor) internals.setValidity({ [flag]: true }, message, anchor);
    else internals.setValidity({ [flag]: true }, message);
  }

  private problem(): [flag?: keyof ValidityStateFlags, message?: string] {
    const { composer, custom } = this;
    const { words, issues, required } = composer;
    if (custom) return ['customError', custom];
    const unreadable = issues.find(({ code }) => code === 'not-an-object');
    if (isEmpty(composer.controls.draft) && !unreadable) return required ? ['valueMissing', words.requiredMenu] : [];
    const error = issues.find(({ severity }) => severity === 'error');
    return error ? ['customError', issueText(error, words)] : [];
  }

  /** Somebody wanted to submit it: the first problem may be seen, and is gone to. */
  private readonly show = (): void => {
    const { controls, issues } = this.composer;
    controls.tell(issues);
    const first = issues.find(({ severity }) => severity === 'error');
    if (first && !isEmpty(controls.draft)) controls.goTo(first);
    else this.composer.focus();
  };
}
