import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record } from '../../../support/ask.js';
import { composer } from '../../../support/composer-page.js';
import { click, menu } from '../../../support/messages.js';

const filled = () => html`<kf-menu-composer .value=${menu(click('满意', '1'))}></kf-menu-composer>`;

/** A key goes down; whether that was prevented. */
function keyDown(target: Element, init: KeyboardEventInit): boolean {
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

/** It stays down. */
const hold = (target: Element, init: KeyboardEventInit): boolean[] =>
  Array.from({ length: 12 }, () => keyDown(target, { ...init, repeat: true }));

describe('a key that is held down', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('is one send: Ctrl+Enter', async () => {
    const view = await composer(filled());
    const asked = record(view.element, ['kf-send']);
    keyDown(view.textbox('起始文本'), { ctrlKey: true });
    hold(view.textbox('起始文本'), { ctrlKey: true });
    await view.says(/^已发送/);
    hold(view.textbox('起始文本'), { ctrlKey: true });
    expect(asked).to.have.length(1);
  });

  it('presses the button once: its repetitions do nothing', async () => {
    const view = await composer(filled());
    keyDown(view.button('发送'), {});
    expect(hold(view.button('发送'), {})).not.to.include(false);
  });

  it('never repeats a send whose fate is unknown: that takes its own button', async () => {
    client.failNext('sendChatMessage', {});
    const view = await composer(filled());
    await view.click('发送');
    await view.says(/^不确定发出没有/);
    const asked = record(view.element, ['kf-send']);
    const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true });
    view.textbox('起始文本').dispatchEvent(event);
    expect(asked).to.deep.equal([]);
  });
});

describe('a listener that sends again', () => {
  it('gets the promise of the send that it hears of', async () => {
    const client = simulateWeCom();
    const view = await composer(filled());
    let again: Promise<unknown> | undefined;
    view.element.addEventListener('kf-send', () => (again = view.element.send()), { once: true });
    const sending = view.element.send();
    expect(again === sending).to.be.true;
    await sending;
    expect(client.sent.length).to.equal(1);
    client.restore();
  });
});

describe("what the page puts into the composer's slots", () => {
  it('stays out of the message, whatever it is called', async () => {
    const view = await composer(
      html`<kf-menu-composer .value=${menu(click('满意', '1'))}>
        <input slot="footer" id="tail_content" /><input slot="header" id="remark" />
      </kf-menu-composer>`,
    );
    const before = view.element.value;
    for (const control of view.element.querySelectorAll('input')) {
      control.value = 'abc';
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    expect(view.element.value).to.deep.equal(before);
  });
});

describe('an item that becomes a link', () => {
  it('opens its details, and the focus is in its text', async () => {
    const view = await composer(filled());
    await view.choose(1, '改为链接');
    expect(view.has('textbox', '第 1 项，链接，网址')).to.be.true;
    expect(view.focused).to.equal('第 1 项，链接，文字');
  });
});

describe('a composer that was pressed many times', () => {
  it('leaves no listener behind in the page', async () => {
    const view = await composer(filled());
    const listening = new Set<unknown>();
    const { addEventListener: add, removeEventListener: remove } = window;
    Object.assign(window, {
      addEventListener(...[type, listener, ...options]: Parameters<typeof add>) {
        listening.add(`${type} ${String(listener)}`);
        add.call(window, type, listener, ...options);
      },
      removeEventListener(...[type, listener, ...options]: Parameters<typeof remove>) {
        listening.delete(`${type} ${String(listener)}`);
        remove.call(window, type, listener, ...options);
      },
    });
    for (let times = 0; times < 3; times++) {
      const button = view.button('添加回复');
      button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      expect(listening.size).to.equal(3);
      button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
      expect(listening.size).to.equal(0);
    }
    Reflect.deleteProperty(window, 'addEventListener');
    Reflect.deleteProperty(window, 'removeEventListener');
  });
});
