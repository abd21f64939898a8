import { aTimeout, expect, html } from '@open-wc/testing';
import { install } from '@sinonjs/fake-timers';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { A, B } from '../../../support/customers.js';
import { record, typesOf } from '../../../support/ask.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually, press } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { click, menu, view as link } from '../../../support/messages.js';

const { HEAD } = ComposerPage;
const given = menu(click('满意', '1'));

/** As the README shows it: without a `draft-key`. */
const panel = (): Promise<ComposerPage> => composer(html`<kf-menu-composer .value=${given}></kf-menu-composer>`);
const headOf = ({ element }: ComposerPage): string | undefined => element.value.head_content;

let client: SimulatedClient;
beforeEach(() => (client = simulateWeCom({ customerId: A })));
afterEach(() => client.restore());

describe('what was written for a customer', () => {
  it('is gone in the task in which the bridge has another one: the page can not send it to them', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    client.set({ customerId: B });
    await view.bridge.reconnect();
    expect(view.element.value).to.deep.equal(given.msgmenu);
    await view.element.send();
    expect(client.sent).to.deep.equal([given]);
  });

  it('comes back with its customer, and so do its steps', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled();
    await view.type(HEAD, '给 B');
    client.set({ customerId: A });
    await view.bridge.reconnect();
    await view.settled();
    expect(headOf(view)).to.equal('给 A');
    view.element.undo();
    expect(headOf(view)).to.equal(undefined);
  });

  it('is a step away when its customer is back, also where the page had given another menu meanwhile', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    view.element.value = { head_content: '给下一位' }; // the page is a little ahead of its bridge
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled();
    view.element.undo();
    expect(headOf(view)).to.equal('给下一位');
    client.set({ customerId: A });
    await view.bridge.reconnect();
    await view.settled();
    view.element.undo();
    expect(headOf(view)).to.equal('给 A');
  });

  it('is what is typed for a variable, too: it stays when the key goes back to one with nothing but steps', async () => {
    const view = await composer(html`<kf-menu-composer draft-key="one"></kf-menu-composer>`);
    await view.type(HEAD, '一');
    view.element.value = { head_content: '{{姓名}}您好' };
    view.element.draftKey = 'two';
    await view.settled();
    await view.type('姓名', '王女士');
    view.element.draftKey = 'one';
    await view.settled();
    expect(view.element.message.msgmenu.head_content).to.equal('王女士您好');
  });

  it('stays when it is the same one', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await view.bridge.reconnect();
    expect(headOf(view)).to.equal('给 A');
  });

  for (const key of [null, 'first-one'])
    it(`is for the first one who is found, where nobody was known, ${key ? 'with' : 'without'} a draft-key`, async () => {
      client.set({ customerId: null });
      const view = await panel();
      view.element.draftKey = key;
      await view.settled();
      await view.type(HEAD, '先写的');
      client.set({ customerId: A });
      await view.bridge.reconnect();
      await view.settled();
      expect(headOf(view)).to.equal('先写的');
    });

  /** 粘贴菜单 JSON in ⋯, while the browser's clipboard is this. */
  const pasteWith = async (view: ComposerPage, clipboard: unknown): Promise<() => void> => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    await view.click('更多');
    await view.click('粘贴 JSON', 'menuitem');
    return () => void Reflect.deleteProperty(navigator, 'clipboard');
  };
  const forA = JSON.stringify({ head_content: '给 A', list: [{ type: 'click', click: { content: '好' } }] });

  it('is not pasted for the next one, when the clipboard gives it later', async () => {
    const view = await panel();
    let give: (text: string) => void = () => undefined;
    const restore = await pasteWith(view, { readText: () => new Promise(resolve => (give = resolve)) });
    client.set({ customerId: B });
    await view.bridge.reconnect();
    give(forA);
    await view.settled();
    restore();
    expect(view.element.value).to.deep.equal(given.msgmenu);
  });

  it('does not wait in the field for JSON until the next one is there', async () => {
    const view = await panel();
    const restore = await pasteWith(view, undefined);
    const field = view.root.querySelector<HTMLInputElement>('#json')!;
    field.value = forA;
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled();
    restore();
    expect(view.root.querySelector('#json')).to.equal(null);
    expect(view.element.value).to.deep.equal(given.msgmenu);
  });
});

