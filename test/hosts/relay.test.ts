import { expect } from '@open-wc/testing';
import { pack, unpack } from '../../src/hosts/relay.js';
import { readReply, RelayHost, type MiniProgram } from '../../src/hosts/index.js';
import { codeOf } from '../support/code-of.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { click, menu, text } from '../support/messages.js';
import { rejection } from '../support/rejection.js';

const PAGE = '/pages/kf-relay/index';

/** jweixin's object, with what was asked of it. */
class AskedProgram implements MiniProgram {
  readonly asked: { url: string; fail(reply: unknown): void }[] = [];

  navigateTo(options: { url: string; fail(reply: unknown): void }): void {
    this.asked.push(options);
  }

  /** What stands in the address of the relay page. */
  get letters(): Record<string, unknown>[] {
    return this.asked.map(({ url }) => unpack(/[?&]kf=(.*)$/.exec(url)?.[1] ?? ''));
  }
}

const tell = (hash: string): void => history.replaceState(history.state, '', hash);

let program: AskedProgram;
let host: RelayHost;
beforeEach(() => {
  program = new AskedProgram();
  host = new RelayHost(program, PAGE);
});
afterEach(() => {
  tell(`#kf-context=${pack({})}`);
  void new RelayHost(program, PAGE);
});

describe('a relay made of nothing', () => {
  for (const bad of [null, undefined, 'wx'])
    it(`is an invalid argument: ${String(bad)}`, () => {
      expect(codeOf(() => new RelayHost(bad as unknown as MiniProgram, PAGE))).to.equal('invalid-argument');
    });

  it('is an invalid argument: without a page', () => {
    expect(codeOf(() => new RelayHost(program, undefined as unknown as string))).to.equal('invalid-argument');
  });
});

describe('a relay that was told nothing', () => {
  it('takes the entry for the customer-service toolbar, which the relay page checks', async () => {
    expect(await host.invoke('getContext', {})).to.deep.equal({
      err_msg: 'getContext:ok',
      entry: 'single_kf_tools',
    });
  });

  it('knows no customer', async () => {
    expect(await host.invoke('getCurExternalContact', {})).to.deep.equal({
      err_msg: 'getCurExternalContact:fail no customer told',
    });
  });

  it('knows nothing of the client', async () => expect(await host.clientInfo()).to.deep.equal({}));

  it('refuses every other call', async () => {
    const reply = await host.invoke('chooseImage', {});
    expect(readReply('chooseImage', reply)).to.include({ code: 'refused' });
    expect(program.asked).to.deep.equal([]);
  });
});

describe('a relay that was told the context', () => {
  const context = { entry: 'single_chat_tools', platform: 'android', version: '4.1.36', customerId: 'wm1' };

  for (const [before, after] of [
    ['', ''],
    ['#/menu', '?'],
    ['#/menu?of=1', '&'],
  ] as const)
    it(`takes it out of the address: ${before}${after || '#'}`, async () => {
      tell(`${before}${after || '#'}kf-context=${pack(context)}`);
      host = new RelayHost(program, PAGE);
      expect(location.hash).to.equal(before);
      expect(await host.invoke('getContext', {})).to.deep.equal({ err_msg: 'getContext:ok', entry: context.entry });
      expect(await host.invoke('getCurExternalContact', {})).to.deep.equal({
        err_msg: 'getCurExternalContact:ok',
        userId: 'wm1',
      });
      expect(await host.clientInfo()).to.include({ platform: 'android', version: '4.1.36' });
    });

  it('remembers it for the next one, and for the relay page', async () => {
    tell(`#kf-context=${pack(context)}`);
    void new RelayHost(program, PAGE);
    host = new RelayHost(program, PAGE);
    expect(await host.invoke('getContext', {})).to.include({ entry: context.entry });
    void host.invoke('sendChatMessage', text());
    expect(program.letters[0]).to.include({ customerId: 'wm1' });
  });

  it('takes a newer one', async () => {
    tell(`#kf-context=${pack(context)}`);
    host = new RelayHost(program, PAGE);
    tell(`#kf-context=${pack({ ...context, customerId: 'wm2' })}`);
    expect(await host.invoke('getCurExternalContact', {})).to.include({ userId: 'wm2' });
  });

  for (const [what, packed] of [
    ['garbage', '%%%'],
    ['nothing', ''],
    ['null', pack(null)],
    ['values of other types', pack({ entry: 5, platform: {}, customerId: '' })],
  ] as const)
    it(`ignores ${what}`, async () => {
      tell(`#kf-context=${packed}`);
      host = new RelayHost(program, PAGE);
      expect(location.hash).to.equal('');
      expect(await host.invoke('getContext', {})).to.include({ entry: 'single_kf_tools' });
      expect(await host.clientInfo()).to.deep.equal({});
    });

  it("leaves the page's own place alone", () => {
    tell('#/kf-context');
    void new RelayHost(program, PAGE);
    expect(location.hash).to.equal('#/kf-context');
  });
});

