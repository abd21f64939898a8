import { expect, nextFrame } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { record, typesOf } from '../../support/ask.js';
import { callsOf } from '../../support/in-touch.js';
import { eventually, press } from '../../support/element-page.js';
import { forgetSent, list, nth, shop, type ListPage } from './list-page.js';

let client: SimulatedClient;
let view: ListPage;
let customers = 0;
beforeEach(async () => {
  forgetSent();
  client = simulateWeCom({ customerId: `wmKeyboard${++customers}` });
  view = await list({ products: shop(30), complete: true });
});
afterEach(() => client.restore());

const focusFirstRow = async (): Promise<void> => {
  view.element.focus();
  await view.press('ArrowDown');
};

/** It comes to the list in a frame of its own. */
async function setWidth({ element, root }: ListPage, width: number): Promise<void> {
  (element.parentElement as HTMLElement).style.width = `${width}px`;
  await eventually('the width in mind', () => (root.querySelector('.root.narrow') !== null) === width < 300);
}

describe('the question below a row', () => {
  it('is in the window with all of it, where the page has to scroll for that, too', async () => {
    const place = view.element.parentElement as HTMLElement;
    place.style.marginTop = `${innerHeight - 200}px`;
    view.element.focus();
    for (let row = 0; row < 3; row++) await view.press('ArrowDown');
    await view.press('Enter');
    expect(view.focused).to.equal('发送');
    const { top, bottom } = (view.root.querySelector('.strip') as Element).getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight + 1);
  });

  it('leaves the page where it was scrolled to, when it goes without the user', async () => {
    const place = view.element.parentElement as HTMLElement;
    place.style.marginBottom = '3000px';
    await focusFirstRow();
    await view.press('Enter');
    expect(view.focused).to.equal('发送');
    scrollTo(0, 2000); // to read on, below
    client.set({ customerId: `wmKeyboard${++customers}` });
    await view.bridge?.reconnect();
    await view.settled();
    expect(view.root.querySelector('.strip')).to.equal(null);
    expect(scrollY).to.equal(2000);
    view.element.products = [nth(100), nth(101)];
    await view.settled();
    expect(scrollY).to.equal(2000);
  });

  for (const [lang, width] of [
    ['zh-CN', 180],
    ['zh-TW', 200],
    ['en', 200],
    ['zh-CN', 260],
    ['en', 299],
    ['zh-CN', 300],
    ['zh-CN', 328],
    ['en', 360],
  ] as const)
    it(`says all that it says: ${lang}, ${width} px`, async () => {
      const view = await list({ products: shop(3), complete: true });
      const place = view.element.parentElement as HTMLElement;
      place.lang = lang;
      await setWidth(view, width);
      await view.settled();
      await view.pressOn(view.titles[0] as string);
      const hint = view.root.querySelector('.strip .hint') as HTMLElement;
      const strip = (view.root.querySelector('.strip') as Element).getBoundingClientRect();
      expect(hint.scrollWidth).to.be.at.most(hint.clientWidth);
      expect(strip.width).to.equal(width);
      for (const part of view.root.querySelectorAll('.strip .what, .strip .hint, .strip button')) {
        if (part === hint && !part.getClientRects().length) continue; // it is about keys, and this is a touch screen
        const { left, right, top, bottom } = part.getBoundingClientRect();
        expect(left).to.be.at.least(strip.left + 8);
        expect(right).to.be.at.most(strip.right - 8);
        expect(top).to.be.at.least(strip.top);
        expect(bottom).to.be.at.most(strip.bottom);
      }
    });
});

