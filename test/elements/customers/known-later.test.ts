import { expect, fixtureSync, html } from '@open-wc/testing';
import { KfBridge } from '../../../src/elements.js';
import { Chat, chat, given } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { tried } from '../../support/in-touch.js';
import { click } from '../../support/messages.js';

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
