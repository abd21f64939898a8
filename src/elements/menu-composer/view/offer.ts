import { html, type TemplateResult } from 'lit';
import { fill, type Word, type Words } from '../../../locales/words.js';
import { icon, type IconName } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import type { Change, ChangeCode } from '../reading/outcome.js';

/** What is offered under the header: what there is, and what can be done about it. */
export interface Offer {
  icon: IconName;
  text: string;
  /** The last one is what most people want. */
  choices: readonly { label: string; onChoose: () => void }[];
}

export const offerStrip = ({ canEdit }: Composer, { icon: name, text, choices }: Offer): TemplateResult =>
  html`<div class="offer" part="offer">
    ${icon(name)}
    <span>${text}</span>
    ${choices.map(
      ({ label, onChoose }) => html`<button part="choice" ?disabled=${!canEdit} @click=${onChoose}>${label}</button>`,
    )}
  </div>`;

/** What is left out of a menu on its way in. */
const LOSSES: readonly ChangeCode[] = ['server-only', 'wrong-type', 'expression-dropped'];
/** What is left out beside it, in the message. */
const LOSSES_BESIDE: readonly ChangeCode[] = ['other-body', 'unknown-key', 'wrong-type', 'expression-dropped'];
/** The keys that have a name for users; all others are said as they are written. */
const NAMES: ReadonlyMap<string, Word> = new Map<string, Word>([
  ['head_content', 'head_content'],
  ['list', 'list'],
  ['tail_content', 'tail_content'],
  ['id', 'id'],
  ['url', 'url'],
  ['appid', 'appid'],
  ['page', 'page'],
  ['content', 'content'],
  ['channelsShopProduct', 'channels_shop_product'],
]);

const isInMenu = ({ path }: Change): boolean => path[0] === 'msgmenu';

/** A whole item; the path ends with its index. */
const isItem = ({ path }: Change): boolean => typeof path[path.length - 1] === 'number';

/** Something in a menu or an item that has a key. */
const isLoss = (change: Change): boolean => (isInMenu(change) ? LOSSES : LOSSES_BESIDE).includes(change.code);

function nameOf({ path }: Change, words: Words): string {
  const key = String(path[path.length - 1]);
  const word = NAMES.get(key);
  return word ? words[word] : key;
}

/**
 * What did not come along with a menu that was read, and what of the server API became ours; '' where there is nothing to say.
 * Who a message is from and for is no part of it.
 */
export function changesText(changes: readonly Change[], words: Words): string {
  const losses = changes.filter(isLoss);
  const items = losses.filter(isItem).length;
  const names = new Set(losses.filter(change => !isItem(change)).map(change => nameOf(change, words)));
  return [
    items ? fill(words.lostItems, { n: items }) : '',
    names.size ? fill(words.lostKeys, { text: [...names].join(words.and) }) : '',
    changes.some(({ code }) => code === 'server-path') ? words.pageFromServer : '',
  ]
    .filter(Boolean)
    .join(words.comma);
}

/** Says under the header what of the page's menu, or of a template, did not come along, until it was read or something was edited. */
export class ReadingReport {
  private changes: readonly Change[] = [];

  constructor(private readonly composer: Composer) {
    composer.state.subscribe(() => this.show([]));
  }

  /** What stands beside the menu in a page's message is the page's own affair. */
  show(changes: readonly Change[]): void {
    const inMenu = changes.filter(isInMenu);
    if (!inMenu.length && !this.changes.length) return;
    this.changes = inMenu;
    this.composer.requestUpdate();
  }

  get offer(): Offer | undefined {
    const { words } = this.composer;
    const text = changesText(this.changes, words);
    if (!text) return undefined;
    return { icon: 'info', text, choices: [{ label: words.understood, onChoose: () => this.show([]) }] };
  }
}
