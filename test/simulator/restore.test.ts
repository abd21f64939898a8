import { aTimeout, expect } from '@open-wc/testing';
import { simulateWeCom } from '../../src/simulator/index.js';
import { clearPage, invoke, page } from '../support/page.js';

const globals = (): string[] => Object.getOwnPropertyNames(window);

/** What the page's navigator says, and in which way. */
const navigatorSays = (): unknown => ({
  own: Object.getOwnPropertyNames(navigator),
  userAgent: navigator.userAgent,
  platform: navigator.platform,
  maxTouchPoints: navigator.maxTouchPoints,
});

const importedNames = globals();
const { userAgent } = navigator;

describe('importing the simulator', () => {
  it('puts no client into the page', () => {
    expect(importedNames).not.to.include.members(['WeixinJSBridge']);
    expect(importedNames).not.to.include.members(['wx']);
    expect(userAgent).not.to.contain('wxwork');
  });
});

describe('restore()', () => {
  afterEach(clearPage);

  it('takes away what was seen of the client', () => {
    const client = simulateWeCom();
    expect(navigator.userAgent).to.contain('wxwork/');
    expect(page).to.include.keys('WeixinJSBridge', 'wx');
    client.restore();
    expect(page.WeixinJSBridge).to.be.undefined;
    expect(page.wx).to.be.undefined;
  });

  for (const wxQy of [true, false]) {
    const kind = wxQy ? 'with wx.qy' : 'without wx.qy';

    it(`lets the navigator tell the truth again: a client ${kind}`, () => {
      const before = navigatorSays();
      const client = simulateWeCom({ wxQy });
      client.set({ platform: 'ios' });
      client.restore();
      expect(navigatorSays()).to.deep.equal(before);
    });

    it(`leaves no global behind: a client ${kind}`, () => {
      const before = globals();
      simulateWeCom({ wxQy }).restore();
      expect(globals().filter(name => !before.includes(name))).to.deep.equal([]);
    });
  }

  it("gives back the page's own wx, as it was", () => {
    const wx = { invoke: (): void => undefined };
    page.wx = wx;
    simulateWeCom().restore();
    expect(page.wx).to.equal(wx);
    expect(Object.keys(wx)).to.deep.equal(['invoke']);
  });

  it("gives back the page's own wx.qy and bridge", () => {
    const [qy, bridge] = [{}, { invoke: () => undefined }];
    page.wx = { qy };
    page.WeixinJSBridge = bridge;
    simulateWeCom().restore();
    expect(page.wx.qy).to.equal(qy);
    expect(page.WeixinJSBridge).to.equal(bridge);
  });

  it('leaves calls unanswered that are under way', async () => {
    const client = simulateWeCom({ latency: 20 });
    let answered = false;
    void invoke('getContext').then(() => (answered = true));
    client.restore();
    await aTimeout(60);
    expect(answered).to.be.false;
  });

  it('lets another client come, which knows nothing of the first', async () => {
    const first = simulateWeCom({ entry: 'normal' });
    await invoke('getContext');
    first.restore();
    const second = simulateWeCom({ entry: 'single_kf_tools' });
    expect(await invoke('getContext')).to.include({ entry: 'single_kf_tools' });
    expect(second.calls).to.have.length(1);
    expect(first.calls).to.have.length(1);
    second.restore();
  });
});
