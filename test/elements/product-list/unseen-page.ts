import { aTimeout, html } from '@open-wc/testing';
import type { ChannelsShopProduct } from '../../../src/core/index.js';
import { SETTLING } from '../../../src/elements/shared/sends/stays.js';
import { chat } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { A } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { list, nth, type ListPage } from './list-page.js';

export const REFUSAL = { err_msg: 'sendChatMessage:fail_no permission' };
export const [THAT, OTHER] = ['货品 33 号', '货品 5 号'];
export const REFUSED = `没发出去：${THAT}`;
export const DOUBTED = `不确定发出没有：${THAT}`;

/** Each test's own, as pages of tests share what the browser stores; without figures: the search for a number must not find it. */
const own = (): string =>
  `${performance.timeOrigin} ${A}`.replace(/\d/g, figure => 'abcdefghij'.charAt(Number(figure)));

export const many = (changes: Partial<ChannelsShopProduct> = {}): ChannelsShopProduct[] =>
  Array.from({ length: 40 }, (_, index) =>
    nth(index, { productId: `unseen ${index} ${own()}`, title: `货品 ${index} 号`, ...changes }),
  );

/** What stands above the rows, without its button. */
export const line = ({ root }: ListPage): string =>
  (root.querySelector('[part="news"] p')?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const lineSays = (view: ListPage, words: string): Promise<unknown> =>
  eventually(`${words || 'no line'}, not ${line(view)}`, () => line(view) === words);

export async function searchFor(view: ListPage, text: string): Promise<void> {
  view.searchField.value = text;
  view.searchField.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await view.settled();
}

/** All products, of which this one was searched and sent; the client has not answered. */
export async function sent(title: string): Promise<ListPage> {
  const view = await list({ products: many(), complete: true }, html``, { host: chat });
  view.element.style.height = '400px';
  await sendAnother(view, title, 1);
  return view;
}

export async function sendAnother(view: ListPage, title: string, nthSend: number): Promise<void> {
  await searchFor(view, title);
  stopClock(SETTLING); // a press comes after what it is about was seen
  await view.send(title);
  await chat.reached(nthSend);
}

/** Its row is not in sight as the client answers so. */
async function ended(next: string, answer: unknown, words: string): Promise<ListPage> {
  const view = await sent(THAT);
  await searchFor(view, next);
  chat.answer(answer);
  await lineSays(view, words);
  return view;
}

export const refused = (next = OTHER): Promise<ListPage> => ended(next, REFUSAL, REFUSED);
/** The answer is none: nobody knows. */
export const inDoubt = (next = OTHER): Promise<ListPage> => ended(next, {}, DOUBTED);

/** The client has not answered yet as its time is over. */
export async function timedOut(): Promise<ListPage> {
  const view = await list({ products: many(), complete: true }, html``, { host: chat, timeout: 60 });
  view.element.style.height = '400px';
  await searchFor(view, OTHER);
  void view.element.send(many()[33]!.productId).catch(() => undefined);
  await lineSays(view, DOUBTED);
  return view;
}

/** An agent sees what has come before pressing on it. */
export async function look(view: ListPage): Promise<void> {
  await view.settled();
  await aTimeout(50); // the list may still make room for it
  stopClock(SETTLING);
  await view.click('查看');
}
