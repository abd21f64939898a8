import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { callsOf } from '../../../support/in-touch.js';
import { click, menu } from '../../../support/messages.js';

const message = menu(click('满意', '1'));
const filled = () => html`<kf-menu-composer .value=${message}></kf-menu-composer>`;

describe('the foot, while sending and after it', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('says how long it waits at the most; the texts stay, and can be read only', async () => {
    client.failNext('sendChatMessage', 'never');
    const view = await composer(filled(), { timeout: 20_000 });
    await view.click('发送');
    expect(view.status).to.equal('正在发送… 等企业微信回应，最多 20 秒');
    expect(view.names('button')).to.include('发送中');
    await view.type('第 1 项，回复，文字', '！');
    expect(view.items).to.deep.equal(['满意']);
  });

  it('offers to send again, until something changes', async () => {
    const view = await composer(filled());
    await view.click('发送');
    await view.says(/^已发送 \d\d:\d\d 内容还在，改一改可以再发$/);
    expect(view.has('button', '再发一次')).to.be.true;
    await view.type('第 1 项，回复，文字', '！');
    expect(view.status).to.equal('可以发送');
    expect(view.has('button', '发送')).to.be.true;
  });

  it('sends again when asked to', async () => {
    const view = await composer(filled());
    await view.click('发送');
    await view.says(/^已发送/);
    await eventually('a second message', () => {
      // At first a press is the second one of a double click.
      if (view.has('button', '再发一次')) view.button('再发一次').click();
      return client.sent.length === 2;
    });
    expect(client.sent).to.deep.equal([message, message]);
  });

  it('says that it was a rehearsal', async () => {
    const view = await composer(filled());
    view.bridge.dryRun = true;
    await view.click('发送');
    await view.says('演练完成，没有真的发出');
    expect(callsOf(client)).to.equal(0);
  });

  it('says why it failed, and tries again', async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    const view = await composer(filled());
    await view.click('发送');
    await view.says('没发出去：应用没有权限 请管理员开通「微信客服」权限');
    await view.click('再试一次');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([message]);
  });

  it("repeats the client's own words where there are no better ones", async () => {
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail disk is full' });
    const view = await composer(filled());
    await view.click('发送');
    await view.says('没发出去：disk is full 请再试一次');
  });

  it('takes a cancel for what it is: no failure', async () => {
    client.failNext('sendChatMessage', 'cancel');
    const view = await composer(filled());
    await view.click('发送');
    await view.says('已取消，没有发出');
    expect(view.has('button', '发送')).to.be.true;
  });

  describe('when nobody can tell', () => {
    let view: ComposerPage;
    beforeEach(async () => {
      client.failNext('sendChatMessage', 'never');
      view = await composer(filled(), { timeout: 60 });
      await view.click('发送');
      await view.says(/^不确定发出没有 企业微信 \d+ 秒没回应。请先看会话里有没有这条$/);
      view.bridge.timeout = 20_000; // what is sent next has all the time it needs
    });

    it('never sends again by itself', () => expect(callsOf(client)).to.equal(1));

    it('is sent when the user sees it there, until something changes', async () => {
      await view.click('已经有了');
      expect(view.status).to.match(/^已发送 \d\d:\d\d 内容还在，改一改可以再发$/);
      expect(view.has('button', '发送')).to.be.false;
      expect(callsOf(client)).to.equal(1);
      await view.click('再发一次');
      await eventually('a second message', () => client.sent.length === 1);
      expect(callsOf(client)).to.equal(2);
      await view.type('第 1 项，回复，文字', '！');
      expect(view.status).to.equal('可以发送');
    });

    it('says so while another text is on show, and asks again when the first one is back', async () => {
      const EARLIER = '之前的「满意」不确定发出没有，请先看会话';
      await view.type('第 1 项，回复，文字', '！');
      expect(view.status).to.equal(EARLIER);
      expect(view.root.querySelector('[part="status"] .question')).to.exist;
      expect(view.names('button')).to.include('发送').and.include('已经有了').and.not.include('没有，重发');
      expect(view.button('发送').part.contains('fill'), 'not what most people want').to.be.false;
      await view.add('链接');
      expect(view.status, 'what to do stays').to.equal(`${EARLIER} 还没写完 还差：网址`);
      view.element.undo();
      view.element.undo();
      await view.says(/^不确定发出没有/);
      expect(view.names('button')).to.include('已经有了');
    });

    it('is asked about no more once the user has seen it there, though another text is on show', async () => {
      await view.type('第 1 项，回复，文字', '！');
      await view.read();
      await view.click('已经有了');
      expect(view.status).to.equal('可以发送');
      expect(view.names('button')).to.include('发送').and.not.include('已经有了');
      view.element.undo();
      await view.says(/^已发送/);
      expect(callsOf(client)).to.equal(1);
    });

    it('takes the keys that send for the text that is on show by now', async () => {
      await view.type('第 1 项，回复，文字', '！');
      await view.press('Control', 'Enter');
      await view.says(/^已发送/);
      expect(client.sent).to.have.length(1);
      expect(JSON.stringify(client.sent)).to.include('！');
    });

    it('is asked about again after the other text is sent, as soon as something else is written', async () => {
      await view.type('第 1 项，回复，文字', '！');
      await view.press('Control', 'Enter');
      await view.says(/^已发送/);
      await view.type('第 1 项，回复，文字', '？');
      await view.says(/^之前的「.*」不确定/);
      await view.click('已经有了');
      await view.says(/^可以发送/);
      await view.type('第 1 项，回复，文字', '！');
      expect(view.status).to.equal('可以发送');
    });

    it('says nothing of it once it is known', async () => {
      await view.click('已经有了');
      await view.type('第 1 项，回复，文字', '！');
      expect(view.status).to.equal('可以发送');
    });

    it('is sent to a composer that comes later, too, once the user has seen it there', async () => {
      await view.click('已经有了');
      const { bridge } = view;
      view.element.remove();
      const later = document.createElement('kf-menu-composer');
      later.value = message;
      bridge.append(later);
      await new ComposerPage(later).says(/^已发送/);
    });

    it('is sent again when the user does not', async () => {
      await view.click('没有，重发');
      await view.says(/^已发送/);
      expect(client.sent).to.deep.equal([message]);
    });
  });

  describe('when the chat has another customer by now', () => {
    let view: ComposerPage;
    beforeEach(async () => {
      view = await composer(filled());
      view.bridge.checkCustomer = true;
      client.set({ customerId: 'wmSomebodyElse' });
      await view.click('发送');
      await view.says('客户换了，没有发送 现在会话里是另一位客户，请先核对内容');
      expect(callsOf(client)).to.equal(0);
    });

    it('leaves it', async () => {
      const said = view.saying();
      await view.click('不发了');
      expect(said()).to.contain('已取消，没有发出');
      expect(callsOf(client)).to.equal(0);
    });

    it('sends to the one who is there', async () => {
      await view.click('发给现在这位');
      await view.says(/^已发送/);
      expect(client.sent).to.deep.equal([message]);
      expect(view.bridge.context?.customerId).to.equal('wmSomebodyElse');
    });
  });
});
