import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { paste } from '../../../support/paste.js';

const { msgmenu } = documentedCall;
/** The same, with the ids that the composer gives. */
const withOwnIds = {
  msgtype: 'msgmenu',
  msgmenu: {
    ...msgmenu,
    list: msgmenu.list.map((item, at) =>
      item.click ? { ...item, click: { ...item.click, id: String(at + 1) } } : item,
    ),
  },
};

/** Counts what a person does beside typing: presses of the mouse, and of keys that are no text. */
class Moves {
  count = 0;
  constructor(private readonly view: ComposerPage) {}

  async click(name: string, role: 'button' | 'textbox' | 'gridcell' = 'button'): Promise<void> {
    this.count++;
    await this.view.click(name, role);
  }

  async press(...keys: string[]): Promise<void> {
    this.count++;
    await this.view.press(...keys);
  }
}

describe('the moves that it takes', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  const sent = () => eventually('a message in the chat', () => client.sent[0]);

  it('to send the given menu: 1', async () => {
    const view = await composer(html`<kf-menu-composer .value=${msgmenu}></kf-menu-composer>`);
    const moves = new Moves(view);
    await moves.click('发送');
    expect(await sent()).to.deep.equal({ msgtype: 'msgmenu', msgmenu });
    expect(moves.count).to.equal(1);
  });

  it('to send a template: 2', async () => {
    const templates = [{ name: '满意度调查', value: msgmenu }];
    const view = await composer(html`<kf-menu-composer .templates=${templates}></kf-menu-composer>`);
    const moves = new Moves(view);
    await moves.click('满意度调查 4 项 您对本次服务是否满意呢?');
    await moves.click('发送');
    expect(await sent()).to.deep.equal({ msgtype: 'msgmenu', msgmenu });
    expect(moves.count).to.equal(2);
  });

  it('to write the documented menu, from empty: 10', async () => {
    const view = await composer();
    const moves = new Moves(view);
    const [yes, no, link, page] = msgmenu.list;
    await moves.click(ComposerPage.HEAD, 'textbox');
    await view.write(msgmenu.head_content);
    await moves.click('添加回复');
    await view.write(yes?.click?.content ?? '');
    await moves.press('Enter');
    await view.write(no?.click?.content ?? '');
    await moves.click('添加链接');
    await view.write(link?.view?.content ?? '');
    await moves.press('Enter');
    await view.write(link?.view?.url ?? '');
    await moves.click('添加小程序');
    await view.write(page?.miniprogram?.content ?? '');
    await moves.press('Enter');
    await view.write(page?.miniprogram?.appid ?? '');
    await moves.press('Enter');
    await view.write(page?.miniprogram?.page ?? '');
    await moves.click(ComposerPage.TAIL, 'textbox');
    await view.write(msgmenu.tail_content);
    await moves.press('Control', 'Enter');
    expect(await sent()).to.deep.equal(withOwnIds);
    expect(moves.count).to.equal(10);
  });

  skipIn({ 'webkit-wpe': 'its driver has no clipboard' }).it(
    'to send the documented menu from the clipboard: 4',
    async () => {
      const view = await composer();
      const moves = new Moves(view);
      await moves.click(ComposerPage.HEAD, 'textbox');
      moves.count++;
      await paste(JSON.stringify(documentedCall));
      await view.settled();
      await moves.click('载入');
      await moves.click('发送');
      expect(await sent()).to.deep.equal({ msgtype: 'msgmenu', msgmenu });
      expect(moves.count).to.equal(4);
    },
  );
});
