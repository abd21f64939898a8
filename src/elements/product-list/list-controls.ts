import type { ReactiveElement } from 'lit';
import type { SendRecord } from '../../events/send-record.js';
import { errorText } from '../../locales/describe.js';
import type { EventFrom } from '../shared/listeners.js';
import type { Language } from '../shared/lang.js';
import {
  isAnswer,
  isHasty,
  isSamePress,
  isSecondHalf,
  meantNow,
  Pointer,
  Question,
  type Press,
} from '../shared/sends/press.js';
import type { OnScreen } from '../shared/sends/send-controller.js';
import type { SendStateName } from '../shared/sends/send-state.js';
import { SETTLING } from '../shared/sends/stays.js';
import type { Entry } from './catalog.js';
import { commandOf, ListFocus, placeOf } from './keyboard.js';
import { ListModel, MARK, rangeOf, ROW } from './list-model.js';
import { isSameNews, ListSends, type News } from './list-sends.js';
import type { Scroller } from './scroller.js';
import { isSameQuestion, stripOf, type AskedQuestion, type Strip, type StripAction } from './strip.js';

/** With the last row, what stands below it comes into sight: pixels. */
const TAIL = 52;

/** Outcomes that want to be read and answered. */
const TO_ANSWER: readonly SendStateName[] = ['unknown', 'customer-changed', 'failed'];

