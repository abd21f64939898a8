import { expect, html } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { run } from 'axe-core';
import { SETTLING } from '../../../src/elements/shared/sends/stays.js';
import type { KfSendEvent } from '../../../src/elements.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { record } from '../../support/ask.js';
import { chat } from '../../support/chat.js';
import { startClock, stopClock } from '../../support/clock.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth } from './list-page.js';
import {
  DOUBTED,
  inDoubt,
  line,
  lineSays,
  look,
  many,
  OTHER,
  REFUSAL,
  REFUSED,
  refused,
  searchFor,
  sendAnother,
  sent,
  THAT,
  timedOut,
} from './unseen-page.js';

declare const axe: { run: typeof run };

beforeEach(asOnNewPage);
afterEach(startClock);

describe('a send whose row is not in sight as it ends', () => {
  for (const [name, end, words, answers] of [
    ['refused', refused, REFUSED, ['取消', '再试一次']],
    ['in doubt', inDoubt, DOUBTED, ['已经有了', '没有，重发']],
  ] as const) {
    for (const [where, next] of [
      ['another search is on', OTHER],
      ['the search was cleared', ''],
      ['the search finds nothing', '没有这样的货'],
    ] as const)
      it(`is told above the rows, and a press leads to the row and asks: ${name}, ${where}`, async () => {
        const view = await end(next);
        await look(view);
        expect(view.searchField.value).to.equal('');
        expect(view.focusedRow).to.equal(THAT);
        expect(view.focused).to.equal(answers[name === 'refused' ? 1 : 0]);
        for (const answer of answers) expect(view.has('button', answer)).to.be.true;
        expect(view.places[THAT]).to.be.within(0, view.body.clientHeight - 88);
        expect(line(view)).to.equal('');
        await sendBehind(1, chat, view.bridge as KfBridge);
      });

    it(`is told by a line that Tab reaches from the search, and Enter follows: ${name}`, async () => {
      const view = await end();
      view.searchField.focus();
      for (let steps = 0; steps < 3 && view.focused !== '查看'; steps++) await view.press('Tab');
      const described = view.button('查看').getAttribute('aria-describedby') as string;
      expect(view.root.getElementById(described)?.textContent).to.contain(words);
      await view.press('Enter');
      expect(view.focusedRow).to.equal(THAT);
      await sendBehind(1, chat, view.bridge as KfBridge);
    });

    for (const theme of ['light', 'dark'] as const)
      it(`is told in a line of which axe has nothing to say: ${name}, ${theme}`, async () => {
        const view = await end();
        view.element.theme = theme;
        await view.settled();
        const { violations } = await axe.run(view.element);
        expect(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))).to.deep.equal([]);
      });
  }

  it('is told where another customer was found, and leads to 不发了 and 发给现在这位', async () => {
    const view = await list({ products: many(), complete: true }, html``, { host: chat });
    (view.bridge as KfBridge).checkCustomer = true;
    await searchFor(view, OTHER);
    chat.customerId = B;
    void view.element.send(many()[33]!.productId).catch(() => undefined);
    await lineSays(view, `客户换了，没有发送：${THAT}`);
    await look(view);
    expect(view.focusedRow).to.equal(THAT);
    expect(view.names('button')).to.include.members(['不发了', '发给现在这位']);
    expect(line(view)).to.equal('');
  });

  it('is told as the list comes into sight again, where its row is not', async () => {
    const view = await sent(THAT);
    await searchFor(view, '');
    view.element.style.display = 'none';
    await view.scrollTo(0);
    chat.answer(REFUSAL);
    await eventually('refused', () => view.root.textContent?.includes('没发出去'));
    view.element.style.display = '';
    await lineSays(view, REFUSED);
  });

  it('is told to a screen reader once', async () => {
    const view = await sent(THAT);
    await searchFor(view, OTHER);
    const told: string[] = [];
    const regions = (): Element[] => Array.from(view.root.querySelectorAll('[role="status"], [aria-live]'));
    const note = (): void => {
      const now = regions().find(({ textContent }) => textContent?.includes(THAT))?.textContent ?? '';
      if (now !== told[told.length - 1]) told.push(now);
    };
    new MutationObserver(note).observe(view.root, { subtree: true, childList: true, characterData: true });
    chat.answer(REFUSAL);
    await lineSays(view, REFUSED);
    await sendAnother(view, OTHER, 2); // the line stays; it is no news any more
    chat.answer();
    await view.marked(OTHER, '已发送');
    expect(told.filter(Boolean)).to.deep.equal([`${THAT}：没发出去：应用没有权限`]);
    expect(regions().filter(({ textContent }) => textContent?.includes(`${OTHER}：已发送`)).length).to.equal(1);
  });

  it('is told to a screen reader also where another one was asked for meanwhile', async () => {
    const view = await sent(THAT);
    await searchFor(view, OTHER);
    await view.send(OTHER);
    chat.answer(REFUSAL);
    await lineSays(view, REFUSED);
    expect(Array.from(view.root.querySelectorAll('.sr'), ({ textContent }) => textContent).join()).to.contain(THAT);
  });

  it('is told where its row was scrolled out of sight, and not where it is in sight', async () => {
    const view = await list({ products: many(), complete: true }, html``, { host: chat });
    view.element.style.height = '400px';
    await view.send('货品 1 号');
    await view.pressOn('货品 2 号');
    await view.press('Escape');
    chat.answer(REFUSAL);
    await view.marked('货品 1 号', '没发出去');
    expect(line(view)).to.equal('');
    await view.scrollTo(1500);
    await lineSays(view, '没发出去：货品 1 号');
    await view.scrollTo(0);
    await lineSays(view, '');
    await view.scrollTo(1500);
    await lineSays(view, '没发出去：货品 1 号');
    await look(view);
    expect(view.focusedRow).to.equal('货品 1 号');
    await view.press('Escape');
    await view.scrollTo(1500);
    expect(line(view)).to.equal(''); // it was read
  });

  it('is told, the newest doubt before the newest failure', async () => {
    const view = await inDoubt();
    await sendAnother(view, OTHER, 2);
    await searchFor(view, '货品 7 号');
    chat.answerNth(2, REFUSAL);
    await eventually('refused', () => view.root.textContent?.includes(`${OTHER}：没发出去`));
    expect(line(view)).to.equal(DOUBTED);
    await look(view);
    await lineSays(view, `没发出去：${OTHER}`);
    await sendAnother(view, '货品 7 号', 3); // that one is still to be read
    expect(line(view)).to.equal(`没发出去：${OTHER}`);
  });

  it('is not told where the agent has cancelled it in the client, or the page has stopped it', async () => {
    const view = await sent(THAT);
    await searchFor(view, OTHER);
    const told = record(view.element);
    chat.answer({ err_msg: 'sendChatMessage:cancel' });
    await eventually('cancelled', () => told.length);
    await view.settled();
    expect(line(view)).to.equal('');
    view.element.addEventListener('kf-send', event => event.preventDefault());
    await view.element.send(many()[20]!.productId).catch(() => undefined);
    await view.settled();
    expect(line(view)).to.equal('');
  });
});