describe('a send through the relay', () => {
  it('opens the relay page with the message and the place of this page', () => {
    const message = deepFreeze(menu(click('满意 👋')));
    void host.invoke('sendChatMessage', message);
    expect(program.asked[0]?.url).to.match(/^\/pages\/kf-relay\/index\?kf=[\w-]+$/);
    const { id, ...letter } = program.letters[0] as { id: string };
    expect(id).to.match(/^\w{6,}$/);
    expect(letter).to.deep.equal({ message, at: location.pathname + location.search + location.hash });
  });

  it('keeps what the path of the relay page has behind it', () => {
    void new RelayHost(program, `${PAGE}?from=h5`).invoke('sendChatMessage', text());
    expect(program.asked[0]?.url).to.match(/^\/pages\/kf-relay\/index\?from=h5&kf=[\w-]+$/);
  });

  it('has another id each time', () => {
    for (let time = 0; time < 20; time++) void host.invoke('sendChatMessage', text());
    expect(new Set(program.letters.map(({ id }) => id)).size).to.equal(20);
  });

  it('fits to the last character, or says how much too large it is', async () => {
    for (let length = 1; length < 900; length++) {
      const reply = host.invoke('sendChatMessage', text('a'.repeat(length)));
      if (program.asked.length === length) continue;
      const error = await rejection(reply, 'too-large');
      expect(error.outcome).to.equal('not-sent');
      expect(error.details?.limit).to.equal(1024);
      expect(error.details?.actual).to.be.within(1025, 1030);
      expect(Math.max(...program.asked.map(({ url }) => url.length))).to.be.within(1019, 1024);
      return;
    }
    expect.fail('everything fits');
  });

  it('refuses the largest message that is valid, too', async () => {
    const message = menu(click('\u0000'.repeat(33_000)));
    await rejection(host.invoke('sendChatMessage', message), 'too-large');
  });

  it('was not made when the page does not open, and waits for nothing', async () => {
    const { addEventListener, removeEventListener } = window;
    let listeners = 0;
    window.addEventListener = (...given: unknown[]) => (listeners++, addEventListener.apply(window, given as never));
    window.removeEventListener = (...given: unknown[]) => (
      listeners--,
      removeEventListener.apply(window, given as never)
    );
    const reply = host.invoke('sendChatMessage', text());
    await Promise.resolve();
    expect(listeners).to.equal(1);
    program.asked[0]?.fail({ errMsg: 'invokeMiniProgramAPI:fail' });
    const error = await rejection(reply, 'host-absent');
    expect(error).to.deep.include({ outcome: 'not-sent', raw: { errMsg: 'invokeMiniProgramAPI:fail' } });
    expect(listeners).to.equal(0);
    Object.assign(window, { addEventListener, removeEventListener });
  });
});
