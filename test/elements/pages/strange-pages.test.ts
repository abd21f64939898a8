import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import type { KfSendEvent } from '../../../src/events/kf-send.js';
import type { KfBridge } from '../../../src/kf-bridge.js';
import { Chat, chat, given, headOf } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { stopClock } from '../../support/clock.js';
import { eventually, press } from '../../support/element-page.js';
import { skipIn } from '../../support/engine.js';
import { tried, unanswered } from '../../support/in-touch.js';
import { product, text } from '../../support/messages.js';
import { sendBehind } from '../bridge/send-behind.js';

const { HEAD } = ComposerPage;

skipIn({ 'webkit-wpe': 'Safari 16.0 has no ElementInternals' }).describe('after form.reset()', () => {
  it('the next customer gets what the form was reset to', async () => {
    const view = await chat.panel(
      html`<form><kf-menu-composer value=${JSON.stringify({ head_content: '您好', list: given.msgmenu.list ?? [] })}></kf-menu-composer></form>`,
    );
    view.element.value = { head_content: '张先生，您好', list: given.msgmenu.list ?? [] };
    await view.settled();
    view.element.form!.reset();
    await view.settled();
    expect(headOf(view)).to.equal('您好');
    await chat.open(view.bridge, B);
    expect(headOf(view)).to.equal('您好');
  });

  it("which the page does after each send: B's text stays as A's answer comes", async () => {
    const view = await chat.panel(html`<form><kf-menu-composer name="menu" .value=${given}></kf-menu-composer></form>`);
    const { element } = view;
    element.addEventListener('kf-sent', () => element.form?.reset());
    await view.type(HEAD, '给 A');
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(view.bridge, B);
    await view.settled();
    await view.type(HEAD, '给 B');
    chat.answer();
    await aTimeout(50);
    await view.settled();
    expect(headOf(view)).to.equal('给 B');
  });
});

describe('around the composer, something keeps pointerup to itself (a modal)', () => {
  const within = async (stops: boolean): Promise<ComposerPage> => {
    const view = await chat.panel(html`<div class="modal"><kf-menu-composer .value=${given}></kf-menu-composer></div>`);
    view.element.parentElement!.addEventListener('pointerup', event => stops && event.stopPropagation());
    return view;
  };

  for (const stops of [false, true]) {
    it(`${stops}: an answer by keyboard counts`, async () => {
      const view = await within(stops);
      view.bridge.timeout = 60;
      await view.click('发送');
      await eventually('the question', () => view.has('button', '没有，重发'));
      view.bridge.timeout = 30_000;
      await view.read();
      view.button('没有，重发').focus();
      await view.press('Enter');
      await chat.reached(2);
    });

    it(`${stops}: Ctrl+Enter in B's chat sends to B`, async () => {
      const view = await within(stops);
      await view.type(HEAD, '给 A');
      await chat.open(view.bridge, B);
      await view.settled();
      await view.read();
      view.textbox(HEAD).focus();
      await press('Control', 'Enter');
      await chat.reached(1);
    });
  }
});