describe('the line about a send whose row is not in sight', () => {
  it('goes with 已经有了', async () => {
    const view = await inDoubt();
    await look(view);
    startClock();
    await view.click('已经有了');
    await searchFor(view, OTHER);
    expect(line(view)).to.equal('');
  });

  it('goes as the client says late that it is out', async () => {
    const view = await timedOut();
    chat.answer();
    await lineSays(view, '');
  });

  it('says it as the client refuses late what was in doubt, and was read', async () => {
    const view = await timedOut();
    await look(view);
    await searchFor(view, OTHER);
    expect(line(view)).to.equal('');
    chat.answer(REFUSAL);
    await lineSays(view, REFUSED);
  });

  it("goes as the chat is another customer's, and is there again in the first one's", async () => {
    const view = await inDoubt();
    const bridge = view.bridge as KfBridge;
    await chat.open(bridge, B);
    await lineSays(view, '');
    await chat.open(bridge, A);
    await lineSays(view, DOUBTED);
  });

  it('goes where the page has sent the product meanwhile', async () => {
    const view = await refused();
    void view.element.send(many()[33]!.productId);
    await lineSays(view, '');
    chat.answer();
    await sendBehind(2, chat, view.bridge as KfBridge);
    expect(line(view)).to.equal('');
  });

  it('leads to why it was not sent at its price then where the page has given another one', async () => {
    const view = await refused();
    view.element.products = many({ sellingPrice: '1280' });
    await view.settled();
    expect(line(view)).to.equal(REFUSED);
    await look(view);
    expect(view.focusedRow).to.equal(THAT);
    expect(line(view)).to.equal('');
    expect(view.text('confirm')).to.contain('发给当前客户？ 没发出去：应用没有权限');
    await view.press('Escape');
    stopClock(SETTLING);
    await view.pressOn(THAT);
    expect(view.text('confirm')).to.contain('发给当前客户？ Enter 发送，Esc 取消');
  });

  it('goes as the outcome was read on another element', async () => {
    const view = await list({ products: many(), complete: true }, html``, { host: chat });
    let asked: KfSendEvent | undefined;
    view.element.addEventListener('kf-send', event => (asked = event));
    void view.element.send(many()[33]!.productId);
    await chat.reached(1);
    chat.answer(REFUSAL);
    await lineSays(view, REFUSED);
    asked?.record?.acknowledge();
    await lineSays(view, '');
  });

  it('can only be put away where the product is not there any more', async () => {
    const view = await refused();
    view.element.products = many().slice(0, 20);
    await eventually('the other button', () => view.has('button', '知道了'));
    expect(line(view)).to.equal(REFUSED);
    stopClock(SETTLING);
    await view.click('知道了');
    await lineSays(view, '');
    view.element.products = many();
    await searchFor(view, THAT);
    expect(view.mark(THAT)).to.contain('没发出去');
  });

  it('leaves a doubt what it is where it is put away: the row asks as it is there again', async () => {
    const view = await inDoubt();
    view.element.products = [];
    await eventually('the other button', () => view.has('button', '知道了'));
    stopClock(SETTLING);
    await view.click('知道了');
    await lineSays(view, '');
    view.element.products = many();
    await searchFor(view, THAT);
    expect(view.mark(THAT)).to.contain('核对');
  });

  it('moves no row as it comes, waits while a finger is down, and a press right after it has come does nothing', async () => {
    const view = await sent(THAT);
    await searchFor(view, '');
    await view.scrollTo(400);
    const told = record(view.element);
    const row = view.row(OTHER).querySelector('[part="title"]') as Element;
    const tell = (type: string): unknown =>
      row.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch' }));
    const { places } = view;
    const { top } = row.getBoundingClientRect();
    stopClock();
    tell('pointerdown');
    chat.answer(REFUSAL);
    await eventually('refused', () => told.length);
    await view.settled();
    expect(line(view)).to.equal('');
    expect(view.places).to.deep.equal(places);
    tell('pointercancel');
    await lineSays(view, REFUSED);
    expect(row.getBoundingClientRect().top).to.be.closeTo(top, 1);
    await view.click('查看');
    expect(line(view)).to.equal(REFUSED);
    await view.pressOn('货品 6 号');
    expect(view.root.querySelector('[part="confirm"]')).to.be.null;
    stopClock(SETTLING);
    await view.pressOn('货品 6 号');
    expect(view.focusedRow).to.equal('货品 6 号');
  });

  it('leaves the list at its top, with its heading and its first row; a press on what has moved does nothing', async () => {
    const view = await sent(THAT);
    await searchFor(view, '');
    const { places } = view;
    stopClock();
    chat.answer(REFUSAL);
    await lineSays(view, REFUSED);
    expect(view.body.scrollTop).to.equal(0);
    expect(view.places).to.deep.equal(places);
    await view.pressOn('货品 2 号');
    expect(view.root.querySelector('[part="confirm"]')).to.be.null;
  });

  for (const [where, scrolled, asked] of [
    ['in the middle', 400, '货品 7 号'],
    ['at the top', 0, '货品 2 号'],
  ] as const)
    it(`pushes no question out of sight that stands open below a row: ${where}`, async () => {
      const view = await sent(THAT);
      await searchFor(view, '');
      await view.scrollTo(scrolled);
      await view.pressOn(asked);
      const { top } = view.button('发送').getBoundingClientRect();
      chat.answer(REFUSAL);
      await lineSays(view, REFUSED);
      expect(view.button('发送').getBoundingClientRect().top).to.be.closeTo(top, 1);
      expect(view.body.getBoundingClientRect().bottom).to.be.above(view.button('发送').getBoundingClientRect().bottom);
    });

  it('shows its outcome and its button however long the title is', async () => {
    const view = await list({ complete: true }, html``, { host: chat });
    const title = '特别长的商品名'.repeat(20);
    view.element.products = [...many(), nth(50, { productId: `long ${A}`, title })];
    (view.element.parentElement as HTMLElement).style.width = '298px';
    await view.settled();
    void view.element.send(`long ${A}`);
    await chat.reached(1);
    chat.answer(REFUSAL);
    await lineSays(view, `没发出去：${title}`);
    const news = view.root.querySelector('[part="news"]') as Element;
    const [text, button] = ['p', 'button'].map(part => news.querySelector(part) as Element);
    expect(getComputedStyle(text!).textOverflow).to.equal('ellipsis');
    expect(text!.children.length).to.equal(0); // cut at its end, whatever is in front of that
    expect(text!.getBoundingClientRect().right).to.be.at.most(button!.getBoundingClientRect().left);
    expect(button!.getBoundingClientRect().right).to.be.at.most(news.getBoundingClientRect().right);
    expect(news.clientHeight).to.be.below(60);
  });
});
