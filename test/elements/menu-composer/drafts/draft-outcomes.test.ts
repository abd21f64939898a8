import { expect, html } from '@open-wc/testing';
import { addresseeOf } from '../../../../src/events/addressee.js';
import { slotKey, storeDraft } from '../../../../src/elements/menu-composer/drafts/draft-store.js';
import { Chat, chat, given, headOf } from '../../../support/chat.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { dropDrafts, slotOf, storedDrafts } from '../../../support/drafts.js';
import { eventually } from '../../../support/element-page.js';

const { HEAD } = ComposerPage;
const KEY = 'draft-outcomes.test';
const template = html`<kf-menu-composer draft-key=${KEY} .value=${given}></kf-menu-composer>`;

const draftsOf = (customerId: string): string[] =>
  storedDrafts(KEY).filter(key => key.startsWith(slotOf(KEY, customerId)));

beforeEach(() => {
  dropDrafts(KEY);
});

describe('a draft of which nobody knows whether it is out', () => {
  it('says so again, after the agent has looked into the chat and the panel was loaded once more', async () => {
    const menu = JSON.stringify({ head_content: '给 A', ...given.msgmenu });
    const draft = { menu, start: JSON.stringify(given.msgmenu), enterChat: false, isDoubtful: true };
    storeDraft(slotKey(KEY, addresseeOf(A)), draft, undefined);
    const view = await chat.panel(template);
    expect(view.offered).to.contain('不确定发出没有');
    document.dispatchEvent(new Event('visibilitychange'));
    view.bridge.remove();
    const again = await chat.panel(template);
    expect(again.offered).to.contain('不确定发出没有');
  });

  for (const outcome of ['under way', 'unknown'])
    it(`is not called unsent, when the agent had opened B while it was ${outcome}, and left the page there`, async () => {
      const view = await chat.panel(template);
      await view.type(HEAD, '给 A');
      await eventually("A's draft", () => draftsOf(A).length);
      if (outcome === 'unknown') view.bridge.timeout = 60;
      const sent = view.element.send().catch(() => undefined);
      await chat.reached(1);
      if (outcome === 'unknown') await sent;
      await view.settled();
      await chat.open(view.bridge, B);
      await view.settled();
      window.dispatchEvent(new Event('pagehide'));
      view.bridge.remove();
      const again = await new Chat(A).panel(template);
      expect(`${headOf(again)}: ${again.offered}`).to.match(/^给 A: .*不确定发出没有/);
    });

  it('is known to be out in a composer that was built anew meanwhile', async () => {
    const view = await chat.panel(template);
    await view.type(HEAD, '给 A');
    await eventually('a draft', () => storedDrafts(KEY).length);
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    const anew = Object.assign(document.createElement('kf-menu-composer'), { draftKey: KEY, value: given.msgmenu });
    view.element.replaceWith(anew);
    const again = new ComposerPage(anew);
    await again.settled();
    chat.answer();
    await again.says(/已发送/);
    expect(again.offered).to.not.match(/没发出|不确定/);
  });
});

it("发给现在这位 takes A's text to B: what was written for B before is still stored", async () => {
  const view = await chat.panel(template);
  await chat.open(view.bridge, B);
  await view.settled();
  await view.type(HEAD, '给 B 的草稿');
  await eventually("B's draft", () => draftsOf(B).length);
  await chat.open(view.bridge, A);
  await view.settled();
  await view.type(HEAD, '给 A');
  chat.customerId = B;
  await view.click('发送');
  await eventually('the question', () => view.has('button', '发给现在这位'));
  await view.click('发给现在这位');
  await chat.reached(1);
  chat.answer();
  await view.says(/已发送/);
  expect(`${headOf(view)}, stored: ${draftsOf(B).length}`).to.equal('给 B 的草稿, stored: 1');
});
