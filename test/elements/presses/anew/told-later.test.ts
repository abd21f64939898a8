import { expect } from '@open-wc/testing';
import { chat } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { ComposerPage } from '../../../support/composer-page.js';
import { A, B } from '../../../support/customers.js';
import { press } from '../../../support/element-page.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { sendBehind } from '../../bridge/send-behind.js';
import { cardOf, composerOf, making, Outcome, told } from '../../presses/page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

describe("the panel is made anew, bridge and all, and connects slowly; the page's button at 300 ms and once more at 1300 ms", () => {
  for (const [what, make] of [
    ['composer', composerOf],
    ['card', () => cardOf(`anew${A}`)],
  ] as const)
    it(`B is found then: nothing goes to B (${what})`, async () => {
      const build = making<ReturnType<typeof composerOf> | ReturnType<typeof cardOf>>(make);
      await build().bridge.ready;
      await told();
      stopClock(5000);
      chat.customerId = B;
      const go = chat.slowly();
      const { bridge, element } = build();
      await told();
      stopClock(300);
      const first = new Outcome();
      first.of(element.send());
      await told();
      stopClock(1000);
      const second = new Outcome();
      second.of(element.send());
      await told();
      go();
      await bridge.ready;
      await told();
      stopClock(50);
      await sendBehind(0, chat, bridge);
    });
});

describe('pressed for A in a panel made anew, whose bridge finds nobody (no-context); the agent connects again, and finds B', () => {
  it("in B's chat nothing is said of what was A's", async () => {
    const build = making(composerOf);
    await build().bridge.ready;
    await told();
    stopClock(5000);
    chat.customerId = B;
    const { invoke } = chat;
    let fail = quiet;
    const failed = new Promise<unknown>((_, reject) => (fail = () => reject(new Error('no'))));
    chat.invoke = () => failed;
    const { bridge, element } = build();
    const view = new ComposerPage(element);
    await view.settled();
    await told();
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    fail();
    await bridge.ready.catch(quiet);
    await told();
    chat.invoke = invoke;
    stopClock(5000);
    await bridge.reconnect();
    await told();
    stopClock(2000);
    await view.settled();
    expect(view.saying()()).not.to.match(/这里不是/);
    expect(element.renderRoot.querySelector('[part~="send"]')?.textContent?.trim()).to.equal('发送');
  });
});

describe('pressed for A at 600 ms in a panel made anew, which the page then takes out and puts back (a drawer) before it has connected', () => {
  it("B is found: B's chat is not told of what was A's as its own", async () => {
    const build = making(composerOf);
    await build().bridge.ready;
    await told();
    stopClock(5000);
    chat.customerId = B;
    const go = chat.slowly();
    const { bridge, element } = build();
    const place = bridge.parentElement!;
    const view = new ComposerPage(element);
    await view.settled();
    await told();
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    bridge.remove();
    await told();
    stopClock(2000);
    go();
    place.append(bridge);
    await bridge.ready;
    await told();
    await view.settled();
    stopClock(2000);
    const said = view.saying()();
    expect(said).to.match(/可以发送|^$|客户换了/);
    await sendBehind(0, chat, bridge);
  });
});

describe('pressed for A in a panel made anew that is taken out and put back; B is found', () => {
  it('30 s and two looks later the composer says that it can send', async () => {
    const build = making(composerOf);
    await build().bridge.ready;
    await told();
    stopClock(5000);
    chat.customerId = B;
    chat.slowly();
    const { bridge, element } = build();
    const place = bridge.parentElement!;
    const view = new ComposerPage(element);
    await view.settled();
    await told();
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    bridge.remove();
    await told();
    stopClock(2000);
    chat.slowly()();
    place.append(bridge);
    await bridge.ready;
    for (let i = 0; i < 2; i++) {
      stopClock(15_000);
      await bridge.reconnect();
      await told();
    }
    await view.settled();
    const said = view.saying()();
    expect(
      `${said.split('\n')[0]} [${element.renderRoot.querySelector('[part~="send"]')?.textContent?.trim()}]`,
    ).to.equal('可以发送 [发送]');
  });
});

describe('pressed for A at 600 ms; the client says at 1600 ms that it is A', () => {
  it('where it is told that it was not sent, the composer does not say so for ever: after 5 s and another look it is history', async () => {
    const build = making(composerOf);
    await build().bridge.ready;
    await told();
    stopClock(5000);
    const { invoke } = chat;
    const asked: (() => void)[] = [];
    chat.invoke = function (api, params) {
      const answer = (): Promise<unknown> => invoke.call(chat, api, params);
      return api === 'getCurExternalContact' ? new Promise(resolve => asked.push(() => resolve(answer()))) : answer();
    };
    const { bridge, element } = build();
    const view = new ComposerPage(element);
    await view.settled();
    await told();
    stopClock(600);
    element.focus();
    await press('Control', 'Enter');
    await told();
    await bridge.ready; // 1.5 s: nobody is read
    await told();
    for (const answer of asked) answer();
    chat.invoke = invoke;
    await told();
    expect(bridge.context).to.include({ customerId: A });
    stopClock(5000);
    await bridge.reconnect();
    await told();
    await view.settled();
    expect(view.saying()()).not.to.match(/客户换了/);
  });
});
