import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { clickOn, eventually, nameOf, press, type } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { inFront, tap, touchScreen } from '../../../support/touch.js';

const { msgmenu } = documentedCall;
const { head_content, tail_content } = msgmenu;

/** One way to use the composer: how to get to a field, and how to press a button. */
interface Hand {
  into: (field: string) => Promise<void>;
  press: (button: string) => Promise<void>;
}

const settled = async (view: ComposerPage): Promise<void> => {
  await view.settled();
};

/** By the keyboard alone: Tab, or Shift+Tab, until it is there. Not every browser goes round at the end of a page. */
const keys = (view: ComposerPage): Hand => {
  const walkTo = async (name: string): Promise<void> => {
    const target = [...view.all('button'), ...view.all('textbox')].find(control => nameOf(control) === name);
    const place = target && view.root.activeElement?.compareDocumentPosition(target);
    const isBefore = place && place & Node.DOCUMENT_POSITION_PRECEDING;
    for (let steps = 0; view.focused !== name; steps++) {
      if (steps > 80) throw new Error(`Tab does not lead to 「${name}」`);
      await press(...(isBefore ? ['Shift', 'Tab'] : ['Tab']));
    }
  };
  return {
    into: walkTo,
    press: async name => {
      await walkTo(name);
      await press('Enter');
      await settled(view);
    },
  };
};

const mouse = (view: ComposerPage): Hand => ({
  into: name => clickOn(view.textbox(name)),
  press: name => view.click(name),
});

const finger = (view: ComposerPage): Hand => ({
  into: async name => void (await tap(view.textbox(name))),
  press: async name => {
    await tap(view.button(name));
    await settled(view);
  },
});

/** Writes the documented menu, from nothing, and sends it. */
async function writeAndSend(view: ComposerPage, hand: Hand): Promise<void> {
  const write = async (field: string, text: string): Promise<void> => {
    await hand.into(field);
    await press('Control', 'a');
    await type(text);
    await settled(view);
  };
  await write(ComposerPage.HEAD, head_content);
  for (const [index, item] of msgmenu.list.entries()) {
    const kind = { click: '回复', view: '链接', miniprogram: '小程序' }[item.type] as '回复' | '链接' | '小程序';
    const row = `第 ${index + 1} 项，${kind}`;
    await hand.press(`添加${kind}`);
    expect(view.focused, 'a new item is ready to be written').to.equal(`${row}，文字`);
    const { click, view: link, miniprogram } = item;
    await type((click ?? link ?? miniprogram)?.content ?? '');
    if (click) {
      await hand.press(row);
      await write(`${row}，菜单 ID`, click.id);
      await hand.press(row);
    }
    if (link) await write(`${row}，网址`, link.url);
    if (miniprogram) {
      await write(`${row}，AppID`, miniprogram.appid);
      await write(`${row}，页面路径`, miniprogram.page);
    }
  }
  await write(ComposerPage.TAIL, tail_content);
  await hand.press('发送');
}

describe('the whole task: the documented menu, from empty to sent', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  const does = (name: string, hand: (view: ComposerPage) => Hand): void =>
    void it(name, async function () {
      this.timeout(180_000); // by keys it is some hundred commands to the driver
      const view = await composer();
      if (hand === finger) expect(matchMedia('(pointer: coarse)').matches).to.be.true;
      await writeAndSend(view, hand(view));
      const [sent] = await eventually('a message in the chat', () => client.sent.length > 0 && client.sent);
      expect(sent).to.deep.equal({ msgtype: 'msgmenu', msgmenu });
      expect(client.sent.length).to.equal(1);
      await eventually('the word that it is out', () => view.status.startsWith('已发送'));
    });

  does('by the keyboard alone', keys);
  does('by mouse', mouse);

  skipIn({ webkit: 'its driver has no touch screen' }).describe('on a phone', () => {
    inFront();
    before(() => touchScreen(true));
    after(() => touchScreen(false));
    does('by touch', finger);
  });
});