/** What the user does with the list, and what follows from it. */
export class ListControls {
  readonly model = new ListModel();
  readonly sends: ListSends;
  /** Addresses that could not be shown. */
  readonly broken = new Set<string>();
  /** The rows that are in the page. */
  range = { from: 0, to: 0 };
  /** What stands above them. */
  news: News | null = null;
  /** Whether that is the look of a narrow list. */
  isNarrow = false;
  /** How large its text was, see `Scroller`. */
  private textScale = 1;
  private readonly focus: ListFocus;
  /** Whether it has to be listed: as the user sees it, or anew. */
  private stale: '' | 'same' | 'anew' = 'anew';
  /** The page does not show it: it is in another tab of the page, say. */
  private isHidden = false;
  /** It has just come: nobody has seen yet which rows are where. */
  private isUnseen = false;
  /** Whether the chat is another customer's since the last rendering: the list begins at its top. */
  private isOtherChat = false;
  /** While it is down on a row, no row moves. */
  readonly pointer: Pointer;
  /** When rows moved by themselves. */
  private movedAt = -Infinity;
  /** What a button of the question said when it went down. */
  private pressed: Press | null = null;
  /** It was the second half of a double tap, on what has scrolled under the finger. */
  private isSecondTap = false;
  private readonly question = new Question();
  /** It opens with the next rendering. */
  private isOpening = false;
  /** What the question that stands open asks. */
  private asked: AskedQuestion | null = null;
  /** The send whose outcome 查看 has led to: with the question, it is still to be read. */
  private lookedAt: SendRecord | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly scroller: Scroller,
    private readonly language: Language,
  ) {
    this.focus = new ListFocus(host);
    this.pointer = new Pointer(() => host.requestUpdate());
    this.sends = new ListSends(host, language, this.model, () => this.onAddressee());
  }

  /** The question that stands open, else the one for the active row; null where there is none to ask. */
  get strip(): Strip | null {
    const { model, sends, scroller, lookedAt } = this;
    const { questioned } = model;
    const { words } = this.language;
    if (!questioned) return null;
    const { record, state } = sends.of(questioned.entry, words);
    const error = lookedAt && lookedAt !== record ? lookedAt.error : null;
    const reason = error ? errorText(error, words).title : '';
    return stripOf(state, words, { isNarrow: scroller.isNarrow, reason });
  }

  read(products: unknown): void {
    const areOthers = this.model.read(products);
    this.stale = areOthers ? 'anew' : this.stale || 'same';
  }

  /** Before rendering: what is listed, and what of it is seen. */
  willUpdate(): void {
    const { model, isOtherChat } = this;
    if (isOtherChat) this.scroller.jump(0);
    this.isOtherChat = false;
    if (this.sends.readSent()) this.stale ||= 'same';
    const isHeld = this.pointer.isPressing && !isOtherChat;
    if (this.stale && !isHeld) this.list(!isOtherChat);
    if (model.open.at >= 0) this.keepQuestion(isHeld);
    if (!isHeld) this.askByItself();
    if (!isHeld) this.tellNews();
    this.focus.remember();
    this.isNarrow = this.scroller.isNarrow;
    this.textScale = this.scroller.textScale;
    this.range = this.rowsInSight();
  }

  /** Where it asks something else now, it is taken back: a press or key on its way was not meant for that. */
  private keepQuestion(isHeld: boolean): void {
    const { strip, asked } = this;
    const isSame = strip && asked && isSameQuestion(asked, this.questionOf(strip));
    if (isSame) this.model.stripHeight = this.scroller.stripHeight;
    else if (!isHeld) this.takeBack();
  }

  /** After rendering: the focus goes where it belongs. How high a new question is shows only now: nothing was painted yet. */
  updated(): void {
    const { isOpening, model, scroller } = this;
    this.isOpening = false;
    if (!isOpening || model.open.at < 0) return this.focus.restore();
    model.stripHeight = scroller.stripHeight;
    this.show();
    this.host.requestUpdate();
  }

  /** It comes into the page, or into sight. */
  open(): void {
    this.stale = 'anew';
    this.isUnseen = true;
  }

  /** Scrolling may have brought rows into sight that are not in the page, or another size may have another look. */
  readonly onMeasured = (): void => {
    const { isHidden, scroller } = this;
    this.isHidden = !scroller.height;
    if (isHidden && scroller.height) this.open();
    if (this.stale || this.hasMoved) this.host.requestUpdate();
  };

  private get hasMoved(): boolean {
    const { range, scroller, model } = this;
    const { from, to } = this.rowsInSight();
    const isSized = scroller.isNarrow === this.isNarrow && scroller.textScale === this.textScale;
    const isFitting = model.open.at < 0 || scroller.stripHeight === model.stripHeight;
    const isMoved = from !== range.from || to !== range.to;
    return isMoved || !isSized || !isFitting || !isSameNews(this.news, this.unseen);
  }

  readonly search = (query: string): void => {
    this.model.search(query);
    this.scroller.jump(0);
    this.stale = 'anew';
    if (!query) this.focus.wish('search');
    this.host.requestUpdate();
  };

  readonly toggle = (): void => {
    this.model.showAll = !this.model.showAll;
    this.stale ||= 'same';
    this.host.requestUpdate();
  };

  readonly onBroken = (source: string): void => {
    this.broken.add(source);
    this.host.requestUpdate();
  };

  /** A press on a row asks about it. */
  readonly onPress = (key: string, isKey: boolean): void => {
    const place = this.model.placeOf(key);
    if (place !== this.model.open.at && (isKey || !this.hasJustMoved)) this.ask(place);
  };

  /** A button of the question goes down: its click is about what it said then. */
  readonly onAnswerDown = (action: StripAction, onScreen: OnScreen, { pointerType }: PointerEvent): void => {
    this.pressed = { action, onScreen };
    this.isSecondTap = pointerType === 'touch' && this.question.isJustOpened;
  };

  readonly onAnswer = (action: StripAction, onScreen: OnScreen, event: MouseEvent): void => {
    const { pressed } = this;
    const isKey = !event.detail;
    this.pressed = null;
    if (!isKey && pressed && !isSamePress(pressed, { action, onScreen })) return; // it was meant for something else
    // By habit once more: the page may have taken out what was sent, and another row stands there.
    const last = isKey ? this.sends.controller.lastHere(true) : onScreen.record;
    if (action === 'send' && isHasty(last, onScreen.message)) return;
    if (action === 'send' && !isKey && this.isSecondTap) return;
    if (!isKey && this.hasJustMoved) return;
    const isToBeRead = isAnswer(action) || (action === 'send' && this.lookedAt !== null);
    if (isToBeRead && this.question.isPressedTooEarly()) return;
    if (action === 'send' && isSecondHalf(this.host, event)) return;
    this.close();
    const { controller, bridge } = this.sends;
    if (action !== 'close') controller.perform(action, action === 'send' ? meantNow(bridge, onScreen) : onScreen);
  };

  /** The button of the line above the rows: it leads to the row and asks there. Where there is none, the line was read. */
  readonly onNews = (isKey: boolean): void => {
    const { news, model } = this;
    if (!news || (!isKey && this.hasJustMoved)) return;
    const { record } = news;
    const entry = model.sendable(record.message); // the page may have given it anew since the button went down
    this.host.requestUpdate();
    if (!isKey) this.focus.wish('row'); // no keyboard comes up on a phone
    if (!entry && news.entry) return;
    this.sends.setSeen(record);
    if (!entry) return;
    if (this.stale) this.list(true);
    if (model.placeOfEntry(entry) < 0) {
      this.search('');
      this.list(false);
    }
    this.ask(model.placeOfEntry(entry), record);
  };

  readonly onFocusin = (event: EventFrom<Element>): void => {
    const row = event.target.closest('article');
    const place = row ? Number(row.dataset.index) : -1;
    if (place < 0 || place === this.model.at) return;
    this.model.activate(place);
    this.host.requestUpdate();
  };

  readonly onKeydown = (event: EventFrom<Element, KeyboardEvent>): void => {
    const page = Math.max(1, Math.floor(this.scroller.height / ROW) - 1);
    const command = commandOf(event, placeOf(event.target), page);
    if (command === null) return;
    if (command === 'type') return this.focus.toSearch();
    event.preventDefault();
    if (typeof command === 'number') this.move(command);
    else if (command === 'ask' && !this.focus.isAstray) this.ask(this.model.at);
    else if (command === 'close') this.close();
    else if (command === 'clear') this.search('');
    else if (command === 'rows') this.goTo(this.model.at);
    else if (command === 'search') this.focus.toSearch();
  };

  /** The list leaves the page: a question that came by itself, and that nobody can have read yet, is the next one's to tell. */
  leave(): void {
    const isOpen = this.model.open.at >= 0 && this.lookedAt === null;
    if (isOpen && !this.question.isRead) this.sends.setUnseen(this.asked?.record);
  }

  /** A question about one customer is none about the next, and has not been read: it comes again as they are back. */
  private onAddressee(): void {
    const { model, asked, lookedAt } = this;
    this.isOtherChat = true;
    this.stale = 'anew';
    if (model.open.at >= 0) this.sends.setUnseen(asked?.record, lookedAt);
    model.close();
  }

  private questionOf({ buttons }: Strip): AskedQuestion {
    const { questioned } = this.model;
    const actions = buttons.map(({ action }) => action).join();
    return { actions, record: questioned ? this.sends.controller.recordOf(questioned.entry.message) : null };
  }

  /** Whether a press now may be meant for what stood there before rows moved by themselves. */
  private get hasJustMoved(): boolean {
    return performance.now() - this.movedAt < SETTLING;
  }

  /** The question goes by itself. */
  private takeBack(): void {
    this.model.close();
    this.movedAt = performance.now();
  }

  private close(): void {
    this.model.close();
    this.focus.wish('row');
    this.host.requestUpdate();
  }

  private move(step: number): void {
    const { at, plan } = this.model;
    if (step === -1 && at === 0) return this.focus.toSearch();
    this.model.close();
    this.goTo(Math.max(0, Math.min(at + step, plan.rows.length - 1)));
  }

  private goTo(place: number): void {
    if (place < 0) return;
    this.model.activate(place);
    this.show();
    this.focus.wish('row', true);
    this.host.requestUpdate();
  }

  private ask(place: number, lookedAt: SendRecord | null = null): void {
    const { model } = this;
    model.activate(place);
    if (!model.row) return;
    model.close();
    this.openStrip(lookedAt);
    this.focus.wish(this.strip ? 'strip' : 'row', true);
    this.host.requestUpdate();
  }

  /** The active row's question, if there is one to ask, comes on show. */
  private openStrip(lookedAt: SendRecord | null = null): void {
    this.lookedAt = lookedAt;
    const { strip } = this;
    this.question.open();
    if (!strip) return this.show();
    this.model.ask();
    this.asked = this.questionOf(strip);
    if (this.asked.record) this.sends.setSeen(this.asked.record);
    this.isOpening = true;
    this.scroller.remeasure();
  }

  /** What became of the active row's send wants an answer: where that is seen, the question comes once, and takes no focus. */
  private askByItself(): void {
    const { model, scroller } = this;
    const { row, at, open } = model;
    if (!row || open.at >= 0) return;
    const { record, state } = this.sends.of(row.entry, this.language.words);
    const isSeen = model.top(at) >= scroller.top && model.top(at) < scroller.top + scroller.height;
    if (!isSeen || (record && this.sends.wasSeen(record)) || !TO_ANSWER.includes(state.name)) return;
    this.openStrip();
    this.movedAt = performance.now();
  }

  /** The line above the rows comes, goes, or says something else. */
  private tellNews(): void {
    const { news } = this;
    this.news = this.unseen;
    if (isSameNews(news, this.news)) return;
    this.movedAt = performance.now();
    this.scroller.holdRows();
  }

  /** What wants an answer while its row, or another one of the product, is not in sight. */
  private get unseen(): News | null {
    const { model, scroller } = this;
    const { toAnswer, controller } = this.sends;
    if (!scroller.height) return null;
    for (const record of toAnswer) {
      const { message, error } = record;
      if (controller.recordOf(message) !== record) continue; // there is newer news
      const entry = model.sendable(message);
      const listed = entry ? controller.recordOf(entry.message) : null; // another one where it was sent at another price
      if (listed === record ? !this.isInSight(entry) : !listed) return { record, error, entry };
    }
    return null;
  }

  /** Whether the mark of its row can be seen. */
  private isInSight(entry: Entry | undefined): boolean {
    const { model, scroller } = this;
    const place = model.placeOfEntry(entry);
    const mark = model.top(place) + MARK - scroller.top;
    return place >= 0 && mark > 0 && mark < scroller.height;
  }

  /** Scrolls to the active row; its section's head comes with the first one. */
  private show(): void {
    const { model, scroller } = this;
    const { at, open, plan } = model;
    const top = at ? model.top(at) : 0;
    const below = at === plan.rows.length - 1 ? TAIL : 0;
    scroller.reveal(top, model.top(at) + ROW + below + (open.at === at ? open.height : 0));
  }

  /** Lists anew; what is seen stays where it is. A list that comes near its top shows what has come there. */
  private list(keep: boolean): void {
    const { model, scroller } = this;
    const before = keep && scroller.top > 0 ? model.plan.rows[Math.floor(scroller.top / ROW)] : undefined;
    const top = before ? model.top(model.placeOf(before.key)) : 0;
    model.list([...this.sends.sent.keys()], this.stale === 'anew');
    this.stale = '';
    scroller.remeasure();
    const place = before ? model.placeOf(before.key) : -1;
    const isNearTop = this.isUnseen && scroller.top < scroller.height;
    this.isUnseen = false;
    if (!before || model.top(place) === top) return;
    if (isNearTop) scroller.jump(0);
    else if (place >= 0) scroller.jump(scroller.top + model.top(place) - top);
  }

  private rowsInSight(): { from: number; to: number } {
    const { model, scroller } = this;
    return rangeOf(model.plan, model.open, scroller.top, scroller.height);
  }
}
