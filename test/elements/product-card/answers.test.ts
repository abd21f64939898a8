import { expect, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { card, CardPage, PIXEL } from '../../support/card-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { callsOf } from '../../support/in-touch.js';
import { product } from '../../support/messages.js';

const tea = product({ productId: 'answers', imgUrl: PIXEL, shopImgUrl: PIXEL }).channelsShopProduct;

let client: SimulatedClient;
let view: CardPage;
let bridge: KfBridge;
const show = async (width?: number): Promise<void> => {
  view = await card(html`<kf-product-card .product=${tea}></kf-product-card>`, width ? { width } : {});
  bridge = view.element.closest('kf-bridge')!;
};
beforeEach(() => (client = simulateWeCom({ customerId: A })));
afterEach(() => client.restore());

const loseOne = async (): Promise<void> => {
  client.failNext('sendChatMessage', {});
  await view.send();
  await view.buttonSays('没有，重发');
};

const boxOf = (name: string): DOMRect => view.button(name).getBoundingClientRect();

describe('a card of which nobody can tell whether it was sent', () => {
  beforeEach(() => show());

  it('can be told that it has arrived: it shows when, and nothing is sent again', async () => {
    await loseOne();
    expect(view.names('button')).to.deep.equal(['已经有了', '没有，重发']);
    await view.read();
    await view.click('已经有了');
    await view.buttonSays('发送');
    expect(view.names('button')).to.deep.equal(['发送']);
    expect(view.part('mark')).to.match(/^\d\d:\d\d$/);
    expect(view.status).to.equal('');
    expect(callsOf(client)).to.equal(1);
  });

  it('takes no answer before a person can have read the question', async () => {
    await loseOne();
    view.button('已经有了').click();
    await view.settled();
    expect(view.names('button')).to.deep.equal(['已经有了', '没有，重发']);
  });

  it('takes the focus from the button: Enter once more, long after, sends nothing again', async () => {
    client.failNext('sendChatMessage', {});
    view.button('发送').focus();
    await view.press('Enter');
    await view.buttonSays('没有，重发');
    await view.read();
    expect(view.names('button')).not.to.include(view.focused);
    await view.press('Enter');
    expect(view.names('button')).to.deep.equal(['已经有了', '没有，重发']);
    await view.press('Tab');
    expect(view.focused).to.equal('已经有了');
    expect(callsOf(client)).to.equal(1);
  });

  it('is answered by keys, and keeps the focus', async () => {
    await loseOne();
    view.button('已经有了').focus();
    await view.read();
    await view.press('Tab');
    expect(view.focused).to.equal('没有，重发');
    await view.press('Shift', 'Tab');
    expect(view.focused).to.equal('已经有了');
    await view.press('Enter');
    await view.buttonSays('发送');
    expect(view.focused).to.equal('发送');
    expect(callsOf(client)).to.equal(1);
  });

  it('sends nothing for a button that is gone', async () => {
    await loseOne();
    const arrived = view.button('已经有了');
    await view.read();
    arrived.click();
    await view.buttonSays('发送');
    arrived.click();
    await view.settled();
    expect(view.action).to.equal('发送');
    expect(callsOf(client)).to.equal(1);
  });

  it('has both answers disabled while it is', async () => {
    await loseOne();
    view.element.disabled = true;
    await view.settled();
    expect(view.all('button').map(button => (button as HTMLButtonElement).disabled)).to.deep.equal([true, true]);
  });
});

describe('the two answers of a card', () => {
  it('stand side by side, alike', async () => {
    await show(360);
    await loseOne();
    const [one, other] = [boxOf('已经有了'), boxOf('没有，重发')];
    expect(one.top).to.equal(other.top);
    expect(one.right).to.be.closeTo(other.left, 0.5);
    expect(one.width).to.be.closeTo(other.width, 0.5);
  });

  it('stand below each other in a narrow card', async () => {
    await show(160);
    await loseOne();
    const [one, other] = [boxOf('已经有了'), boxOf('没有，重发')];
    expect(one.bottom).to.be.closeTo(other.top, 0.5);
    expect(one.width).to.be.closeTo(other.width, 0.5);
  });

  it('come into sight where somebody works with the card', async () => {
    await show();
    const window = bridge.firstElementChild as HTMLElement;
    window.style.cssText += 'overflow: auto; height: 200px';
    view.button('发送').focus();
    const visible = (): boolean => boxOf('没有，重发').bottom <= window.getBoundingClientRect().bottom + 1;
    window.scrollTop = 0;
    client.failNext('sendChatMessage', {});
    await view.element.send().catch(() => undefined);
    await view.buttonSays('没有，重发');
    await view.settled();
    expect(visible()).to.be.true;
  });

  it('move nothing where nobody does', async () => {
    await show();
    const window = bridge.firstElementChild as HTMLElement;
    window.style.cssText += 'overflow: auto; height: 200px';
    client.failNext('sendChatMessage', {});
    await view.element.send().catch(() => undefined);
    await view.buttonSays('没有，重发');
    await view.settled();
    expect(window.scrollTop).to.equal(0);
  });
});

describe('a card that has found another customer', () => {
  it("can be told not to send; it is that one's then", async () => {
    await show();
    bridge.checkCustomer = true;
    client.set({ customerId: B });
    await view.send();
    await view.buttonSays('发给现在这位');
    await view.read();
    await view.click('不发了');
    await view.buttonSays('发送');
    expect(view.status).to.equal('');
    expect(client.sent).to.deep.equal([]);
    await bridge.ready;
    await eventually('a look at who is there', () => performance.now() - bridge.changedAt > 500);
    await view.send();
    await view.says(/^已发送/);
    expect(client.sent).to.have.length(1);
  });
});

describe('a card beside one that asks', () => {
  it('leaves its button where it was', async () => {
    view = await card(
      html`<div style="display: grid; grid-template-columns: 1fr 1fr; gap: 12px">
        <kf-product-card .product=${tea}></kf-product-card>
        <kf-product-card .product=${{ ...tea, productId: 'beside' }}></kf-product-card>
      </div>`,
      { width: 380 },
    );
    bridge = view.element.closest('kf-bridge')!;
    const beside = new CardPage(bridge.querySelectorAll('kf-product-card')[1]!);
    const { top } = beside.button('发送').getBoundingClientRect();
    await loseOne();
    await beside.settled();
    expect(beside.button('发送').getBoundingClientRect().top).to.equal(top);
    expect(beside.element.offsetHeight).to.equal(view.element.offsetHeight);
  });
});