describe('a page that goes on while it is asked', () => {
  it('beforeSend that reconnects each time: one call, and none to another customer', async () => {
    const { view, bridge } = await chat.card(`bs${A}`);
    bridge.beforeSend = async message => {
      await bridge.reconnect();
      return message;
    };
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer();
    await aTimeout(0);
    let code = '';
    chat.customerId = B;
    await view.element.send().catch((error: { code: string }) => (code = error.code));
    expect(`${chat.sends.length} ${code}`).to.equal('1 customer-changed');
  });

  it('kf-send listeners that reconnect', async () => {
    const { view, bridge } = await chat.card(`ks${A}`);
    view.element.addEventListener('kf-send', () => void bridge.reconnect());
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer();
    await aTimeout(0);
    chat.customerId = B;
    let code = '';
    await view.element.send().catch((error: { code: string }) => (code = error.code));
    expect(`${chat.sends.length} ${code}`).to.equal('1 customer-changed');
  });

  it('beforeSend that sends through the same bridge does not stop it for longer than the timeout', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge .host=${chat}></kf-bridge>`);
    await tried(bridge);
    bridge.timeout = 200;
    let first = true;
    bridge.beforeSend = async message => {
      if (first) {
        first = false;
        await bridge.send(text('greeting'));
      }
      return message;
    };
    const codes: string[] = [];
    await bridge.send(text('menu')).catch((error: { code: string }) => codes.push(error.code));
    expect(codes.join()).to.equal('stopped');
    await chat.reached(1);
  });

  it('kf-ready that connects anew at once, to a channel that is not there yet: what was asked for waits', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge .host=${chat}></kf-bridge>`);
    let again = true;
    bridge.addEventListener('kf-ready', () => {
      if (!again) return;
      again = false;
      bridge.host = null;
      bridge.channel = 'ww';
      void bridge.reconnect().catch(() => undefined);
      setTimeout(() => (bridge.host = chat), 20);
    });
    const codes: string[] = [];
    bridge
      .send(text('x'))
      .catch((error: { code: string; message: string }) => codes.push(`${error.code} ${error.message}`));
    await chat.reached(1);
    expect(codes).to.deep.equal([]);
  });

  it("another element's send, asked for inside a kf-send that is then cancelled, is not cancelled", async () => {
    const tea = product({ productId: `two${A}` }).channelsShopProduct;
    const bridge = fixtureSync<KfBridge>(
      html`<kf-bridge .host=${chat}><kf-product-card .product=${tea}></kf-product-card><kf-product-card .product=${tea}></kf-product-card></kf-bridge>`,
    );
    await tried(bridge);
    const [one, two] = Array.from(bridge.querySelectorAll('kf-product-card'));
    one!.addEventListener('kf-send', event => event.preventDefault());
    bridge.addEventListener('kf-send', (event: KfSendEvent) => {
      if (event.target === one) two!.send().catch(() => undefined);
    });
    one!.send().catch(() => undefined);
    await chat.reached(1);
    chat.answer();
    await sendBehind(1, chat, bridge);
  });

  it('A → B → A with the native call open, the answer comes in the second A', async () => {
    const { view, bridge } = await chat.card(`aba${A}`);
    await view.send();
    await chat.reached(1);
    await chat.open(bridge, B);
    await view.settled();
    const inB = view.action;
    await chat.open(bridge, A);
    await view.settled();
    const inA = view.action;
    chat.answer();
    await view.buttonSays('已发送');
    expect(`${inB} ${inA} ${chat.sends.length}`).to.equal('发送 发送中 1');
  });

  it('a question about a message that the page has replaced stays, when a listener cancels 没有，重发', async () => {
    const view = await chat.panel();
    view.bridge.timeout = 1000;
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    view.element.value = { head_content: '下一条', list: given.msgmenu.list ?? [] };
    await eventually('the question', () => view.has('button', '没有，重发'));
    view.element.addEventListener('kf-send', event => event.preventDefault());
    await view.click('没有，重发');
    expect(view.has('button', '没有，重发')).to.be.true;
  });
});

describe('a page whose framework gives the value at each render (Preact, @lit/react), as docs/frameworks says', () => {
  it("what was typed for A is not in B's chat, and does not go there", async () => {
    const view = await chat.panel();
    let model = view.element.value;
    view.element.addEventListener('input', () => (model = view.element.value));
    view.bridge.addEventListener('kf-ready', () => (view.element.value = model)); // it renders, as it shows the customer
    await view.type(HEAD, '给 A');
    await chat.open(view.bridge, B);
    await view.settled();
    const shown = headOf(view);
    await view.click('发送');
    await chat.reached(1);
    expect(`${shown} | ${JSON.stringify(chat.sends[0])}`).to.not.contain('给 A');
  });

  it("what was typed for A comes back in A's chat, after B's", async () => {
    const view = await chat.panel();
    let model = view.element.value;
    view.element.addEventListener('input', () => (model = view.element.value));
    view.bridge.addEventListener('kf-ready', () => (view.element.value = model));
    await view.type(HEAD, '给 A');
    await chat.open(view.bridge, B);
    await view.settled();
    await view.type(HEAD, '给 B');
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('给 A');
  });
});

