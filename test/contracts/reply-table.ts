import { fixture, html } from '@open-wc/testing';
import '../../src/kf-bridge.js';
import { isKfError } from '../../src/core/index.js';
import type { KfBridge } from '../../src/kf-bridge.js';
import { knownReplies, simulateWeCom, type KnownReply } from '../../src/simulator/index.js';
import { record, typesOf } from '../support/ask.js';
import { callsOf } from '../support/in-touch.js';
import { text } from '../support/messages.js';
import { clearPage } from '../support/page.js';
import { CHANNELS, START } from './channels.js';

type Channel = (typeof CHANNELS)[number];

/** What became of one known reply on one channel. */
export interface Result {
  known: KnownReply;
  channel: Channel;
  /** As the docs write it. */
  outcome: string;
  nativeSends: number;
  events: string[];
}

const PATIENT = 5000;
const IMPATIENT = 60;

const outcomeOf = (error: unknown): string => {
  if (!isKfError(error)) return `no KfError: ${String(error)}`;
  return error.code === 'cancelled' ? 'cancelled' : `${error.outcome}: \`${error.code}\``;
};

/** Sends a message through a real `<kf-bridge>` for each known reply to meet, and one more, to see that the bridge still works. */
async function runChannel(channel: Channel): Promise<Result[]> {
  const client = simulateWeCom({ wxQy: channel === 'wx.qy' });
  await START[channel](client);
  const bridge = await fixture<KfBridge>(html`<kf-bridge channel=${channel}></kf-bridge>`);
  await bridge.ready;
  const events = record(bridge);
  const results: Result[] = [];
  const plain: KnownReply = { name: 'the usual', reply: 'own', source: '' };
  for (const known of [...knownReplies, plain]) {
    bridge.timeout = known.reply === 'never' ? IMPATIENT : PATIENT;
    client.failNext('sendChatMessage', known.reply);
    const before = callsOf(client);
    const outcome = await bridge.send(text()).then(receipt => receipt.outcome, outcomeOf);
    results.push({
      known,
      channel,
      outcome,
      nativeSends: callsOf(client) - before,
      events: typesOf(events.splice(0)),
    });
  }
  bridge.remove();
  client.restore();
  clearPage();
  return results;
}

/** Every known reply on every channel. */
export async function runReplies(): Promise<Result[]> {
  const results: Result[] = [];
  for (const channel of CHANNELS) results.push(...(await runChannel(channel)));
  return results;
}

/** What stands for a reply where there is none. */
const WITHOUT_REPLY: Readonly<Record<string, string>> = {
  never: 'no answer',
  throw: 'an exception, before the client has the message',
  'throw-after': 'an exception, after the client has the message',
};

function inDocs(reply: KnownReply['reply']): string {
  if (typeof reply === 'string') return WITHOUT_REPLY[reply] ?? `the text \`${reply}\``;
  return `\`${JSON.stringify(reply) ?? 'undefined'}\``;
}

/** The table of the docs: a row a reply, a column a channel. */
export function tableOf(results: readonly Result[]): string[][] {
  const outcome = (known: KnownReply, channel: Channel): string =>
    results.find(result => result.known === known && result.channel === channel)?.outcome ?? '';
  const rows = knownReplies.map(known => [
    inDocs(known.reply),
    ...CHANNELS.map(channel => outcome(known, channel)),
    known.platform ? `${known.source} (${known.platform})` : known.source,
  ]);
  return [['the client says', ...CHANNELS.map(channel => `\`${channel}\``), 'source'], ...rows];
}

/** The pages with the table, in each language. */
export const DOCS = ['../../docs/replies.md', '../../docs/zh-CN/replies.md'];
const MARKS = /(<!-- replies -->\n)([\s\S]*?)(<!-- \/replies -->)/;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `page` with the table in it. */
export function withTable(page: string, [head = [], ...rows]: string[][]): string {
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return page.replace(MARKS, (_all, start: string, _old: string, end: string) => `${start}\n${table}\n\n${end}`);
}

/** The table that stands in `page`, without what formatting adds. */
export function tableIn(page: string): string[][] {
  const [, , table = ''] = MARKS.exec(page) ?? [];
  const rows = table.split('\n').filter(row => row.startsWith('|') && !/^\|[\s|-]+$/.test(row));
  return rows.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
}
