import { expect, html } from '@open-wc/testing';
import { Chat, given } from '../../../support/chat.js';
import { ComposerPage } from '../../../support/composer-page.js';

for (const customerHash of ['', 'somebody'])
  it(`after a reload in a client that names no customer, what is written anew can be sent (it was written for ${customerHash || 'nobody who was known'})`, async () => {
    const chat = new Chat('');
    const view = await chat.panel(html`<kf-menu-composer .value=${given}></kf-menu-composer>`);
    const msgmenu = { head_content: '刷新之前的' };
    const state = JSON.stringify({ msgtype: 'msgmenu', msgmenu, enterChat: false, customerHash });
    view.bridge.remove();
    const again = document.createElement('kf-menu-composer');
    again.formStateRestoreCallback(state); // as Chromium does after a reload
    const bridge = document.createElement('kf-bridge');
    bridge.lang = 'zh-CN';
    bridge.host = chat;
    bridge.append(again);
    document.body.append(bridge);
    await bridge.ready;
    const anew = new ComposerPage(again);
    await anew.retype(ComposerPage.HEAD, '刷新之后写的');
    const outcome = await Promise.race([
      again.send().then(
        () => 'sent',
        (error: { code: string }) => error.code,
      ),
      chat.reached(1).then(() => 'reached'),
    ]);
    bridge.remove();
    expect(outcome).to.equal('reached');
  });
