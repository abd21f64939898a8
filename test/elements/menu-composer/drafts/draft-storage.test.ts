import { aTimeout, expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { compose } from '../../../support/compose.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { dropDrafts, slotOf, storedDrafts } from '../../../support/drafts.js';
import { eventually } from '../../../support/element-page.js';

const { HEAD } = ComposerPage;
const KEY = 'draft-storage.test';
const SLOT = slotOf(KEY, 'wmA');
const DAY = 24 * 60 * 60 * 1000;

const panel = (): Promise<ComposerPage> => composer(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
const headOf = ({ element }: ComposerPage): string | undefined => element.value.head_content;
const put = (key: string, at: number, head: string): void =>
  localStorage.setItem(
    key,
    JSON.stringify({ at, menu: JSON.stringify({ head_content: head }), start: '{}', enterChat: false }),
  );

let client: SimulatedClient;
beforeEach(() => {
  dropDrafts(KEY);
  client = simulateWeCom({ customerId: 'wmA' });
});
afterEach(() => client.restore());

describe('where drafts are stored', () => {
  /** Writes, sends and rebuilds, as if there were no drafts. */
  async function works(): Promise<void> {
    const errors: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent): void => void errors.push(event);
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
    const view = await panel();
    await view.type(HEAD, '您好');
    window.dispatchEvent(new Event('pagehide'));
    expect(view.offered).to.equal('');
    await view.element.send();
    view.bridge.remove();
    expect(headOf(await panel())).to.equal(undefined);
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
    expect(errors).to.deep.equal([]);
  }

  it('may be full', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await works();
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('may be full: what was written under a key comes back with the key', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const view = await panel();
      await view.type(HEAD, '您好');
      view.element.draftKey = `${KEY} other`;
      await view.settled();
      expect(headOf(view)).to.equal(undefined);
      view.element.draftKey = KEY;
      await view.settled();
      expect(headOf(view)).to.equal('您好');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('may be full only now: what was stored before stays, and goes with the send', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    window.dispatchEvent(new Event('pagehide'));
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await view.type(HEAD, '!');
      window.dispatchEvent(new Event('pagehide'));
      expect(storedDrafts(KEY).length).to.equal(1);
      expect(view.offered).to.equal('');
      await view.element.send();
      expect(storedDrafts(KEY).length).to.equal(0);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('may be forbidden', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    try {
      await works();
    } finally {
      Object.defineProperty(window, 'localStorage', own);
    }
  });

  it('may hold what is not ours: it is neither shown nor touched', async () => {
    const foreign = {
      [`${SLOT}a`]: 'not JSON',
      [`${SLOT}b`]: 'null',
      [`${SLOT}c`]: '{"at":1}',
      [`${SLOT}d`]: JSON.stringify({ at: Date.now(), menu: '[]', start: '{}' }),
      [`wecom-kf-elements:draft:0:${JSON.stringify([KEY, 'wmA'])}`]: '{"head_content":"alt"}',
    };
    for (const [key, text] of Object.entries(foreign)) localStorage.setItem(key, text);
    await works();
    for (const [key, text] of Object.entries(foreign)) expect(localStorage.getItem(key), key).to.equal(text);
  });

  it('loses what is older than thirty days, a day after that was seen: the clock may be wrong', async () => {
    put(`${SLOT}a`, Date.now() - 40 * DAY, '时钟慢了');
    const first = await panel();
    expect(headOf(first)).to.equal('时钟慢了');
    first.bridge.remove();
    const { now } = Date;
    Date.now = () => now() + 2 * DAY;
    expect(headOf(await panel())).to.equal(undefined);
    expect(storedDrafts(KEY)).to.deep.equal([]);
    Date.now = now;
  });

  it('says the day of what is not of today', async () => {
    const then = new Date(Date.now() - 2 * DAY);
    put(`${SLOT}a`, Number(then), '前天');
    const day = `${then.getMonth() + 1}/${then.getDate()}`;
    expect((await panel()).offered).to.match(new RegExp(`^接着 ${day} \\d\\d:\\d\\d 没发出的内容$`));
  });

  it('keeps the newest fifty', async () => {
    for (let n = 0; n < 60; n++) put(`${slotOf(KEY, `wm${n}`)}x`, Date.now() - n * 1000, String(n));
    await panel();
    const kept = storedDrafts(KEY);
    expect(kept.length).to.be.within(40, 50); // other tests of this browser may have some, too
    expect(kept.some(key => key.startsWith(slotOf(KEY, 'wm0')))).to.be.true;
    expect(kept.some(key => key.startsWith(slotOf(KEY, 'wm59')))).to.be.false;
  });
});

describe('while an input method is at work', () => {
  const heads = (): string[] => storedDrafts(KEY).map(key => localStorage.getItem(key) ?? '');

  it('no draft has what is half composed', async () => {
    const view = await panel();
    await view.type(HEAD, '前');
    const end = await compose(view, HEAD, 'n', 'ni', '你');
    await eventually('the draft', () => heads().length);
    expect(heads().join()).to.include('前').and.not.include('你');
    await end();
    await eventually('all of it', () => heads().join().includes('前你'));
  });

  it('half a word that takes its time is not stored', async () => {
    const view = await panel();
    await compose(view, HEAD, 'n');
    await aTimeout(300); // longer than an edit waits
    expect(heads()).to.deep.equal([]);
  });

  it('what the field holds is stored when the page is left', async () => {
    const view = await panel();
    await compose(view, HEAD, 'n', 'ni', '你');
    window.dispatchEvent(new Event('pagehide'));
    expect(heads().join()).to.include('你');
  });

  it('what was sent before is no draft when the page is left', async () => {
    const view = await panel();
    await view.type(HEAD, '您好');
    await view.click('发送');
    await view.says(/^已发送/);
    await compose(view, HEAD);
    window.dispatchEvent(new Event('pagehide'));
    expect(heads()).to.deep.equal([]);
  });

  it('no draft is put in', async () => {
    put(`${SLOT}a`, Date.now(), '旧的');
    const view = await composer(html`<kf-menu-composer></kf-menu-composer>`);
    view.textbox(HEAD).focus();
    const end = await compose(view, HEAD);
    view.element.draftKey = KEY;
    await view.settled();
    expect(view.textbox(HEAD).value).to.equal('');
    await end();
    expect(view.textbox(HEAD).value).to.equal('');
    expect(view.offered).to.match(/还有没发出的内容$/);
  });

  it('the text of one customer is out of sight as soon as another one is there, and is kept', async () => {
    const view = await panel();
    const end = await compose(view, HEAD, 'ni');
    client.set({ customerId: 'wmB' });
    await view.bridge.reconnect();
    expect(view.element.value).to.deep.equal({});
    await view.settled();
    expect(view.textbox(HEAD).value).to.equal('');
    await end();
    await view.settled();
    expect(storedDrafts(KEY).filter(key => key.startsWith(slotOf(KEY, 'wmA')))).to.have.length(1);
    client.set({ customerId: 'wmA' });
    await view.bridge.reconnect();
    expect(view.element.value.head_content).to.equal('ni');
  });
});
