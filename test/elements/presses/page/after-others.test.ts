import { aTimeout, expect, html } from '@open-wc/testing';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { eventually } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { list, nth } from '../../product-list/list-page.js';

beforeEach(asOnNewPage);

/** The client answers what was A's; a moment later something is pressed in B's chat. */
async function answered(): Promise<void> {
  chat.answer();
  await aTimeout(0);
  stopClock(250);
}

describe("a press in B's chat, right after A's slow one has come out there, is no double press", () => {
  it('on a card: it goes to B', async () => {
    const { view, bridge } = await chat.card(`after${A}`);
    void view.element.send();
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.settled();
    await answered();
    await view.click('发送');
    await chat.reached(2);
  });

  for (const by of ['mouse', 'keys'] as const)
    it(`in a composer: it goes to B (${by})`, async () => {
      const view = await chat.panel(html`<kf-menu-composer .value=${given}></kf-menu-composer>`);
      void view.element.send();
      await chat.reached(1);
      await chat.open(view.bridge, B);
      await view.type(ComposerPage.HEAD, '李先生，您好');
      stopClock(5000);
      await answered();
      if (by === 'mouse') await view.click('发送');
      else await view.press('Control', 'Enter');
      await chat.reached(2);
    });

  for (const by of ['mouse', 'keys'] as const)
    it(`on a list: it goes to B (${by})`, async () => {
      const [tea, cup] = [1, 2].map(index => nth(index, { productId: `after${index}${A}` }));
      const view = await list({ products: [tea!, cup!], complete: true }, html``, { host: chat });
      void view.element.send(tea!.productId);
      await chat.reached(1);
      await chat.open(view.bridge!, B);
      stopClock(5000);
      await view.pressOn(cup!.title);
      stopClock(5000);
      await answered();
      if (by === 'mouse') await view.click('发送');
      else await view.press('Enter');
      await chat.reached(2);
    });
});

describe("A's text that waits, and was not sent as B was found", () => {
  it("is told in B's chat, and in C's no more", async () => {
    const view = await chat.panel(html`<kf-menu-composer .value=${given}></kf-menu-composer>`);
    const { bridge } = view;
    void bridge.send({ msgtype: 'text', text: { content: 'slow' } }).catch(() => undefined);
    await chat.reached(1);
    await view.type(ComposerPage.HEAD, '王女士');
    await view.press('Control', 'Enter');
    await chat.open(bridge, B);
    chat.answer();
    await view.says(/^客户换了，没有发送/);
    await chat.open(bridge, `C${A}`);
    await view.settled();
    expect(view.status).to.match(/^可以发送/);
  });
});

describe('a slow client that says too late who is in the chat, as the page connects again; it is A all the time', () => {
  for (const state of ['under way', 'in doubt'] as const)
    it(`what is ${state} is not sent once more without a word`, async () => {
      const tea = nth(1, { productId: `unread ${state}${A}`, title: '慢茶' });
      const view = await list({ products: [tea], complete: true }, html``, { host: chat });
      const bridge = view.bridge!;
      void view.element.send(tea.productId).catch(() => undefined);
      await chat.reached(1);
      if (state === 'in doubt') chat.answer({});
      chat.customerId = ''; // nobody can be read
      await bridge.reconnect();
      chat.customerId = A;
      stopClock(5000);
      await view.settled();
      await view.send('慢茶');
      chat.answer();
      await eventually('it is told', () => /客户换了/.test(view.mark('慢茶')));
      expect(chat.sends.length).to.equal(1);
    });

  it('what is in doubt for A goes to somebody who can not be read at all', async () => {
    const tea = nth(1, { productId: `nobody${A}`, title: '慢茶' });
    const view = await list({ products: [tea], complete: true }, html``, { host: chat });
    void view.element.send(tea.productId).catch(() => undefined);
    await chat.reached(1);
    chat.answer({});
    chat.customerId = '';
    await view.bridge!.reconnect();
    stopClock(5000);
    await view.settled();
    await view.send('慢茶');
    await chat.reached(2);
  });
});
