import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { tried, unanswered } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;

const fresh = (): KfMenuComposer =>
  Object.assign(document.createElement('kf-menu-composer'), { value: given, lang: 'zh-CN' });

let place: HTMLElement;
let bridge: KfBridge;

const show = async (composer = fresh()): Promise<ComposerPage> => {
  bridge.replaceChildren(composer);
  const view = new ComposerPage(composer);
  await view.settled();
  return view;
};

const newBridge = async (): Promise<void> => {
  bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
  place.replaceChildren(bridge);
  await tried(bridge);
};

const inDoubt = async (): Promise<ComposerPage> => {
  place = fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width:400px"></div>`);
  await newBridge();
  const view = await show();
  await view.type(HEAD, '给 A');
  await unanswered(bridge, () => view.element.send());
  await eventually('the question', () => view.has('button', '已经有了'));
  return view;
};

describe('a text of which nobody knows, whose composer is gone; the next one asks', () => {
  it('and the client says no after all: the one that asked tells it', async () => {
    await inDoubt();
    const view = await show();
    expect(view.status).to.match(/^之前的「给 A」不确定/);
    chat.answer({ err_msg: 'sendChatMessage:fail' });
    await eventually('the end of the question', () => !view.has('button', '已经有了'));
    await view.settled();
    expect(view.status).to.match(/「给 A」没有发出去/);
  });

  it('and the client says yes after all: the one that asked tells it', async () => {
    await inDoubt();
    const view = await show();
    chat.answer();
    await eventually('the end of the question', () => !view.has('button', '已经有了'));
    await view.settled();
    expect(view.status).to.match(/「给 A」已经发出去/);
  });

  it('a page whose new panel is there before the old one has faded out: the new one asks', async () => {
    const view = await inDoubt();
    const next = fresh();
    bridge.append(next);
    const page = new ComposerPage(next);
    await page.settled();
    await aTimeout(20); // the page's transition
    view.element.remove();
    await page.settled();
    await aTimeout(20);
    expect(page.status).to.match(/^之前的「给 A」不确定/);
  });
});

describe('with a draft key, and a page that gives another menu to the composer that it makes anew', () => {
  const keyed = (head_content: string): KfMenuComposer =>
    Object.assign(document.createElement('kf-menu-composer'), {
      draftKey: 'doubtful',
      value: { head_content, list: given.msgmenu.list },
      lang: 'zh-CN',
    });

  it('已经有了: the text is not offered any more as one of which nobody knows whether it is out', async () => {
    place = fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width:400px"></div>`);
    await newBridge();
    const view = await show(keyed('一'));
    bridge.timeout = 60;
    await view.type(HEAD, '给 A');
    await aTimeout(300);
    await view.element.send().catch(() => undefined);
    await eventually('the question', () => view.has('button', '已经有了'));
    bridge.timeout = 30_000;
    const next = await show(keyed('二'));
    expect(next.status).to.match(/^之前的「.*给 A」不确定/);
    expect(next.offered).to.contain('不确定发出没有');
    await next.read();
    await next.click('已经有了');
    expect(next.status).to.match(/^可以发送/);
    expect(next.offered).to.equal('');
  });
});

describe('a picture that the page has sent by itself, of which nobody knows, and a panel that is made anew', () => {
  it('the composer does not ask about 「」', async () => {
    place = fixtureSync<HTMLElement>(html`<div lang="zh-CN" style="width:400px"></div>`);
    await newBridge();
    bridge.timeout = 60;
    await bridge.send({ msgtype: 'image', image: { mediaid: 'media-1' } }).catch(() => undefined);
    await newBridge();
    const view = await show();
    expect(view.status).to.not.contain('「」');
  });
});

describe('a late no, while the composer is in a tab of the page that is not on show', () => {
  it('the agent comes back to the tab and types: it is still there', async () => {
    const view = await inDoubt();
    await view.retype(HEAD, '乙');
    place.style.display = 'none';
    await chat.late(view, 'fail');
    stopClock(60_000);
    place.style.display = '';
    await view.settled();
    stopClock(500);
    await view.type(HEAD, '丙');
    expect(view.status).to.match(/「给 A」没有发出去/);
  });
});

describe('a press whose customer can not be read any more', () => {
  it('then C, and then a chat that can not be read: it is not told there', async () => {
    const view = await chat.panel();
    await view.read();
    chat.customerId = '';
    await view.click('发送');
    await view.says(/没有发送/);
    stopClock(5000);
    await chat.open(view.bridge, `${B}c`);
    await view.settled();
    expect(view.status).to.not.match(/没有发送/);
    stopClock(600_000);
    await chat.open(view.bridge, '');
    await view.settled();
    expect(view.status).to.not.match(/没有发送/);
  });
});
