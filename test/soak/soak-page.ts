import type { ChatMessage } from '../../src/core/index.js';
import type { KfSendEvent } from '../../src/events/kf-send.js';
import { isInDoubt, isPending, type SendRecord } from '../../src/events/send-record.js';
import '../../src/kf-bridge.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { click, menu, product, text } from '../support/messages.js';
import { ASKERS, type Asker, type AskerKind } from './askers.js';
import { idOf, marked } from './contents.js';
import { Ledger } from './ledger.js';
import type { Random } from './random.js';
import { NEVER, READING, Screen } from './screen.js';
import { SoakHost, type NativeCall } from './soak-host.js';

export type Layout = 'one' | 'two' | 'nested' | 'page and one';

export interface Channel {
  readonly bridge: KfBridge;
  readonly host: SoakHost;
  /** The first customer that it found. */
  first: string | undefined;
}

/** What the person who presses means. */
interface Word {
  readonly element: Element;
  readonly content: string;
  readonly to: string;
  /** The earlier send that did not arrive, as the person says. */
  readonly repeats?: SendRecord | null;
}

const productMessage = (content: string): ChatMessage => product({ title: content, productId: content });
/** The message that each kind of element makes of a content. */
const MESSAGES: Readonly<Record<AskerKind, (content: string) => ChatMessage>> = {
  plain: text,
  card: productMessage,
  list: productMessage,
  composer: content => menu(click(content)),
};

/** Buttons that ask for what is on show, as if it had never been sent. */
export const SENDS: readonly string[] = ['发送', '再试一次', '再发一次'];
/** Buttons that are there because nobody knows whether it arrived. */
export const DOUBTS: readonly string[] = ['没有，重发', '已经有了'];

let runs = 0;

/** A page with a bridge or two, and elements that send; a listener of the page's may cancel and change. */
export class SoakPage {
  readonly ledger: Ledger;
  readonly channels: Channel[] = [];
  /** Those whose bridges were built anew since. */
  private readonly former: Channel[] = [];
  readonly askers: Asker[] = [];
  readonly violations: string[] = [];
  /** All elements that there ever were. */
  private readonly everybody: Asker[] = [];
  /** What the page's listener does with each `kf-send`. */
  listener: 'passes' | 'cancels' | 'changes' = 'passes';
  readonly place = document.createElement('section');
  private readonly screens = new Map<Element, Screen>();
  /** What is meant by the press that is being handled. */
  private word: Word | null = null;
  /** 发给现在这位: said, and not asked for yet. */
  private readonly confirmed: Word[] = [];
  /** Pressed in a bridge that is new and connects: for whoever was there before, and not asked for yet. */
  private readonly held: (Word & { readonly among: readonly string[] })[] = [];
  /** Whom the bridges of the page have found, last first; who comes back at once was not away. */
  private lately: { readonly who: string; readonly at: number }[] = [];
  private readonly repeated = new Set<SendRecord>();
  /** What persons have written, and in whose chat. */
  readonly written = new Map<string, string>();
  /** Which elements a content is for: others would make another message of it. */
  private readonly kinds = new Map<string, AskerKind>();
  private readonly customers = [`wm1.${++runs}`, `wm2.${runs}`];
  private count = 0;
  private step = 0;

  constructor(
    readonly random: Random,
    layout: Layout,
    kinds: readonly AskerKind[],
    careful: boolean,
  ) {
    this.ledger = new Ledger(careful);
    this.place.hidden = true; // pictures stay unloaded
    document.body.append(this.place);
    document.addEventListener('kf-send', this.onSend);
    this.addBridges(layout);
    for (const kind of kinds) this.put(this.add(kind, this.someContent(kind)));
  }

  /** Customers are this run's own: what is open to one stays known as long as the page lives. */
  someCustomer(): string {
    return this.random.pick(this.customers);
  }

  nextId(): string {
    return `#${++this.count}`;
  }

  readonly nextStep = (): number => ++this.step;

  /** A new content, or one that was used before in messages of the same kind. */
  someContent(kind: AskerKind): string {
    const used = [...this.kinds].filter(([, other]) => MESSAGES[other] === MESSAGES[kind]);
    const [content] = used.length && this.random.chance(0.5) ? this.random.pick(used) : [this.nextId()];
    this.kinds.set(content, kind);
    return content;
  }

