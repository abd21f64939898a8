import { aTimeout, expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { MsgMenu } from '../../../src/core/index.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, headOf } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { centreOf, eventually } from '../../support/element-page.js';
import { unanswered } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { menuOf, moderation } from './pages.js';

const { HEAD } = ComposerPage;

let own: HTMLElement[] = [];
afterEach(() => {
  own.forEach(element => element.remove());
  own = [];
});

const forbidden = (text: string): string => text.replace(/全网最低|国家级|第一/g, word => '*'.repeat(word.length));

const sent = async (view: ComposerPage, text: string): Promise<void> => {
  stopClock(); // however slow the machine
  await chat.sent(view, text);
};

describe('a page whose server masks forbidden words, and answers two seconds after the last letter; the message is out by then', () => {
  it('two words: the foot does not offer the masked text as if nothing had been sent', async () => {
    const view = await chat.panel();
    const answer = moderation(view, forbidden);
    await sent(view, '您好，这款茶全网最低价，品质国家级');
    await view.says(/^已发送/);
    stopClock(2000);
    await answer();
    expect(view.status).to.match(/^已发送/);
  });

  it('one word, and the agent has pressed a tab of the page: the same', async () => {
    const view = await chat.panel();
    const answer = moderation(view, text => text.replace('第一', '**'));
    const tab = document.createElement('button');
    tab.textContent = '订单';
    view.bridge.append(tab);
    own.push(tab);
    await sent(view, '您好，这款茶销量第一，欢迎选购');
    await view.says(/^已发送/);
    stopClock(1000);
    tab.scrollIntoView({ block: 'nearest' });
    await sendMouse({ type: 'click', position: centreOf(tab) });
    await aTimeout(60);
    await view.settled();
    stopClock(1000);
    await answer();
    expect(view.status).to.match(/^已发送/);
  });

  it('one word: the same', async () => {
    const view = await chat.panel();
    const answer = moderation(view, text => text.replace('第一', '**'));
    await sent(view, '您好，这款茶销量第一，欢迎选购');
    await view.says(/^已发送/);
    stopClock(2000);
    await answer();
    expect(view.status).to.match(/^已发送/);
  });

  it('and the page empties its composer at kf-sent: the masked text does not come back as one to send', async () => {
    const view = await chat.panel();
    const answer = moderation(view, forbidden);
    view.element.addEventListener('kf-sent', () => (view.element.value = {}));
    await sent(view, '您好，这款茶全网最低价，欢迎选购');
    await eventually('the empty composer', () => headOf(view) === '');
    stopClock(2000);
    await answer();
    expect(headOf(view)).to.equal('');
  });

  it('and the page empties it, and the agent writes the next text: it is not replaced by the one that is out', async () => {
    const view = await chat.panel();
    const { element } = view;
    const asked = '您好，这款茶全网最低价，欢迎选购';
    element.addEventListener('kf-sent', () => (element.value = {}));
    await sent(view, asked);
    await eventually('the empty composer', () => headOf(view) === '');
    stopClock(1500);
    await view.type(HEAD, '还有什么可以帮您');
    stopClock(1500);
    element.value = { head_content: asked, list: [click('满意', '1')] };
    await view.settled();
    expect(headOf(view)).to.equal('还有什么可以帮您');
  });
});

describe('a page that signs what it has heard, a moment after the user has paused', () => {
  it("with ten characters and more: what was typed first, a name, is not in B's chat", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    const SIGN = '\n——您的专属客服小李';
    let timer = 0;
    element.addEventListener('input', () => {
      clearTimeout(timer);
      if (headOf(view) !== '王女士') return; // a slow driver pauses in the middle of it
      timer = window.setTimeout(() => {
        const { head_content = '', ...menu } = element.value;
        if (!head_content.includes(SIGN)) element.value = { ...menu, head_content: head_content + SIGN };
      }, 50);
    });
    await view.type(HEAD, '王女士');
    await aTimeout(100);
    await view.settled();
    expect(headOf(view)).to.contain('王女士');
    stopClock(60_000);
    await chat.open(bridge, B);
    await view.settled();
    expect(headOf(view)).to.not.contain('王女士');
  });
});

