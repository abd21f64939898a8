import { expect } from '@open-wc/testing';
import '../../../../src/kf-product-card.js';
import type { Receipt } from '../../../../src/events/send-record.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import type { KfProductCard } from '../../../../src/kf-product-card.js';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A } from '../../../support/customers.js';
import { clickOn, eventually, press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { cardOf, composerOf, panelOf, placeOf, pressCard, sendOf, show, told } from '../page-asking.js';

beforeEach(asOnNewPage);

describe('what was sent is out, and the page takes its element out; another one, which stood beside it, is pressed', () => {
  async function pressBoth<E extends KfMenuComposer | KfProductCard>(sent: E, other: E, time: number): Promise<void> {
    const bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
    bridge.append(other, sent);
    await show(placeOf(), { bridge, element: sent });
    await other.updateComplete;
    const press = async ({ renderRoot, updateComplete }: E): Promise<void> => {
      await updateComplete;
      const button = renderRoot.querySelector('[part~="send"]')!;
      button.scrollIntoView({ block: 'center' });
      await clickOn(button);
    };
    stopClock(5000);
    await press(sent);
    await chat.reached(1);
    stopClock(400);
    chat.answer();
    await told();
    sent.remove();
    await told();
    stopClock(time);
    await press(other);
    await chat.reached(2);
  }

  it('quick replies, each a composer to be sent as it stands, 700 ms later: it goes', async () => {
    const [wait, shipped] = ['请稍等', '马上发货'].map(head_content => composerOf({ head_content })) as [
      KfMenuComposer,
      KfMenuComposer,
    ];
    await pressBoth(wait, shipped, 700);
  });

  it('recommended products in a drawer that closes, and a card that stays, 450 ms later: it goes', async () => {
    await pressBoth(cardOf(`drawer${A}`), cardOf(`stays${A}`), 450);
  });
});

describe('what was sent is out, and the page takes its element out at once; the agent clicks 400 ms later into the composer, in which a text stands', () => {
  /** Control+Enter so many milliseconds after what was sent is out: the text goes. */
  async function writtenBefore<E extends KfMenuComposer | KfProductCard>(
    sent: E,
    send: (sent: E) => unknown,
    time: number,
  ): Promise<void> {
    const view = await chat.panel();
    await view.type(ComposerPage.HEAD, '请看');
    await view.settled();
    view.bridge.prepend(sent);
    await told();
    sent.addEventListener('kf-sent', () => sent.remove());
    stopClock(5000);
    void send(sent);
    await chat.reached(1);
    chat.answer();
    await eventually('taken out', () => !sent.isConnected);
    await view.settled();
    stopClock(400);
    await view.click(ComposerPage.HEAD, 'textbox');
    stopClock(time - 400);
    await press('Control', 'Enter');
    await chat.reached(2);
  }

  for (const time of [600, 900])
    it(`a card of the page's dialog, by its own 发送; Control+Enter after ${time} ms: the text goes`, async () => {
      await writtenBefore(cardOf(`closed${time}${A}`), pressCard, time);
    });

  it("a quick reply in a composer of its own, by the page's button; Control+Enter after 900 ms: the text goes", async () => {
    await writtenBefore(composerOf({ head_content: `请稍等${A}` }), quick => quick.send().catch(() => undefined), 900);
  });
});

describe('what was sent by the keys is out after 600 ms, and the page takes its element out, and gives the focus to the one below', () => {
  /** The same keys once more, 100 ms after that. */
  async function pressAgain<E extends KfMenuComposer | KfProductCard>(
    [sent, next]: readonly [E, E],
    focus: (element: E) => void,
    keys: readonly string[],
  ): Promise<void> {
    const { bridge } = panelOf(sent);
    bridge.append(next);
    await show(placeOf(), { bridge, element: sent });
    await next.updateComplete;
    stopClock(5000);
    sent.addEventListener('kf-sent', () => {
      sent.remove();
      focus(next);
    });
    focus(sent);
    await press(...keys);
    await chat.reached(1);
    stopClock(600);
    chat.answer();
    await told();
    stopClock(100);
    await press(...keys);
    await told();
    await sendBehind(1, chat, bridge);
  }

  it('quick replies, Control+Enter once more by habit: the next one, which nobody has chosen, does not go', async () => {
    const [wait, shipped] = ['请稍等', '马上发货'].map(head_content =>
      composerOf({ ...given.msgmenu, head_content }),
    ) as [KfMenuComposer, KfMenuComposer];
    await pressAgain([wait, shipped], composer => composer.focus(), ['Control', 'Enter']);
  });

  it('cards, Enter once more by habit: the next one does not go', async () => {
    const cards = [cardOf(`habit${A}`), cardOf(`next${A}`)] as const;
    await pressAgain(cards, card => sendOf(card).focus(), ['Enter']);
  });
});

describe('a card in a dialog that closes as it is pressed; the client is slow, and the agent writes in the composer meanwhile', () => {
  it('Control+Enter 300 ms after the card is out: the text goes', async () => {
    const { view, card } = await chat.panelWithCard(`dialog${A}`);
    stopClock(5000);
    await pressCard(card);
    await chat.reached(1);
    card.remove();
    stopClock(5000);
    await view.type(ComposerPage.HEAD, '您看看这款');
    stopClock(3000);
    chat.answer();
    await told();
    stopClock(300);
    await view.press('Control', 'Enter');
    await chat.reached(2);
  });

  it('the page answers by itself; Control+Enter 900 ms after the card is out: the page is asked for the text', async () => {
    const { view, card, bridge } = await chat.panelWithCard(`asked${A}`);
    const asked: string[] = [];
    let answer = (): void => undefined;
    const post = (event: HTMLElementEventMap['kf-send']): void => {
      asked.push(event.detail.message.msgtype);
      event.respondWith(new Promise<Receipt>(resolve => (answer = () => resolve(undefined as never))));
    };
    bridge.addEventListener('kf-send', post, true);
    stopClock(5000);
    await pressCard(card);
    await eventually('asked', () => asked.length);
    card.remove();
    stopClock(5000);
    await view.type(ComposerPage.HEAD, '您看看这款');
    stopClock(3000);
    answer();
    await told();
    stopClock(900);
    await view.press('Control', 'Enter');
    await told();
    expect(asked).to.deep.equal(['channels_shop_product', 'msgmenu']);
  });
});