  /** The message of a content: the same for the page and for elements. */
  messageOf(content: string): ChatMessage {
    return MESSAGES[this.written.has(content) ? 'composer' : (this.kinds.get(content) ?? 'plain')](content);
  }

  /** The bridges and elements, wherever they are. */
  get elements(): HTMLElement[] {
    return [...this.channels.map(({ bridge }) => bridge), ...this.askers.map(({ element }) => element)];
  }

  screenOf({ element }: Asker): Screen {
    return this.screens.get(element) as Screen;
  }

  /** The bridge that answers an element, as the contract has it. */
  channelOf(element: Element): Channel | null {
    const near = element.parentElement?.closest('kf-bridge');
    if (near) return this.channels.find(({ bridge }) => bridge === near) ?? null;
    const forAll = this.channels.find(({ bridge }) => bridge.scope === 'page');
    return element.isConnected && forAll ? forAll : null;
  }

  /** What the bridge of an element says of its message. */
  readonly recordOf = ({ kind, element }: Asker, content: string): SendRecord | null =>
    this.channelOf(element)?.bridge.recordOf(MESSAGES[kind](content)) ?? null;

  /** Whether it is the same customer, also where a bridge did not know the first one yet. */
  sameCustomer(channel: Channel, one: string, other: string, of = channel): boolean {
    const named = ({ first }: Channel, to: string): string => (to === NEVER && first ? `id:${first}` : to);
    const [to, otherTo] = [named(channel, one), named(of, other)];
    return to === otherTo && (channel === of || to !== NEVER);
  }

  /** The native calls of a content to a customer, by whichever bridge, in order. */
  callsOf(channel: Channel, content: string, to: string): NativeCall[] {
    return this.allChannels
      .flatMap(of => of.host.calls.filter(call => this.sameCustomer(channel, to, call.addressee, of)))
      .filter(({ message }) => idOf(message) === content)
      .sort((a, b) => a.step - b.step);
  }

  /** Those that are there, and those that were. */
  get allChannels(): readonly Channel[] {
    return [...this.former, ...this.channels];
  }

  /** A bridge is built anew, with what it is around. */
  rebuild(channel: Channel): void {
    const { bridge, host } = channel;
    const next = this.addBridge(bridge.scope === 'page', host.customer);
    this.channels.splice(this.channels.indexOf(channel), 1);
    this.former.push(channel);
    next.append(...bridge.children);
    bridge.replaceWith(next);
  }

  sendFrom(bridge: KfBridge, message: ChatMessage, id: string, controller?: AbortController): void {
    const to = bridge.addressee;
    const promise = bridge.send(message, controller);
    const step = this.nextStep();
    this.ledger.enter({ id, asker: bridge, bridge, to, isOfItsOwn: true, step, controller, promise, cancelled: false });
  }

  /** The page's call of `send()`: for whom the element has heard of. */
  callSend(asker: Asker): void {
    const { element, content } = asker;
    const { ledger } = this;
    const { known: to, isAboutOthers } = this.screenOf(asker);
    const { length: asked } = ledger.sends;
    this.word = { element, content, to };
    ledger.call(asker.send());
    this.word = null;
    // What it goes on with as it hears of somebody else's is not for whoever is there now.
    const isAsked = ledger.sends.length > asked;
    const hasHeard = ledger.tellings.some(({ asker, at }) => asker === element && performance.now() - at < READING);
    if (!isAsked && (isAboutOthers || hasHeard)) ledger.turnedAway.push({ asker: element, id: content });
  }

  /** A person presses one of the buttons. */
  press(asker: Asker): void {
    const { random } = this;
    const { element } = asker;
    const buttons = asker.buttons();
    if (!buttons.length) return this.callSend(asker);
    const button = random.pick(buttons);
    const { record, meant } = this.screenOf(asker);
    const { content, addressee: to } = meant;
    if (button === '没有，重发') this.word = { element, content, to, repeats: record };
    else if (SENDS.includes(button) || button === '发送中') this.word = { element, content, to };
    const keepers = this.channels.filter(({ bridge }) => bridge.recordOf(this.messageOf(content)) === record);
    const { length: asked } = this.ledger.sends;
    asker.press(button);
    const isAsked = this.ledger.sends.length > asked;
    if (this.word && !isAsked && this.mayTurnAway(asker, to)) this.turnAway(asker, content);
    this.word = null;
    // A composer takes no press that began before a person could read the button.
    if (button === '发给现在这位' && record?.found && this.channelOf(element)?.bridge.state === 'connecting') {
      this.confirmed.push({ element, content, to: record.found, repeats: record });
      this.turnAway(asker, content); // where yet another one is found then
    }
    if (button !== '已经有了') return;
    for (const channel of keepers) {
      const kept = channel.bridge.recordOf(this.messageOf(content));
      if (kept !== record || kept?.isConfirmed) this.close(channel, content, to);
    }
  }

