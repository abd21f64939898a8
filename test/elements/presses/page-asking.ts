import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../src/kf-bridge.js';
import '../../../src/kf-menu-composer.js';
import '../../../src/kf-product-card.js';
import '../../../src/kf-product-list.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import type { ComposerPage } from '../../support/composer-page.js';
import { A } from '../../support/customers.js';
import { nth } from '../product-list/list-page.js';

/** A panel with a composer and a list, whose customer A has been there for long. */
export async function panel(): Promise<ComposerPage> {
  const view = await chat.panel(
    html`<kf-menu-composer .value=${given}></kf-menu-composer
      ><kf-product-list .products=${[1, 2].map(i => nth(i, { productId: `p${i}${A}` }))}></kf-product-list>`,
  );
  stopClock(5000);
  return view;
}

/** The page has been told of a change: what it asks for from here on is not asked as it hears of it. */
export async function told(): Promise<void> {
  for (let task = 0; task < 4; task++) await aTimeout(0);
}

/** Something of the page's at the top left. */
export function put<E extends HTMLElement>(template: ReturnType<typeof html>): E {
  return fixtureSync<E>(html`<div style="position: fixed; top: 0; left: 0; z-index: 9">${template}</div>`)
    .firstElementChild as E;
}

/** What a page's send has become; '' while it has not been asked for. */
export class Outcome {
  text = '';
  of(sending: Promise<unknown>): void {
    this.text = 'asked';
    sending.then(
      () => (this.text = 'sent'),
      (reason: unknown) => (this.text = String((reason as { code?: string }).code ?? reason)),
    );
  }
  /** It was asked for, and has either ended or reached the client. */
  async settled(count: number): Promise<void> {
    for (let i = 0; i < 400; i++) {
      if (this.text && this.text !== 'asked') return;
      if (chat.sends.length >= count) return;
      await aTimeout(5);
    }
    throw new Error(`neither sent nor refused: ${this.text}`);
  }
}

export async function refused(outcome: Outcome, before = 0): Promise<void> {
  await outcome.settled(before + 1);
  expect(`${chat.sends.length - before} sent, ${outcome.text}`).to.equal('0 sent, customer-changed');
}

export async function goes(outcome: Outcome, before = 0): Promise<void> {
  await outcome.settled(before + 1);
  expect(`${chat.sends.length - before} sent, ${outcome.text}`).to.equal('1 sent, asked');
}
