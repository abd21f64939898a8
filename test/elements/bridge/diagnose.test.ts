import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { KfBridge } from '../../../src/kf-bridge.js';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { ask } from '../../support/ask.js';
import { inTouch } from '../../support/in-touch.js';
import { ManualHost } from '../../support/manual-host.js';
import { click, menu, page as miniprogram, text } from '../../support/messages.js';
import { clearPage } from '../../support/page.js';
import { rejection } from '../../support/rejection.js';

/** As long as the platform's own. */
const CUSTOMER = 'wmJm0tCQAAxkCmZ2aXe8YUF5tSQY0h7A';
const CORP = 'ww8f4a1b2c3d4e5f60';
const MINI_PROGRAM = 'wx0123456789abcdef';

describe("a bridge's diagnosis", () => {
  let client: SimulatedClient;
  let bridge: KfBridge;
  beforeEach(async () => {
    client = simulateWeCom({ platform: 'windows', version: '4.1.6', customerId: CUSTOMER });
    bridge = await inTouch(html`<kf-bridge timeout="80"><div></div></kf-bridge>`);
  });
  afterEach(() => client.restore());

  it('says version, state, the channels that are there, and all of the context', () => {
    const lines = bridge.diagnose().split('\n');
    expect(lines).to.include.members([
      `wecom-kf-elements: ${KfBridge.version}`,
      'state: ready',
      'found: wx.qy WeixinJSBridge',
      'channel: wx.qy',
      'entry: single_kf_tools',
      'platform: windows',
      'version: 4.1.6',
    ]);
  });

  it('says what was asked when it connected', () => {
    expect(bridge.diagnose()).to.match(/getContext:ok[^]*getCurExternalContact:ok/);
  });

  it('says when something was sent, and how long it took', async () => {
    await bridge.send(text());
    expect(bridge.diagnose()).to.match(/\n\d\d:\d\d:\d\d\.\d{3} sent in \d+ ms$/);
  });

  it("says what the client refused, in the client's own words", async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    await rejection(bridge.send(text()));
    expect(bridge.diagnose()).to.match(/ no-permission: \w*sendChatMessage:fail_no permission$/);
  });

  it('says what the page stopped, and what got no answer', async () => {
    bridge.beforeSend = () => false;
    await rejection(bridge.send(text()));
    bridge.beforeSend = null;
    client.failNext('sendChatMessage', 'never');
    await rejection(bridge.send(text()));
    expect(bridge.diagnose()).to.match(/ stopped: [^]* timeout: no answer within 80 ms$/);
  });

  it('says what was invalid about a message, whoever sent it', async () => {
    await rejection(ask(bridge.firstElementChild as Element, menu(click(''))));
    expect(bridge.diagnose()).to.match(/ invalid-message: too-short at [^\n]*$/);
    await rejection(bridge.send(menu()));
    expect(bridge.diagnose()).to.match(/ invalid-message: empty-menu at [^\n]*$/);
  });

  it('says nothing of what was written to the customer', async () => {
    await bridge.send(text('身份证 110101'));
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail' });
    await rejection(bridge.send(text('密码 654321')));
    expect(bridge.diagnose()).not.to.match(/110101|密码/);
  });
});

describe('in a diagnosis, nobody reads', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom({ customerId: CUSTOMER })));
  afterEach(() => client.restore());

  const refused = async (words: string): Promise<string> => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    client.failNext('sendChatMessage', { err_msg: `sendChatMessage:fail ${words}` });
    await rejection(bridge.send(text()));
    return bridge.diagnose();
  };

  it('who the customer is', async () => {
    const diagnosis = await refused('');
    expect(diagnosis).to.contain('customerId: wmJ…').and.not.to.contain(CUSTOMER);
  });

  for (const [whose, id] of [
    ['a customer', CUSTOMER],
    ['a customer of another kind', `wo${CUSTOMER.slice(2)}`],
    ['a company', CORP],
    ['a company, as a provider sees it', 'wpJm0tCQAAxkCmZ2aXe8YUF5tSQY0h7A'],
    ['a mini program', MINI_PROGRAM],
  ] as const)
    it(`the id of ${whose}, wherever the client's words have it`, async () => {
      const places = [`${id} is unknown`, `corpid=${id}&x=1`, `"${id}"`, `客户${id}不在`];
      expect(await refused(places.join(', '))).not.to.contain(id);
    });

  it('which mini program a message names', async () => {
    const bridge = await inTouch(html`<kf-bridge></kf-bridge>`);
    await bridge.send(menu(miniprogram()));
    expect(bridge.diagnose()).not.to.contain('wx123123123123123');
  });
});

describe('a diagnosis is there', () => {
  afterEach(clearPage);

  it('before the bridge is in a page', () => {
    expect(document.createElement('kf-bridge').diagnose()).to.contain('state: connecting');
  });

  it('while it connects', () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge></kf-bridge>`);
    expect(bridge.diagnose().split('\n')).to.include.members(['state: connecting', 'found: ']);
  });

  it('when no client comes: it says what was looked for', async () => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge channel="ww" timeout="30"></kf-bridge>`);
    await rejection(bridge.ready);
    expect(bridge.diagnose()).to.match(/state: absent[^]*host-absent: no ww within 30 ms$/);
  });

  it('when the client refuses the context: it says why', async () => {
    const client = simulateWeCom();
    client.failNext('getContext', { err_msg: 'getContext:fail_invalid signature' });
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge></kf-bridge>`);
    await rejection(bridge.ready);
    client.restore();
    expect(bridge.diagnose()).to.match(/state: blocked[^]*invalid-signature: \w*getContext:fail_invalid signature$/);
  });

  it('when the bridge has left the page, with what happened before', async () => {
    const host = new ManualHost();
    const bridge = await inTouch(html`<kf-bridge .host=${host}></kf-bridge>`);
    bridge.remove();
    await aTimeout(0);
    expect(bridge.diagnose()).to.contain('getContext:ok').and.not.to.contain('customerId');
  });
});

describe('a diagnosis fits into a chat', () => {
  const FITS = 8000;
  let host: ManualHost;
  let bridge: KfBridge;
  beforeEach(async () => {
    host = new ManualHost();
    bridge = await inTouch(html`<kf-bridge dry-run .host=${host}></kf-bridge>`);
  });

  it('after a long day: the last calls are kept', async () => {
    for (let count = 0; count < 300; count++) await bridge.send(text());
    bridge.beforeSend = () => false;
    await rejection(bridge.send(text()));
    const lines = bridge.diagnose().split('\n');
    expect(lines.length).to.be.below(40);
    expect(lines.pop()).to.contain('stopped');
  });

  it('when the client is talkative', async () => {
    bridge.dryRun = false;
    for (let count = 1; count <= 20; count++) {
      const sending = rejection(bridge.send(text()));
      await host.reached(count);
      host.answer({ err_msg: `sendChatMessage:fail ${'x'.repeat(5000)}` });
      await sending;
    }
    expect(bridge.diagnose().length).to.be.below(FITS);
  });

  it('when a message has a thousand faults', async () => {
    const asker = bridge.appendChild(document.createElement('div'));
    await rejection(ask(asker, menu(...Array.from({ length: 1000 }, () => click('')))), 'invalid-message');
    expect(bridge.diagnose().length).to.be.below(FITS);
  });
});