  /** Whether a press may be for somebody else than who is in the chat: by who was on screen, or as nobody can have read that yet. */
  private mayTurnAway(asker: Asker, to: string): boolean {
    const { known, isRead } = this.screenOf(asker);
    const changedAt = this.channelOf(asker.element)?.bridge.changedAt ?? -Infinity;
    const isHeld = this.held.some(({ element }) => element === asker.element);
    return to !== known || !isRead || isHeld || performance.now() - changedAt < READING;
  }

  private turnAway({ element }: Asker, content: string): void {
    const isHeld = this.channelOf(element)?.bridge.addressee === NEVER && this.lately.length > 0;
    const settled = this.lately.findIndex(({ at }) => performance.now() - at >= READING);
    const among = (settled < 0 ? this.lately : this.lately.slice(0, settled + 1)).map(({ who }) => who);
    if (isHeld) this.held.push({ element, content, to: NEVER, among });
    this.ledger.turnedAway.push({ asker: element, id: content });
  }

  readonly violation = (text: string): void => void this.violations.push(text);

  /** A person writes in the chat whose element it is now, as far as it has heard. */
  write(asker: Asker): void {
    const content = this.nextId();
    const { known } = this.screenOf(asker);
    if (asker.write?.(content)) this.written.set(content, known);
  }

  /** Another element of the same kind. */
  add(kind: AskerKind, content: string): Asker {
    this.written.delete(content); // the page's, from now on
    const asker = ASKERS[kind](content);
    const { element } = asker;
    this.askers.push(asker);
    this.everybody.push(asker);
    this.screens.set(element, new Screen(asker, this.recordOf));
    element.addEventListener('kf-send', event => this.onAsk(asker, event));
    this.ledger.listen(element);
    return asker;
  }

  put({ element }: Asker): void {
    const bridges = this.channels.map(({ bridge }) => bridge);
    this.random.pick([this.place, ...bridges, ...bridges, ...bridges]).append(element);
  }

  forget(asker: Asker): void {
    asker.element.remove();
    this.askers.splice(this.askers.indexOf(asker), 1);
  }

  dispose(): void {
    document.removeEventListener('kf-send', this.onSend);
    for (const screen of this.screens.values()) screen.close();
    for (const element of this.elements) element.remove();
    this.place.remove();
  }

  /** The user has said what became of these. Gives those that nobody had asked about before. */
  private close(channel: Channel, content: string, to: string): NativeCall[] {
    const closed = this.callsOf(channel, content, to).filter(({ isClosed }) => !isClosed);
    for (const call of closed) call.isClosed = true;
    return closed;
  }

  private addBridges(layout: Layout): void {
    const first = this.addBridge(layout === 'page and one');
    this.place.append(first);
    if (layout === 'one') return;
    const second = this.addBridge(false);
    (layout === 'nested' ? first : this.place).append(second);
  }

