import type { Asker } from './askers.js';
import { idOf } from './contents.js';
import { mayGo } from './ledger.js';
import { DOUBTS, SENDS, type SoakPage } from './soak-page.js';

/** What is wrong with what an element shows, when everything is drawn: it has to be what the client has said of its message. */
function* wrongIn(page: SoakPage, asker: Asker): Generator<string> {
  const { element } = asker;
  const channel = page.channelOf(element);
  if (!channel || !element.isConnected || !channel.bridge.isConnected) return;
  const { bridge } = channel;
  const content = asker.seen();
  const screen = page.screenOf(asker);
  if (screen.content !== content || screen.addressee !== bridge.addressee) return; // an element that was never in a page
  const last = page.ledger.sends.filter(({ asker: of }) => of === element).pop();
  if (asker.kind === 'composer' && last && last.id !== content) return; // it shows what became of what its user asked for
  const calls = page.callsOf(channel, content, bridge.addressee);
  const newest = calls[calls.length - 1];
  if (!newest || newest.isClosed) return;
  const { answer, deadline } = newest;
  const asked = page.ledger.sends.filter(send => send.id === content && mayGo(send));
  const made = page.allChannels.flatMap(({ host }) => host.calls).filter(({ message }) => idOf(message) === content);
  if (asked.length !== made.length) return; // a send that was not handed over may be the newest news
  const buttons = asker.buttons();
  const offered = (words: readonly string[]): boolean => words.some(word => buttons.includes(word));
  const story = `${element.localName} ${content}, ${JSON.stringify(answer?.what ?? null)} at ${answer?.at}/${deadline}, offers ${buttons}`;
  if (answer && answer.ending !== 'nothing') {
    const isCertain = answer.ending === 'sent' && answer.at < deadline;
    const isEarlierOpen = calls.some(call => !call.isClosed && (!call.answer || call.answer.ending === 'nothing'));
    // Beside 发送, 已经有了 is about an earlier message.
    const isAsked = buttons.includes('没有，重发') || (offered(DOUBTS) && !buttons.includes('发送'));
    if (isAsked && (isCertain || !isEarlierOpen)) yield story;
    if (answer.ending === 'sent' && buttons.includes('再试一次')) yield story;
  } else if (!calls.some(call => call.answer?.ending === 'sent' && call.answer.at >= newest.at) && offered(SENDS))
    yield story;
}

/** Looks at every element. Everything has to be drawn. */
export function checkShown(page: SoakPage): void {
  for (const asker of page.askers) for (const story of wrongIn(page, asker)) page.violation(story);
}
