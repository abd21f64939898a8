import { aTimeout, expect } from '@open-wc/testing';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';

const { HEAD } = ComposerPage;

/** A page that opens a dialog with a composer for each text, and closes it as it is asked to send. */
async function dialogs(): Promise<(text: string) => Promise<ComposerPage>> {
  const view = await chat.panel();
  const place = view.element.parentElement as HTMLElement;
  view.element.remove();
  return async text => {
    const element: KfMenuComposer = document.createElement('kf-menu-composer');
    element.value = given;
    place.append(element);
    element.addEventListener('kf-send', () => setTimeout(() => element.remove()));
    const page = new ComposerPage(element);
    await page.settled();
    if (text) await page.type(HEAD, text);
    return page;
  };
}

/** It is asked to send its text by keys, and closed before the client has answered. */
async function closedWhileSending(dialog: ComposerPage): Promise<void> {
  stopClock(5000);
  await dialog.press('Control', 'Enter');
  await chat.reached(1);
  await aTimeout(20);
}

describe('a page that closes its dialog as it is asked to send', () => {
  it('refused: told in the next one; read, and not told in the one after it', async () => {
    const open = await dialogs();
    const first = await open('第一条');
    await closedWhileSending(first);
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await aTimeout(20);
    const second = await open('');
    expect(second.status).to.contain('第一条');
    stopClock(10_000);
    await second.settled();
    await second.type(HEAD, '第二条');
    await second.settled();
    expect(second.status).to.not.contain('第一条');
    stopClock(5000);
    await second.press('Control', 'Enter');
    await chat.reached(2);
    chat.answerNth(2);
    await aTimeout(20);
    const third = await open('');
    expect(third.status).to.not.contain('第一条');
  });

  it('refused, and then the agent sends the same again, which arrives: not told any more', async () => {
    const open = await dialogs();
    const first = await open('第一条');
    await closedWhileSending(first);
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await aTimeout(20);
    const second = await open('第一条');
    stopClock(5000);
    await second.press('Control', 'Enter');
    await chat.reached(2);
    chat.answerNth(2);
    await aTimeout(50);
    const third = await open('');
    expect(third.status).to.not.contain('没有发出去');
  });

  it('cancelled in the client by the agent: the next dialog does not say that it could not be sent', async () => {
    const open = await dialogs();
    const first = await open('第一条');
    await closedWhileSending(first);
    chat.answer({ err_msg: 'sendChatMessage:cancel' });
    await aTimeout(20);
    const second = await open('');
    expect(second.status).to.not.contain('没有发出去');
  });

  it('A’s was refused while B’s chat was open: it is told in A’s, and once', async () => {
    const open = await dialogs();
    const first = await open('给 A');
    const { bridge } = first;
    await closedWhileSending(first);
    await chat.open(bridge, B);
    chat.answer({ err_msg: 'sendChatMessage:fail_no permission' });
    await aTimeout(20);
    const inB = await open('');
    expect(inB.status).to.not.contain('给 A');
    inB.element.remove();
    await chat.open(bridge, A);
    const inA = await open('');
    expect(inA.status).to.contain('给 A');
  });
});
