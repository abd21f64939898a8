import { aTimeout, expect, html } from '@open-wc/testing';
import { simulateWeCom } from '../../../../src/simulator/index.js';
import { complaints } from '../../../support/accessible.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { click, menu, page, view as link } from '../../../support/messages.js';

const three = menu(click('满意', '1'), click('不满意', '2'), link('https://a.cn', '查询'));
const filled = (value: unknown = three): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer .value=${value}></kf-menu-composer>`);
const OFFER = '已删除「不满意」 撤销';

describe('after a removal', () => {
  let client: ReturnType<typeof simulateWeCom>;
  let view: ComposerPage;
  beforeEach(async () => {
    client = simulateWeCom();
    view = await filled();
  });
  afterEach(() => client.restore());

  it('the foot says what is gone, and brings it back, with the focus in its text', async () => {
    await view.choose(2, '删除');
    expect(view.status).to.equal(OFFER);
    await view.click(OFFER);
    expect(view.element.value).to.deep.equal(three.msgmenu);
    expect(view.focused).to.equal('第 2 项，回复，文字');
    expect(view.status).to.equal('可以发送');
  });

  it('it is brought back by keys', async () => {
    await view.choose(3, '删除');
    view.button('已删除「查询」 撤销').focus();
    await view.press('Enter');
    expect(view.element.value).to.deep.equal(three.msgmenu);
    expect(view.focused).to.equal('第 3 项，链接，文字');
  });

  it('the next edit ends the offer', async () => {
    await view.choose(2, '删除');
    await view.type(ComposerPage.HEAD, '您');
    expect(view.status).to.equal('可以发送');
  });

  it('so does an undo by another way, and a value of the page', async () => {
    await view.choose(2, '删除');
    await view.click('撤销');
    expect(view.status).to.equal('可以发送');
    await view.choose(2, '删除');
    await aTimeout(20); // it is no answer to the removal
    view.element.value = menu(click('新'));
    await view.settled();
    expect(view.status).to.equal('可以发送');
  });

  it('an item without a text is named by its kind', async () => {
    await view.add('链接');
    await view.press('Backspace');
    expect(view.status).to.equal('已删除一项链接 撤销');
  });

  it('a long text is named by its beginning', async () => {
    view.element.value = menu(click('满意', '1'), page('a.html', '点击打开小程序查询更多更多更多更多更多'));
    await view.settled();
    await view.choose(2, '删除');
    expect(view.status).to.equal('已删除「点击打开小程序查询更多更多更多更…」 撤销');
  });

  it('the last one can be brought back, too', async () => {
    view.element.value = menu(click('满意', '1'));
    await view.settled();
    await view.choose(1, '删除');
    expect(view.focused).to.equal('添加回复');
    await view.click('已删除「满意」 撤销');
    expect(view.items).to.deep.equal(['满意']);
  });

  it('the message can be sent, and then the foot tells about that', async () => {
    await view.choose(2, '删除');
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent.length).to.equal(1);
  });

  it('a failure is not hidden, neither then nor when it has been read', async () => {
    view.bridge.timeout = 40;
    client.failNext('sendChatMessage', 'never');
    await view.choose(2, '删除');
    await view.click('发送');
    await view.says(/^不确定发出没有/);
    await view.click('已经有了');
    expect(view.status).to.match(/^已发送/);
  });

  it('problems are told when a send is tried', async () => {
    view.element.value = menu(click('', '1'), click('不满意', '2'));
    await view.settled();
    await view.choose(2, '删除');
    expect(view.status).to.equal(OFFER);
    await view.press('Control', 'Enter');
    expect(view.status).to.match(/^1 处要改/);
    expect(view.focused).to.equal('第 1 项，回复，文字');
  });

  it('nothing is offered where nothing can be edited', async () => {
    await view.choose(2, '删除');
    view.element.readOnly = true;
    await view.settled();
    expect(view.status).to.equal('可以发送');
  });

  it('it stands beside an icon, as all that the foot says, and its ring touches no letter', async () => {
    await view.choose(2, '删除');
    expect(view.root.querySelectorAll('.status > .icon').length).to.equal(1);
    const offer = view.button(OFFER);
    const words = document.createRange();
    words.selectNodeContents(offer);
    const [box, text] = [offer.getBoundingClientRect(), words.getBoundingClientRect()];
    expect(text.left - box.left).to.be.at.least(4);
    expect(box.right - text.right).to.be.at.least(4);
    expect(text.top - box.top).to.be.at.least(2);
  });

  it('the offer is accessible', async () => {
    await view.choose(2, '删除');
    expect(await complaints(view.element)).to.deep.equal([]);
  });
});
