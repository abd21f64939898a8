import { aTimeout, expect } from '@open-wc/testing';
import { readReply, type Host } from '../../src/hosts/index.js';
import { pack } from '../../src/hosts/relay.js';
import { eventually } from '../support/element-page.js';
import { text } from '../support/messages.js';
import { Toolbar } from './toolbar.js';

const OK = { err_msg: 'sendChatMessage:ok' };

describe('an answer in the address of the H5 page', () => {
  let toolbar: Toolbar;
  let host: Host;
  let window: Window;
  /** What a router of the H5 page was told. */
  const seen: string[] = [];
  beforeEach(async () => {
    toolbar = await Toolbar.open();
    host = await toolbar.host();
    ({ window } = toolbar.h5);
    seen.length = 0;
    for (const type of ['popstate', 'hashchange']) window.addEventListener(type, () => seen.push(window.location.hash));
  });
  afterEach(() => toolbar.close());

  const send = async (): Promise<{ reply: Promise<unknown>; id: string }> => {
    const reply = host.invoke('sendChatMessage', text());
    await toolbar.asksAgent();
    const [, kf = ''] = (toolbar.asked[0] ?? '').split('kf=');
    const { id } = JSON.parse(atob(kf.replace(/-/g, '+').replace(/_/g, '/'))) as { id: string };
    return { reply, id };
  };
  /** Changes the part behind the #, and waits until the page has heard of it. */
  const change = async (hash: string): Promise<void> => {
    const heard = new Promise(resolve => window.addEventListener('hashchange', resolve, { once: true }));
    toolbar.setHash(hash);
    await heard;
  };
  const isSettled = async (reply: Promise<unknown>): Promise<boolean> =>
    Promise.race([reply.then(() => true), aTimeout(0).then(() => false)]);

  for (const [place, sign] of [
    ['#/menu', '?'],
    ['#/menu?of=1', '&'],
  ] as const)
    it(`leaves a router at its own place: ${place}`, async () => {
      window.history.replaceState({ position: 7 }, '', place);
      const before = toolbar.address;
      const { reply } = await send();
      toolbar.program.tap('send');
      await reply;
      expect(toolbar.address).to.equal(before);
      expect(window.history.state).to.deep.equal({ position: 7 });
      expect([...new Set(seen.map(hash => hash.split('kf=', 1)[0]))]).to.deep.equal([place + sign]);
    });

  it('leaves an address without a # as it was', async () => {
    const before = toolbar.address;
    const { reply } = await send();
    toolbar.program.tap('send');
    await reply;
    expect(toolbar.address).to.equal(before);
  });

  it('finds a page that has moved without being loaded, and does not load another', async () => {
    window.history.pushState({}, '', '/test/relay/orders?of=1');
    const { reply } = await send();
    toolbar.program.tap('send');
    await reply;
    expect(toolbar.h5.element.contentWindow?.location.pathname).to.equal('/test/relay/orders');
    expect(toolbar.address).to.match(/\/test\/relay\/orders\?of=1$/);
    expect((window as { wx?: unknown }).wx, 'the same page').to.be.an('object');
  });

  for (const [what, hash] of [
    ["the page's own", '#/orders?kf=1'],
    ['garbage', '#kf=%%%'],
    ['nothing', '#kf='],
    ['something that is no answer', `#kf=${pack('kf')}`],
    ['the answer to somebody else', `#kf=${pack({ id: 'other', reply: OK })}`],
  ] as const)
    it(`is not what stands there: ${what}`, async () => {
      const { reply } = await send();
      await change(hash);
      expect(await isSettled(reply)).to.be.false;
      expect(window.location.hash).to.equal(hash);
      toolbar.program.tap('send');
      expect(readReply('sendChatMessage', await reply)).to.equal(null);
    });

  it('counts once, and a second one is left alone', async () => {
    const { reply, id } = await send();
    toolbar.setHash(`#kf=${pack({ id, reply: OK })}`);
    expect(await reply).to.deep.equal(OK);
    const second = `#kf=${pack({ id, reply: { err_msg: 'sendChatMessage:fail' } })}`;
    await change(second);
    expect(window.location.hash).to.equal(second);
    expect(await reply).to.deep.equal(OK);
  });

  it('is heard though two come in one moment', async () => {
    const first = await send();
    const second = host.invoke('sendChatMessage', text('二'));
    await eventually('the second relay page', () => toolbar.program.stack.length === 3);
    await toolbar.asksAgent();
    toolbar.program.tap('cancel');
    toolbar.setHash(`#kf=${pack({ id: first.id, reply: OK })}`);
    expect(await first.reply).to.deep.equal(OK);
    expect(await second).to.deep.equal({ err_msg: 'sendChatMessage:cancel' });
    expect(toolbar.address).not.to.include('#');
  });

  it('does not disturb other changes once nothing waits', async () => {
    const { reply } = await send();
    toolbar.program.tap('cancel');
    await reply;
    seen.length = 0;
    await change('#/orders');
    expect(seen).to.deep.equal(['#/orders', '#/orders']);
    expect(window.location.hash).to.equal('#/orders');
  });
});