describe('a list whose place changes', () => {
  it('has nothing that stands out of a row as narrow as it may be', async () => {
    const view = await list({ products: shop(3), complete: true });
    await setWidth(view, 160);
    client.failNext('sendChatMessage', {});
    await view.element.send(nth(0).productId).catch(() => undefined);
    await view.settled();
    const { right } = view.element.getBoundingClientRect();
    const box = (view.root.querySelector('.row .right') as Element).getBoundingClientRect();
    expect(box.right).to.be.at.most(right);
    expect(getComputedStyle(view.root.querySelector('.row .right') as Element).overflow).to.equal('hidden');
    const [name, count] = Array.from(view.root.querySelectorAll('.head span'), span => span.getBoundingClientRect());
    expect(count!.left - name!.right).to.be.at.least(8);
  });

  it('keeps the next row at the end of the question, however many lines that has by now', async () => {
    const view = await list({ products: shop(3), complete: true });
    await view.pressOn(view.titles[0] as string);
    const gap = (): number => {
      const strip = view.root.querySelector('.strip') as Element;
      return (view.rows[1] as Element).getBoundingClientRect().top - strip.getBoundingClientRect().bottom;
    };
    expect(gap()).to.be.closeTo(0, 1);
    const before = (view.root.querySelector('.strip') as HTMLElement).offsetHeight;
    await setWidth(view, 180);
    await eventually('the next row below the question', () => Math.abs(gap()) <= 1);
    expect((view.root.querySelector('.strip') as HTMLElement).offsetHeight).to.be.above(before);
  });

  it('renders in a frame of its own: in the one that the browser lays out, its page would hear of a loop', async () => {
    const view = await list({ products: shop(3), complete: true }); // as high as what is in it
    await view.pressOn(view.titles[0] as string);
    const heard: string[] = [];
    const listen = ({ message }: ErrorEvent): void => void heard.push(message);
    window.addEventListener('error', listen);
    for (const width of [200, 400, 180, 360]) {
      await setWidth(view, width);
      await nextFrame();
    }
    window.removeEventListener('error', listen);
    expect(heard).to.deep.equal([]);
  });
});

