import { expect } from '@open-wc/testing';
import { knownReplies, simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { isAnswered } from '../contracts/channels.js';
import { text } from '../support/messages.js';
import { invoke } from '../support/page.js';

describe('the known replies', () => {
  let client: SimulatedClient;
  before(() => (client = simulateWeCom()));
  after(() => client.restore());

  it('each have a name and a shape of their own, and a source', () => {
    const unique = (values: unknown[]): number => new Set(values).size;
    expect(unique(knownReplies.map(({ name }) => name))).to.equal(knownReplies.length);
    expect(unique(knownReplies.map(({ reply }) => JSON.stringify(reply)))).to.equal(knownReplies.length);
    for (const { source } of knownReplies) expect(source).not.to.equal('');
  });

  for (const { name, reply } of knownReplies.filter(isAnswered))
    it(`can be had word for word: ${name}`, async () => {
      client.failNext('sendChatMessage', reply);
      expect(await invoke('sendChatMessage', text())).to.deep.equal(reply);
    });
});
