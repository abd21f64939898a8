import { aTimeout, expect } from '@open-wc/testing';
import { watchForHost } from '../../src/hosts/detect.js';
import { findHost, type Host } from '../../src/hosts/index.js';
import { clearPage, page } from '../support/page.js';

const nothing = (): void => undefined;
const CHANNELS = ['wx.qy', 'ww', 'wx.invoke', 'WeixinJSBridge'] as const;

const appear: Record<(typeof CHANNELS)[number], () => void> = {
  'wx.qy': () => ((page.wx ??= {}).qy = { sendChatMessage: nothing }),
  ww: () => (page.ww = { sendChatMessage: nothing }),
  'wx.invoke': () => ((page.wx ??= {}).invoke = nothing),
  WeixinJSBridge: () => (page.WeixinJSBridge = { invoke: nothing }),
};

/** Lets the page say that it is still loading, or has loaded. */
const pretendReadyState = (state: DocumentReadyState): void => {
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => state });
};

beforeEach(() => pretendReadyState('complete'));
afterEach(() => {
  clearPage();
  Reflect.deleteProperty(document, 'readyState');
});

describe('the automatic channel', () => {
  it('is none where there is none', () => expect(findHost('auto')).to.be.undefined);

  CHANNELS.forEach((channel, rank) => {
    it(`is ${channel} where only this is`, () => {
      appear[channel]();
      expect(findHost('auto')?.name).to.equal(channel);
    });

    it(`is ${channel} before ${CHANNELS.slice(rank + 1).join(', ') || 'nothing'}`, () => {
      CHANNELS.slice(rank)
        .reverse()
        .forEach(name => appear[name]());
      expect(findHost('auto')?.name).to.equal(channel);
    });
  });

  it('leaves the bare bridge alone while the page loads, so that a late SDK wins', () => {
    appear.WeixinJSBridge();
    for (const state of ['loading', 'interactive'] as const) {
      pretendReadyState(state);
      expect(findHost('auto')).to.be.undefined;
    }
    appear.ww();
    expect(findHost('auto')?.name).to.equal('ww');
  });

  it('takes an SDK while the page loads', () => {
    pretendReadyState('loading');
    appear['wx.qy']();
    expect(findHost('auto')?.name).to.equal('wx.qy');
  });

  it('does not take a wx.qy that cannot send', () => {
    page.wx = { qy: { getContext: nothing } };
    expect(findHost('auto')).to.be.undefined;
  });

  it('does not go by the user agent', () => {
    Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => 'wxwork/4.1.6 Windows' });
    const found = findHost('auto');
    Reflect.deleteProperty(navigator, 'userAgent');
    expect(found).to.be.undefined;
  });
});

describe('a named channel', () => {
  for (const channel of CHANNELS) {
    it(`is ${channel} where everything is`, () => {
      CHANNELS.forEach(name => appear[name]());
      expect(findHost(channel)?.name).to.equal(channel);
    });

    it(`is none where everything but ${channel} is`, () => {
      CHANNELS.filter(name => name !== channel).forEach(name => appear[name]());
      expect(findHost(channel)).to.be.undefined;
    });
  }

  it('may be the bare bridge before the page has loaded', () => {
    pretendReadyState('loading');
    appear.WeixinJSBridge();
    expect(findHost('WeixinJSBridge')?.name).to.equal('WeixinJSBridge');
  });
});

describe('a global that throws when it is read', () => {
  const NAMES = ['wx', 'ww', 'WeixinJSBridge', '__wxjs_environment'] as const;
  const throwing = (name: (typeof NAMES)[number]): void => {
    const get = (): never => {
      throw new TypeError(`${name} is not for you`);
    };
    Object.defineProperty(window, name, { configurable: true, get });
  };
  const errors: unknown[] = [];
  const note = (event: ErrorEvent): void => void errors.push(event.error);
  beforeEach(() => window.addEventListener('error', note));
  afterEach(() => {
    window.removeEventListener('error', note);
    for (const name of NAMES) Reflect.deleteProperty(window, name);
    errors.length = 0;
  });

  it('is not there, and hides no other', () => {
    throwing('wx');
    throwing('ww');
    expect(findHost('auto')).to.be.undefined;
    appear.WeixinJSBridge();
    expect(findHost('auto')?.name).to.equal('WeixinJSBridge');
  });

  it('is not there where only a member of it throws, or is a revoked proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    page.ww = proxy;
    Object.defineProperty((page.wx = {}), 'qy', {
      get() {
        throw new TypeError('not for you');
      },
    });
    expect(findHost('auto', '/relay')).to.be.undefined;
  });

  it('ends neither the watch nor the page', () => {
    NAMES.forEach(throwing);
    const seen: Host[] = [];
    const stop = watchForHost('auto', host => seen.push(host), '/relay');
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    Reflect.deleteProperty(window, 'ww');
    appear.ww();
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    stop();
    expect(seen.map(({ name }) => name)).to.deep.equal(['ww']);
    expect(errors).to.deep.equal([]);
  });
});

