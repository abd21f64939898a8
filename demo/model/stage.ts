import { createRef, type Ref } from 'lit/directives/ref.js';
import type { KfBridge, KfMenuComposer } from 'wecom-kf-elements';
import type { MenuItem } from 'wecom-kf-elements/core.js';
import { simulateWeCom, type NativeCall, type SimulatedClient } from 'wecom-kf-elements/simulator.js';
import { CallLog } from './call-log.js';
import { Conversation } from './conversation.js';
import { customerAfter, CUSTOMERS, type Customer } from './customers.js';
import type { OutcomeEvent } from './report.js';
import { forcedReply } from './result.js';
import { say, speak, type Language } from './languages.js';
import { openingMenu } from './samples.js';
import { SCENARIOS, type Scenario } from './scenarios.js';
import { startSdk } from './sdk.js';
import type { Settings } from './settings.js';

export type Tab = 'menu' | 'products';

/** Milliseconds that the client takes for what is not a send. */
const QUICK = 10;

/** These are read when the bridge connects. */
const READ_ON_CONNECTING: readonly (keyof Settings)[] = ['entry', 'platform', 'version', 'channel'];

/** The play: a simulated client, the chats in it, and a toolbar panel that knows nothing of either. */
export class Stage {
  settings: Settings = (SCENARIOS[0] as Scenario).settings;
  /** Whose chat is open in the client. */
  customer: Customer = CUSTOMERS[0];
  /** Counts the panels: each is built anew, as the client does when the chat changes. */
  panelNumber = 0;
  tab: Tab = 'menu';
  readonly log = new CallLog();
  readonly bridge: Ref<KfBridge> = createRef();
  readonly composer: Ref<KfMenuComposer> = createRef();
  /** What was left unsent in a panel: its first words. The composer itself keeps all of it. */
  readonly drafts = new Map<Customer, string>();
  /** Whose panel it is: after a switch not the customer of the open chat. */
  private panelOf = this.customer;
  private readonly conversations = new Map(CUSTOMERS.map(one => [one, new Conversation(one)] as const));
  private readonly client: SimulatedClient;
  private readonly askedFor = new WeakMap<NativeCall, Customer>();
  private delivered = 0;
  /** What stands in the composer was sent. */
  private sent = false;
  /** The chat is still to be switched under the panel. */
  private switchPending = false;

  constructor(private readonly changed: () => void) {
    const { entry, platform, version } = this.settings;
    const customerId = this.customer.id;
    const onCall = (call: NativeCall): void => (call.elapsed !== undefined ? this.answered(call) : this.asked(call));
    this.client = simulateWeCom({ entry, platform, version, customerId, onCall });
    void startSdk(this.client);
  }

  get conversation(): Conversation {
    return this.conversationWith(this.customer);
  }

  conversationWith(customer: Customer): Conversation {
    return this.conversations.get(customer) as Conversation;
  }

  play({ settings }: Scenario): void {
    this.apply(settings);
    this.rebuildPanel();
  }

  /** One of 细调 changed: what is written in the panel stays. */
  tune(settings: Settings): void {
    const before = this.settings;
    this.apply(settings);
    this.changed();
    const switched = (before.result === 'switched') !== (settings.result === 'switched');
    if (switched || READ_ON_CONNECTING.some(key => before[key] !== settings[key])) void this.bridge.value?.reconnect();
  }

  openChat(customer: Customer): void {
    this.enterChat(customer);
    this.switchPending = this.settings.result === 'switched';
    this.rebuildPanel();
  }

  /** The user goes on writing. */
  edited(): void {
    this.sent = false;
  }

  /** What was written stays; a panel that nobody has written in begins anew in that language. */
  speak(chosen: Language): void {
    const { isUntouched } = this;
    speak(chosen);
    if (isUntouched) this.newPanel();
    else this.changed();
  }

  showTab(tab: Tab): void {
    this.tab = tab;
    this.changed();
  }

  /** The bridge is in touch. With 换了客户 the chat changes now, and nobody tells the panel. */
  panelReady(): void {
    this.panelOf = this.customer;
    if (!this.switchPending) return;
    this.switchPending = false;
    this.enterChat(customerAfter(this.customer));
    this.conversation.note(
      say('会话换到了{now}，工具栏还是按{before}打开的', {
        now: say(this.customer.name),
        before: say(this.panelOf.name),
      }),
    );
    this.changed();
  }

  tap(item: MenuItem): void {
    this.conversation.customerTaps(item);
    this.changed();
  }

  say(text: string): void {
    this.conversation.customerSays(text);
    this.changed();
  }

  tell(event: OutcomeEvent): void {
    if (event.type === 'kf-sent' && event.target === this.composer.value) {
      this.sent = true;
      this.drafts.delete(this.panelOf);
    }
    this.log.tell(event);
    this.changed();
  }

  /** After a change of the log's own. */
  refresh(): void {
    this.changed();
  }

  private apply(settings: Settings): void {
    this.settings = settings;
    const { entry, platform, version } = settings;
    this.client.set({ entry, platform, version });
    this.switchPending = settings.result === 'switched';
  }

  private enterChat(customer: Customer): void {
    this.customer = customer;
    this.client.set({ customerId: customer.id });
  }

  private rebuildPanel(): void {
    this.noteDraft();
    this.newPanel();
  }

  private newPanel(): void {
    this.panelOf = this.customer;
    this.sent = false;
    this.panelNumber++;
    this.changed();
  }

  private get isUntouched(): boolean {
    return JSON.stringify(this.composer.value?.value) === JSON.stringify(openingMenu().msgmenu);
  }

  private noteDraft(): void {
    const { value } = this.composer.value ?? {};
    if (!value || this.sent || this.isUntouched) this.drafts.delete(this.panelOf);
    else this.drafts.set(this.panelOf, value.head_content ?? '');
  }

  /** A call comes in. What it is to meet is settled here and not before, so that nothing is left over for a later one. */
  private asked(call: NativeCall): void {
    this.log.add(call, this.bridge.value?.state !== 'ready');
    this.askedFor.set(call, this.customer);
    const isSend = call.api === 'sendChatMessage';
    this.client.set({ latency: isSend ? this.settings.latency : QUICK });
    const reply = isSend && forcedReply(this.settings.result, this.settings.platform);
    if (reply) this.client.failNext(call.api, reply);
    this.changed();
  }

  /** The client answered: what it took stands in the chat in which it was asked. */
  private answered(call: NativeCall): void {
    const { sent } = this.client;
    for (const message of sent.slice(this.delivered))
      this.conversationWith(this.askedFor.get(call) ?? this.customer).agentSends(message);
    this.delivered = sent.length;
    this.changed();
  }
}
