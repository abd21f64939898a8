import { expect } from '@open-wc/testing';
import type { KfMenuComposer, KfProductCard } from '../../src/index.js';
import type { WxQyHost } from '../../src/hosts/index.js';
import type { simulateWeCom, SimulatedClient } from '../../src/simulator/index.js';
import documentedCall from '../fixtures/documented-call.json' with { type: 'json' };
import { record, typesOf } from '../support/ask.js';
import { clickOn, ElementPage, eventually } from '../support/element-page.js';
import { closeFrames, load, openFrame, type Frame } from '../support/frame.js';

const SIMULATOR = '/dist/kf-simulator.global.js';
const SCRIPT = '/dist/kf-elements.global.js';
const PIXEL = new URL('../fixtures/pixel.png', import.meta.url).href;

describe('a page with nothing but two classic scripts', () => {
  let frame: Frame;
  let client: SimulatedClient;
  beforeEach(async () => {
    frame = await openFrame(
      '<kf-bridge timeout="2000"><kf-menu-composer></kf-menu-composer><kf-product-card></kf-product-card></kf-bridge>',
    );
    await load(frame, SIMULATOR);
    client = (
      frame.window as unknown as { KfSimulator: { simulateWeCom: typeof simulateWeCom } }
    ).KfSimulator.simulateWeCom();
  });
  afterEach(closeFrames);

  const composer = () => frame.document.querySelector('kf-menu-composer') as KfMenuComposer;
  const card = () => frame.document.querySelector('kf-product-card') as KfProductCard;
  /** The same, once the script that defines it is there. */
  const loaded = async <E extends KfMenuComposer | KfProductCard>(find: () => E): Promise<ElementPage<E>> => {
    await load(frame, SCRIPT);
    const view = new ElementPage(find());
    await view.settled();
    return view;
  };

  it('takes the documented call, shows it, and sends it: its msgmenu arrives unchanged', async () => {
    const view = await loaded(composer);
    view.element.value = documentedCall as unknown as KfMenuComposer['value'];
    await view.says(/^可以发送/);
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu: documentedCall.msgmenu }]);
  });

  it('keeps what was set before the script came', async () => {
    composer().value = documentedCall as unknown as KfMenuComposer['value'];
    const view = await loaded(composer);
    expect(view.element.value).to.deep.equal(documentedCall.msgmenu);
    await view.says(/^可以发送/);
  });

  it('lets a user write a menu and send it', async () => {
    const view = await loaded(composer);
    await view.says(/^先写内容/);
    await view.type('起始文本', '您好');
    await view.click('添加回复');
    await view.write('满意');
    await view.press('Control', 'Enter');
    await view.says(/^已发送/);
    expect(client.sent[0]).to.deep.equal({
      msgtype: 'msgmenu',
      msgmenu: { head_content: '您好', list: [{ type: 'click', click: { id: '1', content: '满意' } }] },
    });
  });

  it('makes one send of two presses', async () => {
    const view = await loaded(composer);
    view.element.value = { head_content: '您好' };
    await view.says(/^可以发送/);
    client.set({ latency: 1500 }); // a busy machine lets a second pass between two presses
    const events = record(frame.document);
    const button = view.button('发送');
    await clickOn(button);
    await clickOn(button);
    await view.says(/^已发送/);
    expect(client.sent.length).to.equal(1);
    expect(typesOf(events)).to.deep.equal(['kf-sent']);
  });

  it('sends a product', async () => {
    const view = await loaded(card);
    const product = { ...documentedCall.channelsShopProduct, imgUrl: PIXEL, shopImgUrl: PIXEL };
    view.element.product = product;
    await view.settled();
    await view.click('发送');
    await eventually('a message', () => client.sent.length);
    expect(client.sent[0]).to.deep.equal({ msgtype: 'channels_shop_product', channelsShopProduct: product });
  });

  it('hears a wx.qy that calls only `fail`, and a page that waits for `fail` alone', async () => {
    await loaded(composer);
    const { KfElements } = frame.window as unknown as { KfElements: { WxQyHost: typeof WxQyHost } };
    const reply = { errMsg: 'qy__sendChatMessage:fail no permission' };
    const host = new KfElements.WxQyHost({
      sendChatMessage: ({ fail }: { fail: (reply: object) => void }) => fail(reply),
    });
    expect(await host.invoke('sendChatMessage', {})).to.equal(reply);

    client.failNext('sendChatMessage', { errMsg: 'qy__sendChatMessage:fail no permission' });
    const { qy } = (frame.window as unknown as { wx: { qy: { sendChatMessage(params: object): void } } }).wx;
    expect(await new Promise(fail => qy.sendChatMessage({ fail }))).to.include(reply);
  });
});