describe('after a right click whose pointerup the context menu has taken (macOS)', () => {
  it("Ctrl+Enter in B's chat sends to B", async () => {
    const view = await chat.panel();
    const codes: string[] = [];
    view.element.addEventListener('kf-error', event => codes.push(event.detail.error.code));
    view.textbox(HEAD).dispatchEvent(new PointerEvent('pointerdown', { button: 2, bubbles: true, composed: true }));
    await view.settled();
    await chat.open(view.bridge, B);
    await view.settled();
    await view.read();
    view.textbox(HEAD).focus();
    await press('Control', 'Enter');
    await chat.reached(1);
    expect(codes).to.deep.equal([]);
  });
});

describe('answers, and who is in the chat by then', () => {
  it('A sends, B is found, A is found: the answer in B changes nothing of B', async () => {
    const view = await chat.panel();
    await view.type(HEAD, '给 A');
    view.element.send().catch(() => undefined);
    await chat.reached(1);
    await chat.open(view.bridge, B);
    await view.settled();
    await view.type(HEAD, '给 B');
    chat.answer();
    await aTimeout(0);
    await view.settled();
    expect(`${headOf(view)} ${view.has('button', '发送')}`).to.equal('给 B true');
    await chat.open(view.bridge, A);
    await view.settled();
    expect(`${headOf(view)} ${view.has('button', '再发一次')}`).to.equal('给 A true');
  });

  it('没有，重发 pressed twice in one task is one call', async () => {
    const { view, bridge } = await chat.card(`dbl${A}`);
    await unanswered(bridge, () => view.element.send());
    await view.buttonSays('没有，重发');
    await view.read();
    view.button('没有，重发').click();
    view.button('没有，重发').click();
    await chat.reached(2);
    chat.answer();
    chat.answer();
    await sendBehind(2, chat, bridge);
  });

  it('没有，重发 answers nothing right after it came, nor for who goes on pressing', async () => {
    stopClock();
    const { view, bridge } = await chat.card(`early${A}`);
    await unanswered(bridge, () => view.element.send());
    await view.buttonSays('没有，重发');
    for (const later of [0, 900, 900]) {
      stopClock(later);
      view.button('没有，重发').click();
      await view.settled();
      expect(view.action).to.equal('没有，重发');
    }
    stopClock(1001);
    view.button('没有，重发').click();
    await chat.reached(2);
  });

  it('a host that throws at once, or rejects after it has answered, leaves a question', async () => {
    const own = new Chat();
    const invoke = own.invoke.bind(own);
    own.invoke = (api, params) => {
      if (api === 'sendChatMessage') throw new Error('at once');
      return invoke(api, params);
    };
    const { view } = await own.card(`thr${A}`);
    await view.element.send().catch(() => undefined);
    await view.buttonSays('没有，重发');
  });

  it('a signal at each step ends it once, and the next one goes', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge .host=${chat}></kf-bridge>`);
    await tried(bridge);
    const ends: string[] = [];
    for (const when of ['before', 'asked', 'customer', 'handed']) {
      const controller = new AbortController();
      const invoke = Chat.prototype.invoke.bind(chat);
      bridge.beforeSend = message => {
        if (when === 'asked') controller.abort();
        return message;
      };
      chat.invoke = (api, params) => {
        if (api === 'getCurExternalContact' && when === 'customer') controller.abort();
        if (api === 'sendChatMessage' && when === 'handed') controller.abort();
        return invoke(api, params);
      };
      if (when === 'before') controller.abort();
      await bridge
        .send(text(when), { signal: controller.signal })
        .catch(({ code, outcome }: { code: string; outcome: string }) => ends.push(`${code} ${outcome}`));
    }
    expect(`${ends.join()} ${chat.sends.length}`).to.equal(
      'aborted not-sent,aborted not-sent,aborted not-sent,aborted unknown 1',
    );
  });
});
