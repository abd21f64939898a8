import { simulateWeCom, type NativeCall, type SimulatedClient } from 'wecom-kf-elements/simulator.js';
import { say } from './languages.js';
import { reportOf, type OutcomeEvent, type Report } from './report.js';
import { forcedReply } from './result.js';
import { OUTCOMES, type Scenario } from './scenarios.js';

/** A simulated client for a page of many products: how its sends end, and what became of the last one. */
export class Sends {
  scenario = OUTCOMES[0] as Scenario;
  /** What an element told last. */
  report: Report | null = null;
  /** The title of the product that the client got last. */
  got = '';
  private readonly client: SimulatedClient;

  constructor(private readonly changed: () => void) {
    const { entry, platform, version, latency } = this.scenario.settings;
    const onCall = (call: NativeCall): void => this.asked(call);
    this.client = simulateWeCom({ entry, platform, version, latency, onCall });
  }

  /** The next sends end like this. One that is under way ends as it would have. */
  play(scenario: Scenario): void {
    this.scenario = scenario;
    this.report = null;
    this.got = '';
    this.changed();
  }

  tell(event: OutcomeEvent): void {
    const { message } = event.detail;
    this.report = reportOf(event);
    const isSent = event.type === 'kf-sent' && message.msgtype === 'channels_shop_product';
    this.got = isSent ? say('客户端收到：{title}', { title: message.channelsShopProduct.title }) : '';
    this.changed();
  }

  /** The answer is settled as the call comes in, so that nothing is left over for a later one. */
  private asked({ api, elapsed }: NativeCall): void {
    const { result, platform } = this.scenario.settings;
    const reply = api === 'sendChatMessage' && elapsed === undefined && forcedReply(result, platform);
    if (reply) this.client.failNext(api, reply);
  }
}
