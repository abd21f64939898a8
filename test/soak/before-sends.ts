import type { BeforeSend } from '../../src/elements/bridge/delivery.js';
import type { ChatMessage } from '../../src/core/index.js';
import { marked } from './contents.js';
import { expectedRepeat } from './repeats.js';
import type { Channel, SoakPage } from './soak-page.js';

type Answer = ReturnType<BeforeSend>;

/** What a page's `beforeSend` may do. */
const DEEDS: readonly ((message: ChatMessage, page: SoakPage, channel: Channel) => Answer)[] = [
  message => message,
  message => Promise.resolve(message),
  message => marked(message, '+'),
  message => new Promise(resolve => setTimeout(() => resolve(message), 10)),
  message => new Promise(resolve => setTimeout(() => resolve(marked(message, '+')), 30)),
  () => false,
  () => Promise.resolve(false),
  () => Promise.reject(new Error('no')),
  () => new Promise(() => undefined),
  () => {
    throw new Error('no');
  },
  () => ({ msgtype: 'text', text: { content: '' } }),
  () => undefined as never,
  (message, page) => {
    page.ledger.sends.forEach(({ controller }) => controller?.abort());
    return message;
  },
  (message, _, { bridge }) => {
    bridge.remove();
    return message;
  },
  (message, page, { host, bridge }) => {
    host.customer = page.someCustomer();
    void bridge.reconnect();
    return message;
  },
  (message, page, { bridge }) => {
    if (page.ledger.sends.length > 15) return message;
    const id = page.nextId();
    page.sendFrom(bridge, { msgtype: 'text', text: { content: id } }, id);
    return message;
  },
];

/** A `beforeSend` that does one of these, and looks at what it is told about repeats. */
export function someBeforeSend(page: SoakPage, channel: Channel): BeforeSend {
  const deed = page.random.pick(DEEDS);
  return (message, _, { repeatOf }) => {
    const expected = expectedRepeat(page, channel, message);
    if (expected !== null && expected !== !!repeatOf)
      page.violation(
        `${JSON.stringify(message)} ${expected ? 'may be' : 'is not'} out already, and the page was told otherwise`,
      );
    return deed(message, page, channel);
  };
}