describe('the foot after a change of customer', () => {
  const PUT_AWAY = '客户换了，刚才的内容先收起来，回到那位客户时还在';
  const goOnWith = async (view: ComposerPage, customerId: string): Promise<void> => {
    client.set({ customerId });
    await view.bridge.reconnect();
    await view.settled();
  };

  it('says what became of the text, beside the state, until the user writes on', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goOnWith(view, B);
    expect(view.status).to.equal(`可以发送 ${PUT_AWAY}`);
    expect(view.announced, 'the status is heard: not once more').to.equal('');
    await view.type(HEAD, '给 B');
    expect(view.status).to.equal('可以发送');
  });

  it('says it above what there is to be seen to, which a press still leads to', async () => {
    const view = await composer(html`<kf-menu-composer .value=${menu(link('shop.cn')).msgmenu}></kf-menu-composer>`);
    await view.type(HEAD, '给 A');
    await goOnWith(view, B);
    expect(view.status).to.equal(`可以发送，有 1 处提醒 ${PUT_AWAY} 看看：网址没有 https://`);
    await view.click(view.status);
    expect(view.root.activeElement).to.equal(view.textbox('第 1 项，链接，网址'));
  });

  it('says it instead of what could be written, where the next chat has nothing: that would go on from it', async () => {
    const view = await composer();
    await view.type(HEAD, '给 A');
    await goOnWith(view, B);
    expect(view.status).to.equal(`先写内容 ${PUT_AWAY}`);
    await view.type(HEAD, '字');
    await view.retype(HEAD, '');
    expect(view.status).to.equal('先写内容 写文本、加菜单项，或粘贴 JSON');
  });

  it('says it for who looks up later, too', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    const clock = install({ toFake: ['setTimeout', 'clearTimeout'], shouldClearNativeTimers: true });
    try {
      client.set({ customerId: B });
      void view.bridge.reconnect();
      await clock.tickAsync(60_000);
      await view.element.updateComplete;
      expect(view.status).to.include(PUT_AWAY);
    } finally {
      clock.uninstall();
    }
  });

  it('says it of what was typed for a variable, too', async () => {
    const view = await composer(html`<kf-menu-composer .value=${{ head_content: '{{姓名}}您好' }}></kf-menu-composer>`);
    await view.type('姓名', '王女士');
    await goOnWith(view, B);
    expect(view.status).to.include(PUT_AWAY);
  });

  it('says nothing of it beside a text that has come back', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goOnWith(view, B);
    await view.type(HEAD, '给 B');
    await goOnWith(view, A);
    expect(view.status).to.equal('可以发送');
    await goOnWith(view, B);
    expect(view.textbox(HEAD).value).to.contain('给 B');
  });

  it('says nothing where nothing was written', async () => {
    const view = await panel();
    await goOnWith(view, B);
    expect(view.status).to.equal('可以发送');
  });

  it('says nothing more once the next chat was left with nothing written', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goOnWith(view, B);
    await goOnWith(view, A);
    expect(headOf(view)).to.equal('给 A');
    expect(view.status).to.equal('可以发送');
  });

  it('leaves the answer to a press as it is', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    client.set({ customerId: B });
    const again = view.bridge.reconnect();
    view.button('发送').click();
    await again;
    await view.says('客户换了，没有发送 刚才的内容留在原来那位客户那里');
  });
});

describe('what is written while nobody can tell whose chat it is', () => {
  const OFFER = '没认出客户时写的内容还在';
  const goOnWith = async (view: ComposerPage, customerId: string | null): Promise<void> => {
    client.set({ customerId });
    await view.bridge.reconnect();
    await view.settled();
  };
  const written = async (): Promise<ComposerPage> => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await goOnWith(view, null);
    await view.type(HEAD, '接着写');
    return view;
  };

  for (const next of [A, B])
    it(`is offered when ${next === A ? 'the same one' : 'another one'} is read again, and in nobody's chat by itself`, async () => {
      const view = await written();
      await goOnWith(view, next);
      expect(headOf(view)).to.equal(next === A ? '给 A' : undefined);
      expect(view.offered).to.equal(OFFER);
      await view.type(HEAD, '！');
      expect(view.offered, 'whoever writes on first has not lost it').to.equal(OFFER);
      await view.click('载入');
      expect(headOf(view)).to.equal('接着写');
      expect(view.offered).to.equal('');
      await view.hasSaid('已载入，按「撤销」可以换回原来的');
      expect(view.announced, 'the offer is gone').to.equal('');
      await view.click('撤销');
      expect(headOf(view)).to.contain('！');
    });

  it('is gone for good once the user lets it go', async () => {
    const view = await written();
    await goOnWith(view, A);
    expect(view.announced).to.equal(OFFER);
    await view.click('忽略');
    expect(view.announced).to.equal('');
    await goOnWith(view, B);
    expect(view.offered).to.equal('');
    expect(headOf(view)).to.equal(undefined);
  });

  it('twice in turn: first the newer text, then the older one', async () => {
    const view = await written();
    await goOnWith(view, null); // nobody can tell whether it is the same one
    await view.type(HEAD, '又写');
    await goOnWith(view, A);
    await view.click('载入');
    expect(headOf(view)).to.equal('又写');
    await view.click('载入');
    expect(headOf(view)).to.equal('接着写');
    expect(view.offered).to.equal('');
  });

  it('is a value for a variable, too', async () => {
    const view = await composer(html`<kf-menu-composer .value=${{ head_content: '{{姓名}}您好' }}></kf-menu-composer>`);
    await goOnWith(view, null);
    await view.type('姓名', '王女士');
    await goOnWith(view, A);
    expect(view.element.message.msgmenu.head_content).to.equal('{{姓名}}您好');
    await view.click('载入');
    expect(view.element.message.msgmenu.head_content).to.equal('王女士您好');
  });
});