const survey = (order: string): MsgMenu => ({
  head_content: '您对这次服务满意吗？',
  list: [click('满意', `${order}-1`), click('不满意', `${order}-2`)],
});

describe('surveys of the same words, whose replies have the ids of their orders', () => {
  it("the first one's answer came late; an hour later the page gives the next order's: it is not said to be sent", async () => {
    const view = await chat.panel();
    const { element, bridge } = view;
    element.value = survey('1001');
    await view.settled();
    await unanswered(bridge, () => element.send());
    await eventually('the question', () => view.has('button', '没有，重发'));
    chat.answer();
    await view.says(/^已发送/);
    stopClock(60_000);
    element.value = {};
    await view.settled();
    stopClock(3_600_000);
    element.value = survey('1002');
    await view.settled();
    expect(view.status).to.not.match(/^已发送/);
  });

  it('a page that opens a composer for each order and closes it as it is asked to send: both go out', async () => {
    const view = await chat.panel();
    const { bridge } = view;
    const open = async (order: string): Promise<ComposerPage> => {
      const element: KfMenuComposer = Object.assign(document.createElement('kf-menu-composer'), {
        value: survey(order),
      });
      element.addEventListener('kf-send', () => setTimeout(() => element.remove()));
      bridge.append(element);
      const page = new ComposerPage(element);
      await page.settled();
      return page;
    };
    view.element.remove();
    const first = await open('1001');
    stopClock(5000);
    await first.click('发送');
    await chat.reached(1);
    await eventually('closed', () => !first.element.isConnected);
    const second = await open('1002');
    stopClock(5000);
    second.root.querySelector<HTMLElement>('footer .send')?.click();
    await second.settled();
    chat.answer();
    await second.says(/^可以发送/);
    stopClock(5000);
    await second.click('发送');
    await chat.reached(2);
    chat.answer();
    expect(JSON.stringify(chat.sends)).to.contain('1002-1');
  });

  it('the agent has changed the words, and the page gives and sends the same for the next order as the first is out', async () => {
    const view = await chat.panel();
    const { element } = view;
    element.value = survey('1001');
    await view.settled();
    element.addEventListener(
      'kf-sent',
      () => {
        element.value = { ...element.value, list: survey('1002').list ?? [] };
        setTimeout(() => void element.send().catch(() => undefined), 50);
      },
      { once: true },
    );
    stopClock(5000);
    await view.retype(HEAD, '您对客服小李满意吗？');
    await view.press('Control', 'Enter');
    await chat.reached(1);
    chat.answer();
    await chat.reached(2);
    expect(JSON.stringify(chat.sends[1])).to.contain('1002-1');
  });
});

describe("quick replies of the page's CRM, which is in a frame of its own", () => {
  it('one that is like what was sent two seconds ago: it stands there', async () => {
    const view = await chat.panel();
    const { element } = view;
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:200px;height:60px';
    frame.srcdoc =
      "<button style='position:fixed;inset:0' onclick=\"parent.postMessage({reply:'您的订单 1002 已发出，请注意查收'},'*')\">1002</button>";
    const loaded = new Promise(resolve => (frame.onload = resolve));
    view.bridge.append(frame);
    own.push(frame);
    await loaded;
    const onMessage = ({ data }: MessageEvent): void => {
      if (data?.reply) setTimeout(() => (element.value = menuOf(data.reply)), 60);
    };
    window.addEventListener('message', onMessage);
    stopClock(5000);
    await sent(view, '您的订单 1001 已发出，请注意查收');
    await view.says(/^已发送/);
    stopClock(2000);
    const heard = new Promise(resolve => window.addEventListener('message', resolve, { once: true }));
    frame.scrollIntoView({ block: 'nearest' });
    await sendMouse({ type: 'click', position: centreOf(frame) });
    await heard;
    await aTimeout(120);
    await view.settled();
    window.removeEventListener('message', onMessage);
    expect(headOf(view)).to.contain('1002');
  });
});
