import { aTimeout, expect } from '@open-wc/testing';
import { Chat } from '../../support/chat.js';
import { A } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';

/** Each answer takes its time, as on a phone. */
class SlowChat extends Chat {
  isSlow = false;

  override async invoke(api: string, params: object): Promise<unknown> {
    if (api === 'sendChatMessage' || !this.isSlow) return super.invoke(api, params);
    await aTimeout(100);
    return super.invoke(api, params);
  }
}

it('a page that asks for the customer again and again, in a client that takes its time: a send does not wait for ever', async () => {
  const chat = new SlowChat();
  const { view, bridge } = await chat.card(`poll${A}`);
  chat.isSlow = true;
  const poll = setInterval(() => void bridge.reconnect().catch(() => undefined), 260);
  await eventually('it connects', () => bridge.state === 'connecting');
  try {
    const sending = view.element.send().then(
      () => 'sent',
      (error: { code: string; message: string }) => `${error.code} ${error.message}`,
    );
    const ended = await Promise.race([sending, chat.reached(1).then(() => 'reached'), aTimeout(15_000)]);
    expect(ended ?? 'still waiting').to.equal('reached');
  } finally {
    clearInterval(poll);
  }
});
