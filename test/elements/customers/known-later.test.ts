import { expect, fixtureSync, html } from '@open-wc/testing';
import { KfBridge } from '../../../src/elements.js';
import { Chat, chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { press } from '../../support/element-page.js';
import { skipIn } from '../../support/engine.js';
import { asOnNewPage, tried } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';
import { composerOf, panelOf, placeOf, told } from '../presses/page-asking.js';

const { HEAD } = ComposerPage;

describe('what the browser puts back when the user returns', () => {
  for (const customerHash of ['', undefined])
    it(`was written in a chat whose customer could not be read (${customerHash}): it is not B's, who is there now`, async () => {
      const msgmenu = { head_content: '给谁', list: [click('好', '1')] };
      const state = JSON.stringify({ msgtype: 'msgmenu', msgmenu, enterChat: false, customerHash });
      const other = new Chat(B);
      const bridge = fixtureSync<KfBridge>(
        html`<kf-bridge lang="zh-CN" .host=${other}><kf-menu-composer .value=${given}></kf-menu-composer></kf-bridge>`,
      );
      const element = bridge.querySelector('kf-menu-composer')!;
      element.formStateRestoreCallback(state);
      await tried(bridge);
      element.send().catch(() => undefined);
      await other.reached(1);
      expect(JSON.stringify(other.sends[0])).to.not.contain('给谁');
    });

  skipIn({ 'webkit-wpe': 'Safari 16.0 has no ElementInternals' }).it(
    "was written in A's chat: Control+Enter while the bridge still connects goes to A, who is there again",
    async () => {
      const state = await chat.keptOf('给 A');
      await asOnNewPage();
      const { bridge, element } = panelOf(composerOf());
      element.formStateRestoreCallback(state);
      const go = chat.slowly();
      placeOf().append(bridge);
      await element.updateComplete;
      await told();
      stopClock(700);
      element.focus();
      await press('Control', 'Enter');
      await told();
      go();
      await chat.reached(1);
      expect(JSON.stringify(chat.sends[0])).to.contain('给 A');
    },
  );
});

it("a bridge that is defined after its composer, in a panel that keeps events to itself: A's text does not go to B", async () => {
  const panel = fixtureSync(
    html`<div lang="zh-CN"><late-bridge><kf-menu-composer .value=${given}></kf-menu-composer></late-bridge></div>`,
  );
  panel.addEventListener('kf-ready', event => event.stopPropagation());
  KfBridge.define('late-bridge');
  const bridge = panel.querySelector<KfBridge>('late-bridge')!;
  bridge.host = chat;
  await bridge.ready;
  const view = new ComposerPage(panel.querySelector('kf-menu-composer')!);
  await view.type(HEAD, '给 A');
  await chat.open(bridge, B);
  view.element.send().catch(() => undefined);
  await chat.reached(1);
  expect(JSON.stringify(chat.sends[0])).to.not.contain('给 A');
});