describe('the relay', () => {
  const RELAY_PAGE = '/pages/kf-relay/index';
  const environment = window as { __wxjs_environment?: string };
  const bringProgram = (): object => Object.assign((page.wx ??= {}), { miniProgram: { navigateTo: nothing } });
  const pretendWebView = (): object =>
    Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => 'wxwork/4.0.6 … miniprogram' });
  afterEach(() => {
    delete environment.__wxjs_environment;
    Reflect.deleteProperty(navigator, 'userAgent');
  });

  it('comes before everything else in the web-view of a mini program', () => {
    CHANNELS.forEach(name => appear[name]());
    bringProgram();
    pretendWebView();
    expect(findHost('auto', RELAY_PAGE)?.name).to.equal('relay');
    expect(findHost('relay', RELAY_PAGE)?.name).to.equal('relay');
  });

  it('is taken as soon as the client says what is around the page', () => {
    bringProgram();
    const seen: Host[] = [];
    const stop = watchForHost('auto', host => seen.push(host), RELAY_PAGE);
    expect(seen.length).to.equal(0);
    environment.__wxjs_environment = 'miniprogram';
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    expect(seen.map(({ name }) => name)).to.deep.equal(['relay']);
    stop();
  });

  for (const [what, start, relayPage] of [
    ['without a relay page', () => (bringProgram(), pretendWebView()), undefined],
    ['with an empty one', () => (bringProgram(), pretendWebView()), ''],
    ['outside a mini program', bringProgram, RELAY_PAGE],
    ['without the SDK', pretendWebView, RELAY_PAGE],
    [
      'with an SDK that cannot open pages',
      () => (pretendWebView(), (page.wx = { miniProgram: {} } as never)),
      RELAY_PAGE,
    ],
  ] as const)
    it(`is not there ${what}`, () => {
      start();
      expect(findHost('relay', relayPage)?.name).to.be.undefined;
      appear.ww();
      expect(findHost('auto', relayPage)?.name).to.equal('ww');
    });

  it('leaves the other channels to a page outside a mini program', () => {
    CHANNELS.forEach(name => appear[name]());
    bringProgram();
    expect(findHost('auto', RELAY_PAGE)?.name).to.equal('wx.qy');
  });
});

describe('a channel that appears late', () => {
  const seen: Host[] = [];
  let stop = nothing;
  const watch = (channel: (typeof CHANNELS)[number] | 'auto'): void => {
    stop = watchForHost(channel, host => seen.push(host));
  };
  const ready = (): boolean => document.dispatchEvent(new Event('WeixinJSBridgeReady'));

  afterEach(() => {
    stop();
    seen.length = 0;
  });

  it('is told at once if it is there', () => {
    appear.ww();
    watch('auto');
    expect(seen.map(({ name }) => name)).to.deep.equal(['ww']);
  });

  it('is told as soon as the client announces its bridge', () => {
    watch('auto');
    appear.WeixinJSBridge();
    ready();
    expect(seen.map(({ name }) => name)).to.deep.equal(['WeixinJSBridge']);
  });

  it('is told without an announcement, too', async () => {
    watch('wx.qy');
    appear['wx.qy']();
    await aTimeout(150);
    expect(seen.map(({ name }) => name)).to.deep.equal(['wx.qy']);
  });

  it('is told once', async () => {
    watch('auto');
    appear.WeixinJSBridge();
    ready();
    appear['wx.qy']();
    ready();
    await aTimeout(60);
    expect(seen).to.have.length(1);
  });

  it('is not told when another one comes than the one that was named', async () => {
    watch('ww');
    appear.WeixinJSBridge();
    ready();
    await aTimeout(60);
    expect(seen).to.have.length(0);
  });

  it('is not told when nobody waits any more', async () => {
    watch('auto');
    stop();
    appear.ww();
    ready();
    await aTimeout(60);
    expect(seen).to.have.length(0);
  });
});