describe('不发了', () => {
  /** Written for A, pressed as B's chat is open of which the bridge has not heard. */
  const asked = async (text?: string): Promise<ComposerPage> => {
    const view = await panel();
    if (text) await view.type(HEAD, text);
    client.set({ customerId: B });
    await view.click('发送');
    await view.says(/^客户换了，没有发送/);
    return view;
  };

  it('is no success, and leads to whoever was found: the foot says where the text has gone', async () => {
    const view = await asked('给 A');
    await view.click('不发了');
    await view.says(/刚才的内容先收起来/);
    expect(view.root.querySelector('footer .icon.error'), 'an error').to.equal(null);
    expect(view.element.value).to.deep.equal(given.msgmenu);
    await view.type(HEAD, '给 B');
    expect(view.status).to.equal('可以发送');
    client.set({ customerId: A });
    await view.bridge.reconnect();
    await view.settled();
    expect(view.element.value.head_content).to.equal('给 A');
  });

  it('is over with the next press, which is for whoever is there', async () => {
    const view = await asked();
    await view.click('不发了');
    await view.says(/^可以发送/);
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([given]);
  });
});

describe('发给现在这位, where the next chat has a text of its own', () => {
  /** Written for A, and sent to B, whose chat shows what the page gave. */
  const sent = async (): Promise<ComposerPage> => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    client.set({ customerId: B });
    await view.click('发送');
    await view.says(/^客户换了，没有发送/);
    await view.click('发给现在这位');
    await eventually('an outcome', () => client.sent.length === 1 && !view.status.includes('正在发送'));
    return view;
  };
  const SENT = /^「给 A」已发送 \d\d:\d\d$/;

  it('is told by what went: nothing says of the text on show that it was sent', async () => {
    const view = await sent();
    expect(view.element.value).to.deep.equal(given.msgmenu);
    expect(view.status).to.match(SENT);
    client.set({ customerId: A });
    await view.bridge.reconnect();
    await view.settled();
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled();
    expect(view.status, 'back in that chat').to.match(SENT);
  });

  it('leaves no button that most people want, until the user writes on', async () => {
    const view = await sent();
    expect(view.button('发送').part.contains('plain')).to.be.true;
    await view.type(HEAD, '给 B');
    expect(view.button('发送').part.contains('fill')).to.be.true;
    expect(view.status).to.equal('可以发送');
  });

  it('sends the text on show, too, for who means it', async () => {
    const view = await sent();
    await eventually('another message', () => {
      // At first a press is the second one of a double click.
      if (view.has('button', '发送')) view.button('发送').click();
      return client.sent.length === 2;
    });
    await view.says(/^已发送 \d\d:\d\d 内容还在/);
    expect(client.sent[1]).to.deep.equal(given);
  });
});

