import type { ReactiveController } from 'lit';
import { fill } from '../../locales/words.js';
import type { KfMenuComposer } from './kf-menu-composer.js';
import { loadMenu, writtenMessage } from './loading.js';
import { readTemplates, type MenuTemplate, type Template } from './menu-template.js';
import { saveTemplate, savedTemplates, unwatchSaved, watchSaved } from './saved-templates.js';

/** The templates at hand: the user's own, which all composers share, and the page's. */
export class Templates implements ReactiveController {
  ofPage: readonly Template[] = [];

  constructor(private readonly composer: KfMenuComposer) {
    composer.addController(this);
  }

  hostConnected(): void {
    watchSaved(this.changed);
  }

  hostDisconnected(): void {
    unwatchSaved(this.changed);
  }

  /** The user's own first. */
  get all(): readonly Template[] {
    return [...savedTemplates(), ...this.ofPage];
  }

  /** As the page may have them back: copies. */
  get given(): MenuTemplate[] {
    const given = this.ofPage.map(({ name, menu, enterChat }) => ({
      name,
      value: enterChat === undefined ? menu : { msgtype: 'msgmenu', msgmenu: menu, enterChat },
    }));
    return JSON.parse(JSON.stringify(given)) as MenuTemplate[];
  }

  give(list: unknown): void {
    this.ofPage = readTemplates(list);
    this.changed();
  }

  isMine(template: Template): boolean {
    return savedTemplates().includes(template);
  }

  isTaken(name: string): boolean {
    return savedTemplates().some(template => template.name === name);
  }

  choose(template: Template): void {
    loadMenu(this.composer, template);
  }

  /** Saves what the composer holds; the foot says so. False where it can't be saved. */
  save(name: string): boolean {
    const { composer } = this;
    const saved = saveTemplate({ name, value: { ...writtenMessage(composer), enterChat: composer.enterChat } });
    if (saved) composer.notice.say(fill(composer.words.templateSaved, { text: name }));
    return saved;
  }

  private readonly changed = (): void => this.composer.requestUpdate();
}
