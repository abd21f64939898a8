import { aTimeout, expect } from '@open-wc/testing';
import * as ours from '../../../../src/events/kf-send.js';
import { chat } from '../../../support/chat.js';
import { B } from '../../../support/customers.js';
import { bridgeTo, inside } from '../../../support/in-touch.js';
import { text } from '../../../support/messages.js';
import { sendBehind } from '../send-behind.js';

/** The module once more, as a second bundle on the page has it. */
const SECOND = '/src/events/kf-send.ts?second';

it("an element of another copy, a page that asks first and then calls bridge.send(): a press in A's chat does not go to B", async () => {
  const theirs = (await import(SECOND)) as typeof ours;
  expect(theirs.KfSendEvent === ours.KfSendEvent).to.be.false;
  const bridge = await bridgeTo(chat);
  let yes: () => void = () => undefined;
  const element = inside(bridge);
  element.addEventListener('kf-send', event => {
    const { message } = event.detail;
    event.respondWith(new Promise<void>(resolve => (yes = resolve)).then(() => bridge.send(message)));
  });
  const event = new theirs.KfSendEvent(text('给 A'), { addressee: bridge.addressee });
  element.dispatchEvent(event);
  await chat.open(bridge, B);
  yes();
  await aTimeout(0);
  await sendBehind(0, chat, bridge);
});