describe('a press while the bridge connects again', () => {
  for (const [way, send] of [
    ['on 发送', (view: ComposerPage) => view.button('发送').click()],
    ['of Ctrl+Enter', () => press('Control', 'Enter')],
    ['by send()', (view: ComposerPage) => void view.element.send()],
  ] as const)
    it(`${way} sends nothing to the next customer, and says so`, async () => {
      const view = await panel();
      await view.type(HEAD, '给 A');
      const events = record(view.element);
      client.set({ customerId: B, latency: 1500 }); // keys may be slow
      const again = view.bridge.reconnect();
      await send(view);
      client.set({ latency: 0 });
      await again;
      await eventually('an outcome', () => events.length === 1);
      expect(typesOf(events)).to.deep.equal(['kf-error']);
      expect(events[0]?.detail.error).to.include({ code: 'customer-changed' });
      expect(callsOf(client)).to.equal(0);
      await view.says(/^客户换了，没有发送/);
    });

  it('goes to the same customer', async () => {
    const view = await panel();
    const again = view.bridge.reconnect();
    view.button('发送').click();
    await again;
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([given]);
  });

  it('is not invited by the foot: nothing says 可以发送 while it connects', async () => {
    const view = await composer(
      html`<kf-menu-composer
        .value=${{ list: [{ type: 'view', view: { url: 'x.cn', content: '看' } }] }}
      ></kf-menu-composer>`,
    );
    await view.says(/^可以发送，有 1 处提醒/);
    client.set({ latency: 1000 });
    const again = view.bridge.reconnect();
    await view.settled();
    expect(view.status).to.equal('正在连接企业微信…');
    client.set({ latency: 0 });
    await again;
    await view.says(/^可以发送/);
  });
});

describe('a press before the new customer is on screen', () => {
  it('sends nothing', async () => {
    const view = await panel();
    client.set({ customerId: B });
    const button = view.button('发送');
    await view.bridge.reconnect().then(() => button.click());
    await view.says(/^客户换了，没有发送/);
    expect(callsOf(client)).to.equal(0);
  });
});

describe('a press that began before a person could see the new customer', () => {
  it('is about what was on screen before, also when that customer is back by then: what was written for B never goes to A', async () => {
    const view = await panel();
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled();
    await view.type(HEAD, '给 B');
    client.set({ customerId: A });
    await view.bridge.reconnect();
    await view.settled();
    await view.type(HEAD, '给 A');
    client.set({ customerId: B });
    await view.bridge.reconnect();
    await view.settled(); // B's text is drawn, a moment ago
    client.set({ customerId: A }); // and the client is with A again
    view.button('发送').click();
    await view.bridge.reconnect();
    await eventually('an end', () => /^(已发送|客户换了)/.test(view.status));
    expect(client.sent.map(message => JSON.stringify(message)).filter(text => text.includes('给 B'))).to.deep.equal([]);
  });
});

describe('what the bridge knows of the message on show', () => {
  it('comes before what became of a request that nobody answered', async () => {
    const view = await panel();
    const { element, bridge } = view;
    element.remove();
    document.body.append(element);
    await element.send().catch(() => undefined); // bridge-absent
    client.failNext('sendChatMessage', { err_msg: '' });
    await bridge.send(given).catch(() => undefined); // the page's own: nobody knows
    bridge.append(element);
    await view.says(/^不确定发出没有/);
    expect(view.element.renderRoot.textContent).not.to.include('再试一次');
  });
});

describe('a late answer', () => {
  it('that it was refused is shown, and there is no doubt any more', async () => {
    const view = await composer(html`<kf-menu-composer .value=${given}></kf-menu-composer>`, { timeout: 60 });
    const events = record(view.element);
    client.set({ latency: 120 });
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    view.button('发送').click();
    await eventually('kf-late', () => events.length === 2);
    await view.says(/^没发出去：应用没有权限/);
    expect(view.names('button')).to.include('再试一次').and.not.include('没有，重发');
  });
});

describe('a composer without a client', () => {
  it('offers 重新连接, whatever was tried before', async () => {
    const view = await panel();
    client.failNext('getContext', { err_msg: 'getContext:fail_no permission' });
    await view.bridge.reconnect().catch(() => undefined);
    await view.settled();
    expect(view.names('button')).to.include('重新连接');
    await view.element.send().catch(() => undefined);
    await view.settled();
    expect(view.names('button')).to.include('重新连接').and.not.include('再试一次');
  });
});

describe('a clock that jumps back after a send', () => {
  const { now } = Date;
  afterEach(() => (Date.now = now));

  it('does not hold up 再发一次', async () => {
    const view = await panel();
    await view.click('发送');
    await view.says(/^已发送/);
    Date.now = () => now() - 3_600_000;
    await aTimeout(1100); // until then a second press is the same one
    await view.click('再发一次');
    await eventually('the second one', () => client.sent.length === 2);
  });
});
