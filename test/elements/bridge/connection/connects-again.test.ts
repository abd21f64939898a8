import { aTimeout, expect } from '@open-wc/testing';
import { Chat } from '../../../support/chat.js';
import { A } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { rejection } from '../../../support/rejection.js';

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

it('a page that asks for the customer in a steady beat, in a client with a session: a send ends all the same', async () => {
  const slow = Object.assign(new Chat(), { prepare: () => Promise.resolve() });
  const { view, bridge } = await slow.card(`steady${A}`);
  bridge.timeout = 300;
  const invoke = slow.invoke.bind(slow);
  slow.invoke = async (api, params) => {
    await aTimeout(40);
    return invoke(api, params);
  };
  const timer = setInterval(() => void bridge.reconnect().catch(() => undefined), 100);
  try {
    const error = await rejection(view.element.send());
    expect(error.code).to.be.oneOf(['no-context', 'timeout']); // the client may have it by then, and does not answer
  } finally {
    clearInterval(timer);
  }
});
