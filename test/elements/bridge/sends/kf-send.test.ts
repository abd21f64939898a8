import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import { KfSendEvent } from '../../../../src/events/kf-send.js';
import type { Receipt } from '../../../../src/events/send-record.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ask } from '../../../support/ask.js';
import { callsOf, inTouch } from '../../../support/in-touch.js';
import { click, menu, page, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let client: SimulatedClient;
let bridge: KfBridge;
let asker: Element;
const cleanups: (() => void)[] = [];

/** Listens for `kf-send` as a page does. */
const listen = (target: EventTarget, listener: (event: KfSendEvent) => void, capture = false): void => {
  target.addEventListener('kf-send', listener as EventListener, capture);
  cleanups.push(() => target.removeEventListener('kf-send', listener as EventListener, capture));
};

beforeEach(async () => {
  client = simulateWeCom();
  bridge = await inTouch(
    html`<kf-bridge
      ><section><div></div></section
    ></kf-bridge>`,
  );
  asker = bridge.querySelector('div') as Element;
});
afterEach(() => {
  cleanups.splice(0).forEach(cleanup => cleanup());
  client.restore();
});

const ours: Receipt = { outcome: 'sent', channel: 'page', elapsed: 0, raw: null, warnings: [] };

describe('an element that asks', () => {
  it('is answered by the bridge around it', async () => {
    expect(await ask(asker, text())).to.include({ outcome: 'sent', channel: 'wx.qy' });
    expect(client.sent).to.deep.equal([text()]);
  });

  it('is answered from inside a shadow root', async () => {
    const inner = document.createElement('p');
    asker.attachShadow({ mode: 'open' }).append(inner);
    expect(await ask(inner, text())).to.include({ outcome: 'sent' });
  });

  it('is told when its message is invalid', async () => {
    await rejection(ask(asker, menu(click(''))), 'invalid-message');
    expect(callsOf(client)).to.equal(0);
  });

  it('finds in the event what was handed over', async () => {
    const event = new KfSendEvent({ ...text(), enterChat: true });
    asker.dispatchEvent(event);
    await event.response;
    expect(event.detail.message).to.deep.equal(text());
  });

  it('gets no second answer', async () => {
    await ask(asker, text());
    await aTimeout(20);
    expect(callsOf(client)).to.equal(1);
  });
});

describe('a listener may cancel', () => {
  const isStopped = async (): Promise<void> => {
    const error = await rejection(ask(asker, text()), 'stopped');
    expect(error.outcome).to.equal('not-sent');
    expect(callsOf(client)).to.equal(0);
  };

  it('between the element and the bridge', async () => {
    listen(bridge.querySelector('section') as Element, event => event.preventDefault());
    await isStopped();
  });

  it("on the document, though the bridge's own listener runs before", async () => {
    listen(document, event => event.preventDefault());
    await isStopped();
  });

  it('on the window', async () => {
    listen(window, event => event.preventDefault());
    await isStopped();
  });

  it('in a dispatch that begins with a click', async () => {
    listen(document, event => event.preventDefault());
    const button = document.createElement('button');
    asker.append(button);
    const answer = new Promise<Receipt>((resolve, reject) => {
      button.addEventListener('click', () => ask(button, text()).then(resolve, reject));
    });
    button.click();
    await rejection(answer, 'stopped');
  });

  it('one send, and not the next', async () => {
    let first = true;
    listen(document, event => {
      if (first) event.preventDefault();
      first = false;
    });
    await rejection(ask(asker, text('一')), 'stopped');
    await ask(asker, text('二'));
    expect(client.sent).to.deep.equal([text('二')]);
  });
});

describe('a listener may change the message', () => {
  for (const [where, target] of [
    ['inside the bridge', () => bridge.querySelector('section') as Element],
    ['on the document', () => document],
  ] as [string, () => EventTarget][]) {
    it(`${where}, by writing into it`, async () => {
      listen(target(), ({ detail }) => Object.assign(detail.message, { text: { content: '改了' } }));
      await ask(asker, text());
      expect(client.sent).to.deep.equal([text('改了')]);
    });

    it(`${where}, by putting another one in its place`, async () => {
      listen(target(), ({ detail }) => (detail.message = menu(click())));
      await ask(asker, text());
      expect(client.sent).to.deep.equal([menu(click())]);
    });

    it(`${where}, and it is checked then`, async () => {
      listen(target(), ({ detail }) => (detail.message = menu(click(''))));
      await rejection(ask(asker, text()), 'invalid-message');
      expect(callsOf(client)).to.equal(0);
    });
  }

  it('and hears of it in the receipt', async () => {
    listen(document, ({ detail }) => (detail.message = menu(page('pages/index'))));
    const { warnings } = await ask(asker, text());
    expect(warnings.map(({ code }) => code)).to.deep.equal(['page-suffix']);
  });
});

describe('a page may answer itself', () => {
  const answer = (event: KfSendEvent): void => event.respondWith(Promise.resolve(ours));

  it('before the bridge: the bridge keeps out of it', async () => {
    listen(bridge.querySelector('section') as Element, answer);
    expect(await ask(asker, text())).to.equal(ours);
    await aTimeout(20);
    expect(callsOf(client)).to.equal(0);
  });

  it('before the bridge, in the capture phase of the document', async () => {
    listen(document, answer, true);
    expect(await ask(asker, text())).to.equal(ours);
    await aTimeout(20);
    expect(callsOf(client)).to.equal(0);
  });

  it('after the bridge: too late', async () => {
    listen(document, answer);
    expect(await ask(asker, text())).to.include({ channel: 'wx.qy' });
    expect(callsOf(client)).to.equal(1);
  });

  it('with a refusal, which is passed on', async () => {
    const reason = new Error('not today');
    listen(bridge.querySelector('section') as Element, event => event.respondWith(Promise.reject(reason)));
    const caught: unknown = await ask(asker, text()).catch((error: unknown) => error);
    expect(caught).to.equal(reason);
  });

  it('twice: the first answer counts', async () => {
    const section = bridge.querySelector('section') as Element;
    listen(section, answer);
    listen(section, event => event.respondWith(Promise.resolve({ ...ours, channel: 'second' })));
    expect(await ask(asker, text())).to.equal(ours);
  });
});
