import type { ChatMessage } from '../../src/core/index.js';
import type { KfSendEvent } from '../../src/events/kf-send.js';
import '../../src/kf-bridge.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { ASKERS, type Asker, type AskerKind } from './askers.js';
import { marked } from './contents.js';
import { Ledger } from './ledger.js';
import type { Random } from './random.js';
import { SoakHost } from './soak-host.js';

export type Layout = 'one' | 'two' | 'nested' | 'page and one';

export interface Channel {
  readonly bridge: KfBridge;
  readonly host: SoakHost;
}

/** A page with a bridge or two, and elements that send; a listener of the page's may cancel and change. */
export class SoakPage {
  readonly ledger: Ledger;
  readonly channels: Channel[] = [];
  readonly askers: Asker[] = [];
  readonly violations: string[] = [];
  /** What the page's listener does with each `kf-send`. */
  listener: 'passes' | 'cancels' | 'changes' = 'passes';
  readonly place = document.createElement('section');
  private cancelled = false;
  private count = 0;

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
    for (const kind of kinds) this.addAsker(ASKERS[kind](this.nextId()));
  }

  nextId(): string {
    return `#${++this.count}`;
  }

  /** The bridges and elements, wherever they are. */
  get elements(): HTMLElement[] {
    return [...this.channels.map(({ bridge }) => bridge), ...this.askers.map(({ element }) => element)];
  }

  /** The bridge that answers an element, as the contract has it. */
  bridgeOf(element: Element): KfBridge | null {
    const near = element.parentElement?.closest('kf-bridge');
    if (near) return near;
    const forAll = this.channels.find(({ bridge }) => bridge.scope === 'page' && bridge.isConnected);
    return element.isConnected && forAll ? forAll.bridge : null;
  }

  sendFrom(bridge: KfBridge, message: ChatMessage, id: string, controller?: AbortController): void {
    const customer = bridge.context?.customerId;
    const promise = bridge.send(message, controller);
    this.ledger.enter({ id, asker: bridge, customer, promise, controller, cancelled: false });
  }

  press({ element, id, press }: Asker): void {
    const before = this.ledger.underWay(element);
    const customer = this.bridgeOf(element)?.context?.customerId;
    this.cancelled = false;
    const promise = press();
    if (before && promise !== before.promise) this.violation(`${id}: a second press was another send`);
    this.ledger.enter({ id, asker: element, customer, promise, controller: undefined, cancelled: this.cancelled });
  }

  readonly violation = (text: string): void => void this.violations.push(text);

  close(): void {
    document.removeEventListener('kf-send', this.onSend);
    for (const element of this.elements) element.remove();
    this.place.remove();
  }

  private addBridges(layout: Layout): void {
    const first = this.addBridge(layout === 'page and one');
    this.place.append(first);
    if (layout === 'one') return;
    const second = this.addBridge(false);
    (layout === 'nested' ? first : this.place).append(second);
  }

  private addBridge(forPage: boolean): KfBridge {
    const { random } = this;
    const host = new SoakHost(random.chance(0.5), this.violation);
    const bridge = document.createElement('kf-bridge');
    if (forPage) bridge.scope = 'page';
    host.bridge = bridge;
    bridge.host = host;
    bridge.timeout = random.pick([20, 50, 200]);
    bridge.checkCustomer = random.chance(0.3);
    this.channels.push({ bridge, host });
    this.ledger.listen(bridge);
    return bridge;
  }

  private addAsker(asker: Asker): void {
    this.askers.push(asker);
    this.ledger.listen(asker.element);
    const bridges = this.channels.map(({ bridge }) => bridge);
    this.random.pick([this.place, ...bridges, ...bridges, ...bridges]).append(asker.element);
  }

  private readonly onSend = (event: KfSendEvent): void => {
    if (this.listener === 'changes') event.detail.message = marked(event.detail.message, '*');
    if (this.listener !== 'cancels') return;
    event.preventDefault();
    this.cancelled = true;
  };
}
