import { aTimeout, expect, html } from '@open-wc/testing';
import '../../../../src/kf-bridge.js';
import type { ChatMessage } from '../../../../src/core/index.js';
import type { KfBridge } from '../../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { ask } from '../../../support/ask.js';
import { inTouch, unanswered } from '../../../support/in-touch.js';
import { click, menu, text } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { ManualHost } from '../../../support/manual-host.js';

const REFUSAL = { err_msg: 'sendChatMessage:fail no permission' };

let host: ManualHost;
let bridge: KfBridge;
/** What the page was told about each message that it was asked about. */
let repeats: (ChatMessage | undefined)[];

const start = async (): Promise<void> => {
  host = new ManualHost();
  bridge = await inTouch(html`<kf-bridge .host=${host}><div></div></kf-bridge>`);
  repeats = [];
  bridge.beforeSend = (message, _, { repeatOf }) => {
    repeats.push(repeatOf);
    return message;
  };
};

/** A send that the client answers with `reply`. */
const sendAnswered = async (message: ChatMessage, reply?: object): Promise<void> => {
  const nth = host.sends.length + 1;
  const sending = bridge.send(message).catch(() => undefined);
  await host.reached(nth);
  host.answerNth(nth, reply);
  await sending;
};

/** A send that nobody answers in time. */
const sendUnanswered = (message: ChatMessage = text()): Promise<unknown> =>
  unanswered(bridge, () => bridge.send(message));

/** Whether the page would be told that `message` may be out already. */
const isDoubtful = async (message: ChatMessage = text()): Promise<boolean> => {
  const { beforeSend } = bridge;
  let told: ChatMessage | undefined;
  bridge.beforeSend = (_message, _context, { repeatOf }) => {
    told = repeatOf;
    return false;
  };
  await rejection(bridge.send(message), 'stopped');
  bridge.beforeSend = beforeSend;
  if (told) expect(told).to.deep.equal(message);
  return told !== undefined;
};

describe('a message of which nobody knows whether it is out', () => {
  beforeEach(start);

  it('is none at first', async () => {
    expect(await isDoubtful()).to.be.false;
  });

  it('is one after a timeout: the page is told what it would repeat', async () => {
    await sendUnanswered();
    expect(await isDoubtful()).to.be.true;
  });

  it('is one after an answer without a text', async () => {
    await sendAnswered(text(), {});
    expect(await isDoubtful()).to.be.true;
  });

  it('is one after an abort that came too late, whatever the answer says then', async () => {
    const controller = new AbortController();
    const sending = bridge.send(text(), controller);
    await host.reached(1);
    controller.abort();
    await rejection(sending, 'aborted');
    host.answerNth(1);
    expect(await isDoubtful()).to.be.true;
  });

  it('is one after the channel broke down', async () => {
    const { invoke } = host;
    host.invoke = (api, params) =>
      api === 'sendChatMessage' ? Promise.reject(new Error('gone')) : invoke.call(host, api, params);
    await rejection(bridge.send(text()), 'no-answer');
    host.invoke = invoke;
    expect(await isDoubtful()).to.be.true;
  });

  it('is not sent again for an element: it is that send', async () => {
    await sendUnanswered();
    repeats = [];
    await unanswered(bridge, () => ask(bridge.firstElementChild as Element, text()));
    expect(repeats).to.deep.equal([]);
    expect(host.sends).to.have.length(1);
  });

  it("is sent again by an element with the user's word, and the page is asked then", async () => {
    await sendUnanswered();
    repeats = [];
    const repeated = bridge.recordOf(text()) ?? undefined;
    await unanswered(bridge, () => ask(bridge.firstElementChild as Element, text(), { repeats: repeated }));
    expect(repeats).to.deep.equal([text()]);
    expect(host.sends).to.have.length(2);
  });

  it('is the same message, however its keys are ordered', async () => {
    await sendUnanswered();
    const { msgtype, ...body } = text();
    expect(await isDoubtful({ ...body, msgtype })).to.be.true;
  });

  it('is told until the page lets it go, and is not sent by itself', async () => {
    await sendUnanswered();
    expect(await isDoubtful()).to.be.true;
    expect(await isDoubtful()).to.be.true;
    await aTimeout(60);
    expect(host.sends).to.have.length(1);
  });

  it('is a copy: what the page writes into it changes nothing', async () => {
    await sendUnanswered();
    bridge.beforeSend = (message, _, { repeatOf }) => {
      Object.assign(repeatOf as object, { text: { content: '改了' } });
      return message;
    };
    await sendAnswered(text());
    expect(host.sends).to.deep.equal([text(), text()]);
  });

  it('may be repeated by a page without a beforeSend: the user decides', async () => {
    bridge.beforeSend = null;
    await sendUnanswered();
    await unanswered(bridge, () => bridge.send(text()));
    expect(host.sends).to.have.length(2);
  });
});

