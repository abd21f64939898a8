import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../src/kf-product-card.js';
import { record } from '../../support/ask.js';
import { eventually } from '../../support/element-page.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { ComposerPage } from '../../support/composer-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { list, nth } from '../product-list/list-page.js';

const { HEAD } = ComposerPage;
beforeEach(asOnNewPage);

describe("A's client is slow; B's chat has been open for a while, and what the agent sends there waits behind A's", () => {
  it('发送这三款 (for (const id of ids) await list.send(id)) in B: all three go', async () => {
    const products = [0, 1, 2, 3].map(i => nth(i, { productId: `behind${i}${A}` }));
    const view = await list({ products, complete: true }, html``, { host: chat });
    const [first, ...others] = products;
    void view.element.send(first!.productId).catch(() => undefined);
    await chat.reached(1);
    await chat.open(view.bridge!, B);
    stopClock(5000);
    const all = async (): Promise<void> => {
      for (const { productId } of others) await view.element.send(productId);
    };
    let error: unknown;
    const done = all().catch((reason: unknown) => (error = reason));
    await aTimeout(100);
    chat.answer(); // A's
    for (const n of [2, 3, 4]) {
      await Promise.race([chat.reached(n), done]);
      chat.answer();
    }
    await done;
    expect(String(error ?? '')).to.equal('');
    expect(chat.sends.length).to.equal(4);
  });

  it('what is sent in B leaves the composer, where the page empties it at kf-sent', async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const told = record(element, ['kf-sent']);
    element.addEventListener('kf-sent', () => (element.value = {}));
    await view.type(HEAD, '给 A');
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.retype(HEAD, '李先生，您的退款到了');
    await view.read();
    await view.press('Control', 'Enter');
    await aTimeout(50);
    chat.answer(); // A's
    await chat.reached(2);
    await aTimeout(60);
    chat.answer(); // B's
    await eventually('both', () => told.length === 2);
    await aTimeout(50);
    await view.settled();
    expect(headOf(view)).to.equal('');
  });

  it("a menu after B's product (kf-sent of the card): composer.send() goes", async () => {
    const { element, bridge, card } = await chat.panelWithCard(`behindcard${B}`);
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    card.addEventListener('kf-sent', () => void element.send().catch(() => undefined));
    void card.send().catch(() => undefined);
    await aTimeout(50);
    chat.answer();
    await chat.reached(2);
    await aTimeout(60);
    chat.answer();
    await aTimeout(150);
    expect(chat.sends.length).to.equal(3);
  });
});

describe("a page that gives back what is typed (a controlled panel); A's card is out while B's text is being written", () => {
  it("C's chat does not begin with B's text", async () => {
    const { view, element, bridge, card } = await chat.panelWithCard(`echo${B}`);
    element.addEventListener('input', () => {
      const { value } = element;
      queueMicrotask(() => (element.value = value));
    });
    void card.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.retype(HEAD, '李先生，您的退款');
    await aTimeout(700);
    chat.answer();
    await aTimeout(20);
    await view.write('到了');
    await aTimeout(700);
    await chat.open(bridge, `C${B}`);
    await view.settled();
    expect(headOf(view)).to.not.contain('李先生');
  });
});

describe("the same with the composer alone: A's menu is out while B's text is being written", () => {
  it("C's chat does not begin with what B's text was then, and nothing of it goes to C", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.addEventListener('input', () => {
      const { value } = element;
      queueMicrotask(() => (element.value = value));
    });
    await view.retype(HEAD, '王女士，您好');
    void element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(bridge, B);
    stopClock(5000);
    await view.retype(HEAD, '李先生，您的手机号 13812345678');
    chat.answer();
    await aTimeout(20);
    await view.write('已经');
    await aTimeout(700);
    await view.write('核实，请放心');
    await chat.open(bridge, `C${B}`);
    await aTimeout(700);
    await view.settled();
    await view.click('发送').catch(() => undefined);
    await aTimeout(100);
    expect(chat.sends.map(sent => JSON.stringify(sent)).filter(text => text.includes('李先生'))).to.deep.equal([]);
    expect(headOf(view)).to.not.contain('李先生');
  });
});
