import type { ChatMessage } from '../../src/core/index.js';
import { click, menu } from '../support/messages.js';
import { answer } from './answers.js';
import { someBeforeSend } from './before-sends.js';
import type { Channel, SoakPage } from './soak-page.js';
import type { Mood, Trouble } from './soak-host.js';
import type { Time } from './time.js';

export interface Operation {
  readonly name: string;
  readonly weight: number;
  act(page: SoakPage, time: Time): unknown;
}

const MOODS: readonly Mood[] = ['well', 'well', 'slow', 'refuses', 'silent'];
const TROUBLES: readonly Trouble[] = ['throws', 'rejects', 'is gone'];

const someChannel = ({ random, channels }: SoakPage): Channel => random.pick(channels);

/** A message of its own, or one that was sent or shown before; now and then an invalid one. */
function someMessage(page: SoakPage): [message: ChatMessage, id: string] {
  const { random } = page;
  const id = page.someContent(random.pick(['plain', 'plain', 'plain', 'card', 'composer']));
  return [random.chance(0.06) ? menu(click(id), click('')) : page.messageOf(id), id];
}

/** Puts an element somewhere into the page; a bridge never into another one's inside, where it might end in itself. */
function move(page: SoakPage, element: HTMLElement): void {
  const { random, channels, place } = page;
  const bridges = channels.map(({ bridge }) => bridge as HTMLElement);
  random.pick(bridges.includes(element) ? [place] : [place, ...bridges, ...bridges, ...bridges]).append(element);
}

/** What may happen in a page, in any order. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'bridge.send()',
    weight: 8,
    act(page) {
      const channel = someChannel(page);
      const controller = page.random.chance(0.5) ? new AbortController() : undefined;
      if (page.random.chance(0.03)) controller?.abort();
      const [message, id] = someMessage(page);
      page.sendFrom(channel.bridge, message, id, controller);
    },
  },
  { name: 'press', weight: 14, act: page => page.press(page.random.pick(page.askers)) },
  {
    name: 'two presses',
    weight: 2,
    act(page) {
      const asker = page.random.pick(page.askers);
      page.press(asker);
      page.press(asker);
    },
  },
  { name: 'send()', weight: 3, act: page => page.callSend(page.random.pick(page.askers)) },
  {
    name: 'another content',
    weight: 3,
    act(page) {
      const asker = page.random.pick(page.askers);
      asker.show(page.random.chance(0.3) ? '' : page.someContent(asker.kind));
    },
  },
  { name: 'a person writes', weight: 3, act: page => page.write(page.random.pick(page.askers)) },
  {
    name: 'built anew',
    weight: 2,
    act(page) {
      const asker = page.random.pick(page.askers);
      const { content } = page.screenOf(asker);
      page.forget(asker);
      page.put(page.add(asker.kind, content || page.someContent(asker.kind)));
    },
  },
  { name: 'a bridge built anew', weight: 2, act: page => page.rebuild(someChannel(page)) },
  {
    name: 'the chat is switched',
    weight: 3,
    act(page) {
      const { host, bridge } = someChannel(page);
      host.customer = page.random.pick([page.someCustomer(), page.someCustomer(), undefined]);
      void bridge.reconnect();
    },
  },
  { name: 'the wall clock jumps', weight: 1, act: (page, time) => time.jump(page.random.pick([-36e5, 36e5])) },
  {
    name: 'abort',
    weight: 4,
    act({ ledger, random }) {
      const controllers = ledger.sends.flatMap(({ controller, result }) => (controller && !result ? [controller] : []));
      if (controllers.length) random.pick(controllers).abort();
    },
  },
  {
    name: 'answer',
    weight: 10,
    act(page) {
      const open = page.allChannels.flatMap(({ host }) => host.open);
      if (open.length) answer(page.random.pick(open), page.random);
    },
  },
  {
    name: 'answer anything, again or late',
    weight: 3,
    act(page) {
      const calls = page.allChannels.flatMap(({ host }) => host.calls);
      if (calls.length) answer(page.random.pick(calls), page.random);
    },
  },
  { name: '10 ms', weight: 5, act: (_, time) => time.pass(10) },
  { name: '50 ms', weight: 2, act: (_, time) => time.pass(50) },
  {
    name: 'trouble with the channel',
    weight: 1,
    act: page => (someChannel(page).host.trouble = page.random.pick(TROUBLES)),
  },
  { name: 'mood', weight: 2, act: page => (someChannel(page).host.mood = page.random.pick(MOODS)) },
  { name: 'session', weight: 2, act: page => (someChannel(page).host.session = page.random.pick(MOODS)) },
  {
    name: 'another customer',
    weight: 2,
    act: page =>
      (someChannel(page).host.customer = page.random.pick([page.someCustomer(), page.someCustomer(), undefined])),
  },
  { name: 'reconnect()', weight: 2, act: page => void someChannel(page).bridge.reconnect() },
  {
    name: 'another beforeSend',
    weight: 4,
    act(page) {
      const channel = someChannel(page);
      channel.bridge.beforeSend = page.random.chance(0.25) ? null : someBeforeSend(page, channel);
    },
  },
  {
    name: 'dry-run',
    weight: 1,
    act(page) {
      const { bridge } = someChannel(page);
      bridge.dryRun = !bridge.dryRun;
    },
  },
  {
    name: 'another listener',
    weight: 2,
    act: page => (page.listener = page.random.pick(['passes', 'passes', 'cancels', 'changes'])),
  },
  { name: 'remove', weight: 1.5, act: page => page.random.pick(page.elements).remove() },
  { name: 'put', weight: 4, act: page => move(page, page.random.pick(page.elements)) },
  {
    name: 'put back what was removed',
    weight: 3,
    act: page => page.elements.filter(({ isConnected }) => !isConnected).forEach(element => move(page, element)),
  },
];