describe('by keyboard alone', () => {
  for (const width of [240, 320, 400])
    it(`asks in words that stay inside their strip: ${width} px`, async () => {
      await setWidth(view, width);
      await focusFirstRow();
      await view.press('Enter');
      const strip = (view.root.querySelector('[part="confirm"]') as Element).getBoundingClientRect();
      for (const words of view.root.querySelectorAll('[part="confirm"] span'))
        for (const { top, bottom } of words.getClientRects()) {
          expect(top).to.be.at.least(strip.top);
          expect(bottom).to.be.at.most(strip.bottom);
        }
    });

  for (const lang of ['zh-CN', 'zh-TW', 'en'])
    for (const width of [240, 320, 360, 420])
      it(`asks what nobody knows in words that are whole: ${lang}, ${width} px`, async () => {
        const slow = await list({ products: shop(3), complete: true }, undefined, { timeout: 40 });
        (slow.element.parentElement as HTMLElement).lang = lang;
        await setWidth(slow, width);
        client.failNext('sendChatMessage', 'never');
        void slow.element.send(nth(0).productId).catch(() => undefined);
        const strip = await eventually('the question', () => slow.root.querySelector('.strip'));
        const frame = strip.getBoundingClientRect();
        const parts = Array.from(strip.querySelectorAll('.what, .hint, button'), part => part.getBoundingClientRect());
        expect(parts).to.have.length(4);
        const [what, hint, arrived, repeat] = parts as [DOMRect, DOMRect, DOMRect, DOMRect];
        expect(hint.top).to.be.at.least(what.bottom);
        expect(arrived.top).to.be.at.least(hint.bottom);
        expect(arrived.top - hint.bottom, 'no hole').to.be.at.most(16);
        expect(frame.bottom - arrived.bottom, 'no hole').to.be.at.most(16);
        for (const { left, right, bottom } of parts) {
          expect(left).to.be.at.least(frame.left + 8);
          expect(right).to.be.at.most(frame.right - 8);
          expect(bottom).to.be.at.most(frame.bottom);
        }
        expect(repeat.left).to.be.at.least(arrived.right);
        const mark = slow.root.querySelector('.asked [part="mark"] .cut') as Element;
        if (width > 240) expect(mark.scrollWidth, 'the mark is whole').to.be.at.most(mark.clientWidth);
      });

  it('goes from the search field to a product that is sent', async () => {
    const events = record(view.element);
    view.element.focus();
    expect(view.root.activeElement).to.equal(view.searchField);
    await view.press('ArrowDown');
    await view.press('ArrowDown');
    expect(view.focusedRow).to.equal('明前龙井');
    await view.press('Enter');
    expect(view.text('confirm')).to.contain('发给当前客户？');
    expect(view.focused).to.equal('发送');
    expect(callsOf(client)).to.equal(0);
    await view.press('Enter');
    await view.marked('明前龙井', '已发送');
    expect(client.sent).to.deep.equal([{ msgtype: 'channels_shop_product', channelsShopProduct: nth(1) }]);
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
    expect(view.root.activeElement).to.equal(view.row('明前龙井'));
  });

  it('asks before it sends, also when Enter is held down', async () => {
    await focusFirstRow();
    const { activeElement } = view.root;
    const enter = (repeat: boolean): boolean =>
      (view.root.activeElement || activeElement)!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, composed: true, cancelable: true }),
      );
    expect(enter(false), 'the first Enter clicks nothing').to.be.false;
    await view.settled();
    expect(enter(true), 'a repeated Enter clicks nothing').to.be.false;
    expect(callsOf(client)).to.equal(0);
  });

  it('takes the question back with Escape', async () => {
    await focusFirstRow();
    await view.press('Enter');
    await view.press('Escape');
    expect(view.text('confirm')).to.equal('');
    expect(view.focusedRow).to.equal('手工黄油曲奇礼盒');
    await view.press('Escape');
    expect(view.root.activeElement).to.equal(view.searchField);
  });

  it('moves by rows, pages and to both ends', async () => {
    await focusFirstRow();
    await view.press('End');
    expect(view.focusedRow).to.equal('商品 29');
    await view.press('ArrowDown');
    expect(view.focusedRow).to.equal('商品 29');
    await view.press('PageUp');
    expect(view.focusedRow).to.equal('商品 25');
    await view.press('Home');
    expect(view.focusedRow).to.equal('手工黄油曲奇礼盒');
    expect(view.body.scrollTop).to.equal(0);
    await view.press('PageDown');
    expect(view.focusedRow).to.equal('帆布托特包');
    await view.press('ArrowUp');
    expect(view.focusedRow).to.equal('深烘咖啡豆');
  });

  it('leaves the first row upwards for the search field', async () => {
    await focusFirstRow();
    await view.press('ArrowUp');
    expect(view.root.activeElement).to.equal(view.searchField);
  });

  it('shows the row that has the focus', async () => {
    await focusFirstRow();
    for (let times = 0; times < 12; times++) {
      await view.press('ArrowDown');
      const row = (view.root.activeElement as Element).getBoundingClientRect();
      const body = view.body.getBoundingClientRect();
      expect(row.top).to.be.at.least(body.top - 1);
      expect(row.bottom).to.be.at.most(body.bottom + 1);
    }
  });

  it('types into the search field from any row', async () => {
    await focusFirstRow();
    await view.press('ArrowDown');
    await view.write('28');
    expect(view.searchField.value).to.equal('28');
    expect(view.titles).to.deep.equal(['商品 28']);
  });

  it('asks about the first one found from the search field', async () => {
    view.element.focus();
    await view.write('29');
    await view.press('Enter');
    expect(view.focused).to.equal('发送');
    await view.press('Enter');
    await eventually('sent', () => client.sent.length === 1);
    expect(client.sent[0]).to.have.nested.property('channelsShopProduct.productId', nth(29).productId);
  });

  it('clears the search with Escape', async () => {
    view.element.focus();
    await view.write('29');
    await view.press('Escape');
    expect(view.searchField.value).to.equal('');
    expect(view.root.activeElement).to.equal(view.searchField);
    expect(view.titles[0]).to.equal('手工黄油曲奇礼盒');
  });

  it('is one stop for Tab', async () => {
    expect(view.root.querySelectorAll('[tabindex="0"]')).to.have.length(1);
    const after = document.createElement('button');
    view.element.parentElement!.append(after);
    await focusFirstRow();
    await view.press('ArrowDown');
    await press('Tab');
    expect(document.activeElement).to.equal(after);
    await press('Shift', 'Tab');
    expect(view.focusedRow).to.equal('明前龙井');
  });

  it('moves on from an open question without answering it', async () => {
    await focusFirstRow();
    await view.press('Enter');
    await view.press('ArrowDown');
    expect(view.text('confirm')).to.equal('');
    expect(view.focusedRow).to.equal('明前龙井');
  });
});
