import { expect, html } from '@open-wc/testing';
import { install } from '@sinonjs/fake-timers';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { click, menu } from '../../../support/messages.js';

describe('the foot while the client does not answer', () => {
  let client: SimulatedClient;
  let clock: ReturnType<typeof install>;
  let view: ComposerPage;
  const pass = async (seconds: number): Promise<void> => {
    await clock.tickAsync(seconds * 1000);
    await view.element.updateComplete;
  };
  beforeEach(async () => {
    client = simulateWeCom();
    client.failNext('sendChatMessage', 'never');
    const { msgmenu } = menu(click('满意', '1'));
    view = await composer(html`<kf-menu-composer .value=${msgmenu}></kf-menu-composer>`, { timeout: 10_000 });
    clock = install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
    view.button('发送').click();
    await pass(0);
  });
  afterEach(() => {
    clock.uninstall();
    client.restore();
  });

  it('counts the seconds from the third on', async () => {
    await pass(2.9);
    expect(view.status).to.equal('正在发送… 等企业微信回应，最多 10 秒');
    await pass(0.1);
    expect(view.status).to.equal('正在发送… 企业微信还没回应，最多再等 7 秒');
    await pass(4);
    expect(view.status).to.equal('正在发送… 企业微信还没回应，最多再等 3 秒');
    await pass(3.1); // the customer was read before
    expect(view.status).to.match(/^不确定发出没有/);
  });

  it('says it once to those who listen', async () => {
    await pass(3);
    expect(view.announced).to.equal('企业微信还没回应，最多再等 7 秒');
    const heard: string[] = [];
    const region = (node: Node): Element | null | undefined =>
      node.parentElement?.closest('[aria-live], [role="status"]');
    new MutationObserver(changes =>
      changes
        .filter(({ target }) => region(target)?.getAttribute('aria-live') !== 'off')
        .forEach(({ target }) => heard.push(String(target.textContent))),
    ).observe(view.root.querySelector('[role="status"]') as Element, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    await pass(4);
    expect(view.announced).to.equal('企业微信还没回应，最多再等 7 秒');
    expect(heard).to.deep.equal([]);
  });

  it('goes on where it was when the composer moves', async () => {
    await pass(4);
    view.bridge.append(view.element);
    await pass(2);
    expect(view.status).to.equal('正在发送… 企业微信还没回应，最多再等 4 秒');
  });

  it('leaves no timer behind when it is taken away', async () => {
    await pass(4);
    view.element.remove();
    await pass(0);
    expect(Object.values(clock.timers ?? {}).filter(({ type }) => type === 'Interval')).to.deep.equal([]);
  });

  it('begins again with the next send', async () => {
    await pass(12);
    client.failNext('sendChatMessage', 'never');
    view.button('没有，重发').click();
    await pass(1);
    expect(view.status).to.equal('正在发送… 等企业微信回应，最多 10 秒');
  });
});