describe('nobody doubts', () => {
  beforeEach(async () => {
    await start();
    await sendUnanswered();
  });

  it('another message', async () => {
    expect(await isDoubtful(text('别的'))).to.be.false;
    expect(await isDoubtful(menu(click('您好')))).to.be.false;
  });

  it('a message that the client took after all, when it was sent again', async () => {
    await sendAnswered(text());
    await sendAnswered(text());
    expect(repeats).to.deep.equal([undefined, text(), undefined]);
  });
});

describe('the doubt', () => {
  beforeEach(start);

  for (const [story, reply] of [
    ['refused', REFUSAL],
    ['cancelled by the user', { err_msg: 'sendChatMessage:cancel' }],
  ] as const)
    it(`ends with the late answer that it was ${story}`, async () => {
      await sendUnanswered();
      host.answerNth(1, reply);
      await aTimeout(0);
      expect(await isDoubtful()).to.be.false;
    });

  it('stays with the late answer that it was sent: a repeat would be a second one', async () => {
    await sendUnanswered();
    host.answerNth(1);
    await aTimeout(0);
    expect(await isDoubtful()).to.be.true;
  });

  it('stays with a late answer without a text', async () => {
    await sendUnanswered();
    host.answerNth(1, {});
    await aTimeout(0);
    expect(await isDoubtful()).to.be.true;
  });

  it('never arises where the client answered in time', async () => {
    for (const reply of [undefined, REFUSAL, { err_msg: 'sendChatMessage:cancel' }]) {
      await sendAnswered(text(), reply);
      expect(await isDoubtful()).to.be.false;
    }
  });

  it('never arises in a dry run', async () => {
    bridge.dryRun = true;
    await bridge.send(text());
    expect(await isDoubtful()).to.be.false;
  });

  it('stays in a dry run', async () => {
    await sendUnanswered();
    bridge.dryRun = true;
    await bridge.send(text());
    expect(await isDoubtful()).to.be.true;
  });

  it('about the first send stays when its repeat is refused', async () => {
    await sendUnanswered();
    await sendAnswered(text(), REFUSAL);
    expect(await isDoubtful()).to.be.true;
  });

  it('about the repeat stays when the first is refused late', async () => {
    await sendUnanswered();
    await sendUnanswered();
    host.answerNth(1, REFUSAL);
    await aTimeout(0);
    expect(await isDoubtful()).to.be.true;
  });

  it('ends when the first and its repeat are refused late', async () => {
    await sendUnanswered();
    await sendUnanswered();
    host.answerNth(1, REFUSAL);
    host.answerNth(2, REFUSAL);
    await aTimeout(0);
    expect(await isDoubtful()).to.be.false;
  });
});

describe('the doubt about a message to one customer', () => {
  let client: SimulatedClient;
  let nth = 0;
  beforeEach(async () => {
    client = simulateWeCom({ customerId: `wmOne${++nth}` });
    bridge = await inTouch(html`<kf-bridge timeout="30"></kf-bridge>`);
    client.failNext('sendChatMessage', 'never');
    await sendUnanswered();
  });
  afterEach(() => client.restore());

  const turnTo = async (customerId: string): Promise<void> => {
    client.set({ customerId });
    await bridge.reconnect();
  };

  it('is none about the same message to another', async () => {
    await turnTo(`wmTwo${nth}`);
    expect(await isDoubtful()).to.be.false;
  });

  it('is still there when the agent comes back to that customer', async () => {
    await turnTo(`wmTwo${nth}`);
    await turnTo(`wmOne${nth}`);
    expect(await isDoubtful()).to.be.true;
  });

  it('outlives the removal of the bridge', async () => {
    const { parentNode } = bridge;
    bridge.remove();
    await aTimeout(0);
    parentNode?.append(bridge);
    await bridge.ready;
    expect(await isDoubtful()).to.be.true;
  });
});
