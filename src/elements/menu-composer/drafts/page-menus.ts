import { KfError } from '../../../core/error.js';
import type { MsgMenu } from '../../../core/message.js';
import type { Composer } from '../composer.js';
import type { GivenMenu } from '../state/draft.js';
import type { ValueSource } from '../state/value-source.js';
import type { Templates } from '../templates/templates.js';
import type { ReadingReport } from '../view/offer.js';
import type { CustomerTexts } from './customer-texts.js';
import type { Drafts } from './drafts.js';
import type { EchoKind, Echoes } from './echoes.js';

/** What is asked about a menu that the page gives. */
interface PageMenusParts {
  readonly drafts: Drafts;
  readonly texts: CustomerTexts;
  readonly echoes: Echoes;
  readonly templates: Templates;
  readonly report: ReadingReport;
}

/**
 * What becomes of a menu that the page gives: it is the next one, or what the user wrote, given back. One that is not taken is put
 * aside until the task ends: if the page sends in the same task, that is what it means to send.
 */
export class PageMenus {
  private aside: (GivenMenu & { readonly isOfUser: boolean }) | undefined;

  constructor(
    private readonly composer: Composer,
    private readonly parts: PageMenusParts,
  ) {
    composer.state.subscribe(() => (this.aside = undefined));
  }

  /** The page has given a menu. */
  take(given: GivenMenu, source: ValueSource): void {
    const { composer, parts } = this;
    const { state, facts, sends } = composer;
    const { menu, enterChat, changes = [] } = given;
    const isShown = JSON.stringify(menu) === JSON.stringify(facts.value);
    const like = parts.echoes.kindOf(menu);
    const echo = like === 'akin' && parts.drafts.isAtOtherKey ? 'none' : like; // it is about the other one
    this.aside = undefined;
    if (echo === 'outdated' || (!isShown && this.isOver(menu, echo))) return this.putAside(given, echo);
    if (this.isGivenLater(menu)) return;
    const isOfUser = echo !== 'none';
    if (enterChat !== undefined && !(isOfUser && enterChat === state.enterChat)) state.setEnterChat(enterChat);
    if (isShown && (source.isWritten || isOfUser || !state.written)) return parts.report.show(changes); // no news
    source.isWritten = isOfUser;
    if (isOfUser) state.correct(menu, echo === 'same');
    else state.replace(menu);
    sends.outdate();
    parts.report.show(changes);
  }

  /** The form was reset to a menu. */
  reset({ menu, enterChat, changes = [] }: GivenMenu): void {
    const { state } = this.composer;
    if (this.isGivenLater(menu)) return;
    if (enterChat !== undefined) state.setEnterChat(enterChat);
    state.reset(menu);
    this.parts.report.show(changes);
  }

  /** The page sends: what it has given in this task. Returns why that can't be. */
  beforeSend(): KfError | undefined {
    if (this.parts.texts.reporting === 'elsewhere')
      return new KfError('customer-changed', 'what comes after a send to somebody else is not for who is in the chat');
    const { aside } = this;
    if (!aside) return undefined;
    const { state } = this.composer;
    if (aside.enterChat !== undefined) state.setEnterChat(aside.enterChat);
    if (aside.isOfUser) state.correct(aside.menu, false);
    else state.replace(aside.menu);
    return undefined;
  }

  /** Whether it is about somebody who has gone, or would make another message of one that has been asked for. */
  private isOver(menu: MsgMenu, echo: EchoKind): boolean {
    return this.isElsewhere(menu, echo) || this.isAskedFor(menu, echo);
  }

  /** Whether it was written for another customer. */
  private isElsewhere(menu: MsgMenu, echo: EchoKind): boolean {
    const { echoes, templates } = this.parts;
    return echo !== 'same' && !templates.has(menu) && echoes.refuses(menu, echo);
  }

  /** Whether it is what has been asked for, put in order a moment later. */
  private isAskedFor(menu: MsgMenu, echo: EchoKind): boolean {
    const { echoes, texts } = this.parts;
    const { sends } = this.composer;
    if (!sends.record) return false;
    if (echo === 'akin') return !sends.hasFailed && texts.reporting !== 'here' && echoes.isTouchUp(menu);
    return echo === 'same' && (echoes.isAtWork || !sends.isOutWithOtherIds(menu));
  }

  /** What becomes of a send for somebody else has led to it, while another text is being written here: the next begins with it. */
  private isGivenLater(menu: MsgMenu): boolean {
    const { state } = this.composer;
    if (!state.written || this.parts.texts.reporting !== 'elsewhere') return false;
    state.giveLater(menu);
    return true;
  }

  private putAside(given: GivenMenu, echo: EchoKind): void {
    const isOfUser = echo !== 'none' && echo !== 'answer'; // an answer is put aside only where it is another customer's
    this.aside = { ...given, isOfUser };
    setTimeout(() => (this.aside = undefined));
  }
}
