import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import { DOCS, runReplies, tableIn, tableOf, type Result } from './reply-table.js';

describe('every known reply on every channel', () => {
  const unhandled: unknown[] = [];
  const note = ({ reason }: PromiseRejectionEvent): void => void unhandled.push(reason);
  let results: Result[];

  before(async () => {
    window.addEventListener('unhandledrejection', note);
    results = await runReplies();
  });
  after(() => window.removeEventListener('unhandledrejection', note));

  for (const path of DOCS)
    it(`becomes what ${path.replace('../../', '')} says (npm run docs:replies writes it)`, async () => {
      const page = (await readFile({ path })) ?? '';
      expect(tableOf(results)).to.deep.equal(tableIn(page));
    });

  it('meets one native send, and is told once', () => {
    for (const { known, channel, outcome, nativeSends, events } of results) {
      const event = outcome === 'sent' ? 'kf-sent' : outcome === 'cancelled' ? 'kf-cancel' : 'kf-error';
      expect({ nativeSends, events }, `${known.name} on ${channel}`).to.deep.equal({ nativeSends: 1, events: [event] });
    }
  });

  it('leaves a bridge that sends', () => {
    const usual = results.filter(({ known }) => known.reply === 'own');
    expect(usual.map(({ outcome }) => outcome)).to.deep.equal(['sent', 'sent', 'sent', 'sent']);
  });

  it('leaves no rejection unhandled', () => expect(unhandled).to.deep.equal([]));
});
