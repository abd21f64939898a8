import { expect, fixtureSync, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually, press } from '../../support/element-page.js';
import { tried } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';
import { list, nth } from '../product-list/list-page.js';

const { HEAD, TAIL } = ComposerPage;

it('a page that makes a long text of a short one in answer to `input`: undo leads back to what was written before', async () => {
  const view = await chat.panel();
  view.element.addEventListener('input', () => {
    if (headOf(view).endsWith('/1')) view.element.value = { head_content: '您好，请问有什么可以帮您？' };
  });
  await view.type(TAIL, '写了很久的结束文本');
  await view.type(HEAD, '/1');
  await view.settled();
  expect(view.element.value.tail_content).to.equal(undefined);
  for (let step = 0; step < 6 && !view.element.value.tail_content; step++) {
    view.element.undo();
    await view.settled();
  }
  expect(view.element.value.tail_content).to.equal('写了很久的结束文本');
});

it("a draft-key for each customer that is ahead of the bridge, and a page that is a little behind: what was written for A is not in B's chat", async () => {
  const view = await chat.panel(html`<kf-menu-composer .value=${given} draft-key=${`ahead ${A}`}></kf-menu-composer>`);
  let give = (): void => undefined;
  view.element.addEventListener('input', () => {
    const heard = view.element.value;
    give = () => (view.element.value = heard); // debounced
  });
  await view.type(HEAD, '给 A：您的手机号是 138');
  view.element.draftKey = `ahead ${B}`; // the page's own poll
  await view.settled();
  give();
  await view.settled();
  await chat.open(view.bridge, B);
  await view.settled();
  expect(headOf(view)).to.not.contain('138');
});

it('in a list whose page takes a product out that is sent: Enter, Enter, and both once more as it is out: the next product is not sent', async () => {
  const [tea, cup] = [nth(1, { productId: `out1${A}` }), nth(2, { productId: `out2${A}` })];
  const view = await list({ products: [tea, cup], complete: true }, html``, { host: chat });
  view.element.addEventListener('kf-sent', () => (view.element.products = [cup]));
  view.rows[0]!.focus();
  stopClock(5000);
  await press('Enter');
  await press('Enter');
  await chat.reached(1);
  chat.answer();
  await eventually('the next one', () => view.rows.length === 1 || view.section('全部商品').length === 1);
  await view.settled();
  stopClock(150);
  await press('Enter');
  await press('Enter');
  await sendBehind(1, chat, view.bridge as KfBridge);
});

it('two bridges, both made anew for B: a press for A on the second panel, 50 ms after it, goes to nobody', async () => {
  const place = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
  const make = (): { bridges: KfBridge[]; second: KfMenuComposer } => {
    const made = [0, 1].map(n => {
      const bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
      const composer = Object.assign(document.createElement('kf-menu-composer'), {
        value: { head_content: `第 ${n} 块`, list: [click('好', '1')] },
      });
      bridge.append(composer);
      return { bridge, composer };
    });
    const bridges = made.map(({ bridge }) => bridge);
    place.replaceChildren(...bridges);
    return { bridges, second: made[1]!.composer };
  };
  for (const bridge of make().bridges) await tried(bridge);
  chat.customerId = B;
  stopClock(5000);
  const { bridges, second } = make();
  for (const bridge of bridges) await tried(bridge);
  const view = new ComposerPage(second);
  await view.settled();
  stopClock(50);
  view.button('发送').click();
  await sendBehind(0, chat, bridges[1]!);
});
describe('a page that connects again as it hears customer-changed', () => {
  const reconnecting = (bridge: KfBridge): void =>
    bridge.addEventListener('kf-error', ({ detail }) => {
      if (detail.error.code === 'customer-changed') void bridge.reconnect();
    });

  it('on a card: that nothing was sent stays on show', async () => {
    const { view, bridge } = await chat.card(`again${A}`);
    reconnecting(bridge);
    chat.customerId = B;
    await view.send();
    await eventually('it is B', () => bridge.context?.customerId === B);
    await view.settled();
    expect(view.part('reason')).to.match(/客户换了，没有发送/);
  });

  it('in a composer with what the page gave: that nothing was sent stays on show', async () => {
    const view = await chat.panel();
    reconnecting(view.bridge);
    chat.customerId = B;
    await view.click('发送');
    await eventually('it is B', () => view.bridge.context?.customerId === B);
    await view.settled();
    expect(view.status).to.match(/客户换了，没有发送/);
  });
});
