import { KfError } from '../../../core/error.js';
import type { MsgMenu } from '../../../core/message.js';
import { isOut } from '../../../events/send-record.js';
import type { Composer } from '../composer.js';
import { fromMenu, toMenu, type GivenMenu } from '../state/draft.js';
import type { ValueSource } from '../state/value-source.js';
import type { Templates } from '../templates/templates.js';
import type { Offer, ReadingReport } from '../view/offer.js';
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

/** What a menu that the page gives is, here and now. */
interface Verdict {
  readonly echo: EchoKind;
  /** It says what stands there. */
  readonly isShown: boolean;
  /** It may stand there. */
  readonly isTaken: boolean;
  /** It may be for somebody else: the user has to say. */
  readonly isAsked: boolean;
  /** Nobody here has written it. */
  readonly isOwn: boolean;
}

/**
 * What becomes of a menu that the page gives: it is the next one, or what the user wrote, given back. One that is not taken is put
 * aside until the task ends: if the page sends in the same task, that is what it means to send.
 */
export class PageMenus {
  private aside: (GivenMenu & { readonly isOfUser: boolean }) | undefined;
  /** One that is much like what was written for another customer: the user has to say what it is. And what stood there. */
  private alike: { readonly menu: MsgMenu; readonly before: MsgMenu } | undefined;

  constructor(
    private readonly composer: Composer,
    private readonly parts: PageMenusParts,
  ) {
    composer.state.subscribe(() => (this.aside = this.alike = undefined));
  }

  /** Under the header, until the user takes it for this chat or lets it go. */
  get offer(): Offer | undefined {
    const { composer, alike } = this;
    const { words, state } = composer;
    if (!alike) return undefined;
    const { menu, before } = alike;
    const { echoes } = this.parts;
    const onIgnore = (): void => {
      if (!state.written) echoes.quietly(() => state.replace(before));
      echoes.keep(menu, 'theirs');
      this.alike = undefined;
      composer.requestUpdate();
    };
    const onLoad = (): void => {
      echoes.allow(menu);
      composer.edit(fromMenu(menu), 'head_content'); // it is for this customer: what comes next begins as before
    };
    const choices = [
      { label: words.ignore, onChoose: onIgnore },
      { label: words.load, onChoose: onLoad },
    ];
    return { icon: 'info', text: words.likeTheirs, choices };
  }

  /** The page has given a menu. */
  take(given: GivenMenu, source: ValueSource): void {
    const { menu } = given;
    const verdict = this.judge(menu);
    this.aside = this.alike = undefined;
    if (verdict.isTaken) {
      const isOwn = verdict.echo === 'none' && !verdict.isShown; // neither the user's nor what stands there
      if (!isOwn || !this.isGivenLater(menu)) this.put(given, verdict, source);
      return;
    }
    const { echoes } = this.parts;
    if (verdict.isAsked) this.askAbout(menu, this.composer.facts.value, echoes.hasGiven || echoes.isByHand);
    this.putAside(given, verdict.echo);
  }

  private judge(menu: MsgMenu): Verdict {
    const { composer, parts } = this;
    const { owner } = parts.texts;
    const like = parts.echoes.kindOf(menu);
    const echo = like === 'akin' && parts.drafts.isAtOtherKey ? 'none' : like; // the text on show was written under the key before
    const isJudged = owner !== undefined && !parts.templates.has(menu);
    const why = isJudged ? parts.echoes.whyNot(menu, echo, owner) : undefined;
    const whyNot = why === 'alike' && composer.isReadOnly ? undefined : why; // nobody could answer
    const isShown = JSON.stringify(menu) === JSON.stringify(toMenu(composer.state.draft));
    const isTaken = echo !== 'outdated' && (isShown || (!whyNot && !this.isAskedFor(menu, echo)));
    return { echo, isShown, isTaken, isAsked: !isShown && whyNot === 'alike', isOwn: isJudged && echo === 'none' };
  }