  private addBridge(forPage: boolean, customer = this.someCustomer()): KfBridge {
    const { random } = this;
    const host = new SoakHost(random.chance(0.5), customer, this.violation, this.nextStep);
    const bridge = document.createElement('kf-bridge');
    if (forPage) bridge.scope = 'page';
    host.bridge = bridge;
    bridge.host = host;
    bridge.timeout = random.pick([20, 50, 200]);
    bridge.checkCustomer = random.pick([false, false, false, true, 'strict', 'off'] as const);
    const channel: Channel = { bridge, host, first: undefined };
    bridge.addEventListener('kf-ready', ({ target, detail }) => {
      if (target === bridge)
        this.lately =
          bridge.addressee === NEVER ? [] : [{ who: bridge.addressee, at: performance.now() }, ...this.lately];
      if (target !== bridge || !detail.customerId || channel.first) return;
      channel.first = detail.customerId;
      // What the client has had by then was called for while nobody could know that.
      const wasCalled = (id: string): boolean =>
        host.calls.some(({ message, addressee }) => idOf(message) === id && addressee === NEVER);
      this.ledger.adopt(bridge, ({ id, to, step }) => (wasCalled(id) ? [] : this.unanswered(channel, id, to, step)));
    });
    this.channels.push(channel);
    this.ledger.listen(bridge);
    // 发给现在这位, said on an element that has left the page since.
    bridge.addEventListener('kf-send', event => {
      const gone = event.target === bridge && this.everybody.find(({ element }) => element === event.asker);
      if (gone) this.onAsk(gone, event, channel);
    });
    return bridge;
  }

  /**
   * The calls of which nobody knows what became of them. One that has arrived answers for those before that was told; of what comes
   * in the same millisecond, microtasks decide.
   */
  private unanswered(channel: Channel, content: string, to: string, before = Infinity): NativeCall[] {
    const calls = this.callsOf(channel, content, to).filter(({ step }) => step < before);
    const arrivals = calls.flatMap(({ answer }) => (answer?.ending === 'sent' ? [answer] : []));
    const isAnsweredFor = (call: NativeCall): boolean =>
      arrivals.some(({ step, at }) => step > call.step || at === call.at);
    return calls.filter(
      call => !call.isClosed && !isAnsweredFor(call) && (!call.answer || call.answer.ending === 'nothing'),
    );
  }

  /** Whether this is under way already, or nobody knows whether it has arrived. */
  private isOpen(channel: Channel, message: ChatMessage, content: string, to: string): boolean {
    const { bridge } = channel;
    const isUnanswered = this.unanswered(channel, content, to).length > 0;
    const record = bridge.recordOf(message);
    const isFor = !!record && [bridge.addressee, record.addressee].every(one => this.sameCustomer(channel, one, to));
    return isUnanswered || (isFor && (isPending(record) || isInDoubt(record)));
  }

  /** An element asks: somebody has to have meant just that. */
  private onAsk({ element }: Asker, event: KfSendEvent, channel = this.channelOf(element)): void {
    const content = idOf(event.detail.message);
    const takeFrom = <T extends Word>(words: T[], isMeant: (word: T) => boolean): T | undefined => {
      const at = words.findIndex(word => word.element === element && word.content === content && isMeant(word));
      return words.splice(at, at < 0 ? 0 : 1)[0];
    };
    const { addressee = NEVER } = channel?.bridge ?? {};
    const word =
      this.word ??
      takeFrom(this.confirmed, ({ to }) => to === event.addressee) ??
      takeFrom(this.held, ({ among }) => among.includes(addressee));
    if (!word || word.element !== element) return this.violation(`${content} was asked for by nobody`);
    if (word.content !== content) this.violation(`${content} was asked for, and ${word.content} was on screen`);
    const to = word.to === NEVER ? (channel?.bridge.addressee ?? NEVER) : word.to;
    const { repeats } = word;
    const isRepeat = !!repeats && !this.repeated.has(repeats);
    const isOfItsOwn = isRepeat || !channel || !this.isOpen(channel, event.asked, content, to);
    const closed = isRepeat && channel ? this.close(channel, content, repeats.addressee) : [];
    if (isRepeat && channel) this.repeated.add(repeats);
    const step = this.nextStep();
    const bridge = channel?.bridge ?? null;
    const entry = { id: content, asker: element, bridge, to, isOfItsOwn, step, cancelled: false };
    const send = this.ledger.enter({ ...entry, controller: undefined, promise: undefined });
    queueMicrotask(() => {
      this.ledger.answer(send, event.response, event.defaultPrevented);
      if (!event.defaultPrevented || !isRepeat) return;
      this.repeated.delete(repeats); // what was repeated is a question as before
      if (!repeats.isConfirmed) for (const call of closed) call.isClosed = false;
    });
  }

  private readonly onSend = (event: KfSendEvent): void => {
    if (this.listener === 'changes') event.detail.message = marked(event.detail.message, '*');
    if (this.listener === 'cancels') event.preventDefault();
  };
}
