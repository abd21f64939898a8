import { expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import type { Receipt } from '../../../../src/events/send-record.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { inTouch } from '../../../support/in-touch.js';
import { click, menu, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

/** The event as another copy of the package has it: the same name and function, another class. */
class OtherSendEvent extends CustomEvent<{ message: ChatMessage }> {
  answer: Promise<Receipt> | undefined;
  constructor(message: ChatMessage) {
    super('kf-send', { bubbles: true, composed: true, cancelable: true, detail: { message } });
  }
  respondWith(answer: Promise<Receipt>): void {
    this.answer ??= answer;
  }
}

describe("an element of another copy of the package, inside this one's bridge", () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  beforeEach(async () => {
    client = simulateWeCom();
    bridge = await inTouch(html`<kf-bridge><div></div></kf-bridge>`);
  });
  afterEach(() => client.restore());

  const askFor = (message: ChatMessage): OtherSendEvent => {
    const event = new OtherSendEvent(message);
    bridge.firstElementChild?.dispatchEvent(event);
    return event;
  };

  it('is answered', async () => {
    expect(await askFor(text()).answer).to.include({ outcome: 'sent' });
    expect(client.sent).to.deep.equal([text()]);
  });

  it('is refused as its own would be', async () => {
    await rejection(askFor(menu(click(''))).answer as Promise<Receipt>, 'invalid-message');
  });

  it('can be cancelled', async () => {
    document.addEventListener('kf-send', event => event.preventDefault(), { once: true });
    await rejection(askFor(text()).answer as Promise<Receipt>, 'stopped');
    expect(client.sent).to.deep.equal([]);
  });
});