  private put({ menu, enterChat, changes = [] }: GivenMenu, verdict: Verdict, source: ValueSource): void {
    const { state, sends } = this.composer;
    const { echoes, report } = this.parts;
    const { echo } = verdict;
    const isOfUser = echo !== 'none';
    if (enterChat !== undefined && !(isOfUser && enterChat === state.enterChat)) state.setEnterChat(enterChat);
    const isNews = !verdict.isShown || !(source.isWritten || isOfUser || !state.written);
    if (isNews) {
      source.isWritten = isOfUser;
      if (sends.record && isOut(sends.record)) echoes.sent();
      if (verdict.isOwn) echoes.own(menu);
      sends.whileGiven(echo === 'same', () => {
        if (isOfUser) state.correct(menu, echo === 'same');
        else state.replace(menu);
      });
      sends.outdate();
    }
    report.show(changes);
  }

  /** The form was reset to a menu; a page that binds the attribute may have there what was written for somebody else. */
  reset({ menu: given, enterChat, changes = [] }: GivenMenu): void {
    const { state } = this.composer;
    const menu = this.isOfOthers(given) ? {} : given;
    if (this.isGivenLater(menu)) return;
    if (enterChat !== undefined) state.setEnterChat(enterChat);
    state.reset(menu);
    this.parts.report.show(changes);
  }

  /** The page sends: what it has given in this task. Returns why that can't be. */
  beforeSend(): KfError | undefined {
    if (this.parts.texts.reporting === 'elsewhere')
      return new KfError('customer-changed', 'what comes after a send to somebody else is not for who is in the chat');
    const { aside, alike } = this;
    if (!aside && alike)
      return new KfError('customer-changed', 'the menu that was given is like one for somebody else');
    if (!aside) return undefined;
    const { state } = this.composer;
    if (aside.enterChat !== undefined) state.setEnterChat(aside.enterChat);
    if (aside.isOfUser) state.correct(aside.menu, false);
    else state.replace(aside.menu);
    return undefined;
  }

  /** It is known now whose chat it is: what the page has given a composer that is new may be somebody else's. */
  onFirst(): void {
    const { composer, parts } = this;
    if (composer.state.written || parts.texts.owner === undefined) return;
    const { value: menu } = composer.facts;
    if (!this.isOfOthers(menu)) return parts.echoes.own(menu);
    this.askAbout(menu, {}, false);
    composer.requestUpdate();
  }

  /**
   * Asks the user whether it is for this chat. Where nobody has written anything, the composer is empty until then: what the page has
   * given before may be for somebody else, too, unless `isOfHere`.
   */
  private askAbout(menu: MsgMenu, before: MsgMenu, isOfHere: boolean): void {
    const { state, words } = this.composer;
    const { echoes } = this.parts;
    this.composer.announce(words.likeTheirs);
    if (!state.written && !isOfHere) {
      echoes.quietly(() => state.replace({}));
      state.giveLater(before); // for the next customer
    }
    echoes.keep(menu, 'alike');
    this.alike = { menu, before };
  }

  private isOfOthers(menu: MsgMenu): boolean {
    const { echoes, templates, texts } = this.parts;
    return texts.owner !== undefined && !templates.has(menu) && echoes.isOfOthers(menu, texts.owner);
  }

  /** Whether it is what has been asked for, put in order a moment later. */
  private isAskedFor(menu: MsgMenu, echo: EchoKind): boolean {
    const { echoes, texts } = this.parts;
    const { sends } = this.composer;
    if (!sends.record) return false;
    if (echo === 'akin') return !sends.hasFailed && texts.reporting !== 'here' && echoes.isTouchUp(menu);
    const isAtWork = echoes.isAtWork && texts.reporting !== 'here';
    return echo === 'same' && (isAtWork || !sends.isOutWithOtherIds(menu));
  }

  /** What becomes of a send for somebody else has led to it, while another text is being written here: the next begins with it. */
  private isGivenLater(menu: MsgMenu): boolean {
    const { state } = this.composer;
    const { echoes, texts } = this.parts;
    if (!state.written || texts.reporting !== 'elsewhere' || echoes.isByHand) return false;
    state.giveLater(menu);
    return true;
  }

  private putAside(given: GivenMenu, echo: EchoKind): void {
    const isOfUser = echo !== 'none' && echo !== 'answer'; // an answer is put aside only where it is another customer's
    this.aside = { ...given, isOfUser };
    setTimeout(() => (this.aside = undefined));
    this.composer.requestUpdate();
  }
}
