import { expect, fixtureSync, html } from '@open-wc/testing';
import type { KfBridge } from '../../../src/kf-bridge.js';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { eventually } from '../../support/element-page.js';
import { tried, unanswered } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;

const fresh = (): KfMenuComposer =>
  Object.assign(document.createElement('kf-menu-composer'), { value: given, lang: 'zh-CN' });

describe('a text of which nobody knows whether it was sent, and a page that makes its composer anew', () => {
  let place: HTMLElement;
  let bridge: KfBridge;

  const show = async (composer = fresh()): Promise<ComposerPage> => {
    bridge.replaceChildren(composer);
    const view = new ComposerPage(composer);
    await view.settled();
    return view;
  };

  const inDoubt = async (): Promise<ComposerPage> => {
    place = fixtureSync<HTMLElement>(html`<div></div>`);
    bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
    place.replaceChildren(bridge);
    await tried(bridge);
    const view = await show();
    await view.type(HEAD, '给 A');
    await unanswered(bridge, () => view.element.send());
    await eventually('the question', () => view.has('button', '已经有了'));
    return view;
  };

  it('the new one asks, by name, until the user has answered', async () => {
    await inDoubt();
    const view = await show();
    expect(view.status).to.match(/^之前的「给 A」不确定/);
    await view.read();
    await view.click('已经有了');
    expect(view.status).to.match(/^可以发送/);
    expect((await show()).status).to.match(/^可以发送/);
  });

  it("not in another customer's chat, and again with A", async () => {
    await inDoubt();
    const view = await show();
    await chat.open(bridge, B);
    await view.settled();
    expect(view.has('button', '已经有了')).to.be.false;
    await chat.open(bridge, A);
    await view.settled();
    expect(view.status).to.match(/^之前的「给 A」不确定/);
  });

  it('bridge and all: the new one asks', async () => {
    await inDoubt();
    bridge = Object.assign(document.createElement('kf-bridge'), { host: chat });
    place.replaceChildren(bridge);
    await tried(bridge);
    expect((await show()).status).to.match(/^之前的「给 A」不确定/);
  });

  it('the answer comes late: the new one does not ask any more', async () => {
    await inDoubt();
    const view = await show();
    chat.answer();
    await view.says(/^可以发送/);
  });

  it('nobody else asks while it is there', async () => {
    const view = await inDoubt();
    const beside = fresh();
    bridge.append(beside);
    const other = new ComposerPage(beside);
    await other.settled();
    expect(other.status).to.match(/^可以发送/);
    expect(view.has('button', '已经有了')).to.be.true;
  });
});
