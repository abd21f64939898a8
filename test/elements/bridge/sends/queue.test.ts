import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { ask } from '../../../support/ask.js';
import { heldBack } from '../../../support/held-back.js';
import { inTouch } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { click, menu, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

let host: ManualHost;
let bridge: KfBridge;
beforeEach(async () => {
  host = new ManualHost();
  bridge = await inTouch(
    html`<kf-bridge .host=${host}
      ><p></p>
      <p></p
    ></kf-bridge>`,
  );
});

const contents = (): unknown[] => host.sends.map(message => 'text' in message && message.text.content);

/** Answers every send as soon as it arrives. */
const answerAll = async (count: number): Promise<void> => {
  for (let reached = 1; reached <= count; reached++) {
    await host.reached(reached);
    host.answer();
  }
};

describe('several sends', () => {
  it('go out in call order', async () => {
    const receipts = ['一', '二', '三'].map(content => bridge.send(text(content)));
    await answerAll(3);
    await Promise.all(receipts);
    expect(contents()).to.deep.equal(['一', '二', '三']);
  });

  it('go out one at a time', async () => {
    const receipts = ['一', '二'].map(content => bridge.send(text(content)));
    await host.reached(1);
    await aTimeout(20);
    expect(contents()).to.deep.equal(['一']);
    await answerAll(2);
    await Promise.all(receipts);
  });

  it('wait for each other also when different elements ask', async () => {
    const askers = Array.from(bridge.children);
    const receipts = askers.map((asker, index) => ask(asker, text(`${index}`)));
    await host.reached(1);
    await aTimeout(20);
    expect(contents()).to.deep.equal(['0']);
    await answerAll(2);
    await Promise.all(receipts);
    expect(contents()).to.deep.equal(['0', '1']);
  });

  it('go on after one that was refused', async () => {
    const first = bridge.send(text('一'));
    const second = bridge.send(text('二'));
    await host.reached(1);
    host.answer({ err_msg: 'sendChatMessage:fail' });
    await rejection(first, 'refused');
    await host.reached(2);
    host.answer();
    expect(await second).to.include({ outcome: 'sent' });
  });

  it('go on after one that the channel threw at', async () => {
    const { invoke } = host;
    host.invoke = api => {
      if (api !== 'sendChatMessage') return invoke.call(host, api, {});
      host.invoke = invoke;
      throw new Error('gone');
    };
    const first = bridge.send(text('一'));
    const second = bridge.send(text('二'));
    await rejection(first);
    await answerAll(1);
    expect(await second).to.include({ outcome: 'sent' });
  });

  it('are not held up by an invalid one', async () => {
    const first = bridge.send(text('一'));
    await rejection(bridge.send(menu(click(''))), 'invalid-message');
    await answerAll(1);
    await first;
  });

  it('are not held up by one that was aborted while the page asks about it, whatever it answers', async () => {
    bridge.timeout = 300_000; // the page has all the time
    const asked = heldBack(bridge);
    const controller = new AbortController();
    const first = bridge.send(text('一'), controller);
    await asked;
    controller.abort();
    await rejection(first, 'aborted');
    void bridge.send(text('二'));
    await host.reached(1);
    expect(contents()).to.deep.equal(['二']);
  });

  it('are not held up by one that the page was asked about when the bridge was taken out', async () => {
    bridge.timeout = 300_000; // the page has all the time
    const { parentNode } = bridge;
    const asked = heldBack(bridge);
    const first = ask(bridge.firstElementChild as Element, text('一'));
    await asked;
    bridge.remove();
    await rejection(first, 'host-absent');
    parentNode?.append(bridge);
    void bridge.send(text('二'));
    await host.reached(1);
    expect(contents()).to.deep.equal(['二']);
  });

  it('may be the same message twice', async () => {
    const message = text();
    const receipts = [bridge.send(message), bridge.send(message)];
    await answerAll(2);
    await Promise.all(receipts);
    expect(host.sends).to.deep.equal([text(), text()]);
  });
});

describe('sends through two bridges', () => {
  it('do not wait for each other', async () => {
    const other = new ManualHost({ name: 'other' });
    const second = await inTouch(html`<kf-bridge .host=${other}></kf-bridge>`);
    const slow = bridge.send(text('一'));
    const quick = second.send(text('二'));
    await other.reached(1);
    other.answer();
    expect(await quick).to.include({ channel: 'other' });
    host.answer();
    expect(await slow).to.include({ channel: 'manual' });
  });
});

describe('sends before the bridge is ready', () => {
  it('wait for it, in call order', async () => {
    const early = document.createElement('kf-bridge');
    early.host = host;
    const receipts = ['一', '二'].map(content => early.send(text(content)));
    bridge.after(early);
    await answerAll(2);
    await Promise.all(receipts);
    expect(contents()).to.deep.equal(['一', '二']);
    early.remove();
  });
});
