import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { chat, given } from '../../../support/chat.js';
import { stopClock } from '../../../support/clock.js';
import { A, B } from '../../../support/customers.js';
import { centreOf, eventually, press } from '../../../support/element-page.js';
import { skipIn } from '../../../support/engine.js';
import { asOnNewPage } from '../../../support/in-touch.js';
import { ManualHost } from '../../../support/manual-host.js';
import { product } from '../../../support/messages.js';
import { Outcome, panel, put, refused, told } from '../page-asking.js';

beforeEach(asOnNewPage);
const quiet = (): void => undefined;

describe('a press that is held for more than a second', () => {
  it("a drag (pointer events) that began in A's chat ends as B's is there for 50 ms: nothing goes to B", async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const zone = put<HTMLElement>(html`<div style="width: 90px; height: 30px; background: #eee">拖到这里发送</div>`);
    zone.addEventListener('pointerup', () => outcome.of(element.send()));
    const [x, y] = centreOf(zone);
    await sendMouse({ type: 'move', position: [x + 200, y + 200] });
    await sendMouse({ type: 'down' });
    stopClock(1500);
    await chat.open(bridge, B);
    await told();
    stopClock(50);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'up' });
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  it("a page's button that went down in A's chat, and comes up 1.2 s later, B there for 0.7 s: nothing goes to B", async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const button = put(html`<button>发送</button>`);
    button.addEventListener('click', () => outcome.of(element.send()));
    await sendMouse({ type: 'move', position: centreOf(button) });
    await sendMouse({ type: 'down' });
    stopClock(500);
    await chat.open(bridge, B);
    await told();
    stopClock(700);
    await sendMouse({ type: 'up' });
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  it("by Space, with the key's own repeats, down in A's chat: nothing goes to B", async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const button = put(html`<button>发送</button>`);
    button.addEventListener('click', () => outcome.of(element.send()));
    button.focus();
    await sendKeys({ down: 'Space' });
    stopClock(100);
    await chat.open(bridge, B);
    await told();
    stopClock(550);
    await sendKeys({ down: 'Space' }); // repeat
    stopClock(30);
    await sendKeys({ up: 'Space' });
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  skipIn({ 'webkit-gtk': 'its driver repeats no key', 'webkit-wpe': 'its driver repeats no key' }).it(
    "Enter on a page's button, held in A's chat: its repeats send nothing to B",
    async () => {
      const { element, bridge } = await panel();
      const list = bridge.querySelector('kf-product-list')!;
      let next = 0;
      const outcomes: Outcome[] = [];
      const button = put(html`<button>发下一个</button>`);
      button.addEventListener('click', () => {
        const outcome = new Outcome();
        outcomes.push(outcome);
        outcome.of(next++ ? element.send() : list.send(`p1${A}`));
      });
      button.focus();
      await sendKeys({ down: 'Enter' });
      await chat.reached(1);
      chat.answer();
      await aTimeout(10);
      stopClock(100);
      await chat.open(bridge, B);
      await told();
      stopClock(600);
      await sendKeys({ down: 'Enter' }); // repeat
      await sendKeys({ up: 'Enter' });
      await eventually('asked', () => outcomes[1]);
      await refused(outcomes[1]!, 1);
    },
  );
});

describe('what is no button: pressed as the chat has just become B’s, the page asks its server first', () => {
  const ask = (element: { send(): Promise<unknown> }, outcome: Outcome) => () =>
    void aTimeout(80).then(() => outcome.of(element.send()));

  it('a hotkey of the page', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const go = ask(element, outcome);
    const onKey = ({ key }: KeyboardEvent): void => void (key === 'g' && go());
    document.addEventListener('keydown', onKey);
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    await press('g');
    await eventually('asked', () => outcome.text);
    document.removeEventListener('keydown', onKey);
    await refused(outcome);
  });

  it('Space on <div role="button" tabindex="0">, on keydown as ARIA has it', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const made = put(html`<div role="button" tabindex="0">发送</div>`);
    const go = ask(element, outcome);
    made.addEventListener('keydown', ({ key }) => void (key === ' ' && go()));
    made.focus();
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    await press('Space');
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  it('<li> of a quick reply with a delegated handler, no cursor set (a phone’s page)', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const made = put(html`<ul><li>您好，请稍等</li></ul>`);
    const go = ask(element, outcome);
    document.addEventListener('click', ({ target }) => void ((target as Element).closest('li') && go()), {
      once: true,
    });
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    await sendMouse({ type: 'click', position: centreOf(made.firstElementChild!) });
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  for (const [tag, mode] of [
    ['kf-toolbar', 'open'],
    ['my-toolbar', 'closed'],
  ] as const)
    it(`a button in the page's own <${tag}> (${mode} shadow root)`, async () => {
      const { element, bridge } = await panel();
      const outcome = new Outcome();
      const made = put(tag === 'kf-toolbar' ? html`<kf-toolbar></kf-toolbar>` : html`<my-toolbar></my-toolbar>`);
      const root = made.attachShadow({ mode });
      root.innerHTML = '<button>发送</button>';
      const button = root.querySelector('button')!;
      button.addEventListener('click', ask(element, outcome));
      await chat.open(bridge, B);
      await told();
      stopClock(100);
      await sendMouse({ type: 'click', position: centreOf(button) });
      await eventually('asked', () => outcome.text);
      await refused(outcome);
    });
});

describe("pressed in A's chat, the page's server answers within a second, B's chat is open by then", () => {
  /** A page's button, pressed in A's chat; `go` is the server's answer. */
  async function pressed(element: { send(): Promise<unknown> }): Promise<{ outcome: Outcome; go: () => void }> {
    const outcome = new Outcome();
    let go: () => void = quiet;
    const opened = new Promise<void>(resolve => (go = resolve));
    const button = put(html`<button>发送</button>`);
    let isPressed = false;
    button.addEventListener('click', async () => {
      isPressed = true;
      await opened;
      outcome.of(element.send());
    });
    await sendMouse({ type: 'click', position: centreOf(button) });
    await eventually('pressed', () => isPressed);
    await told();
    return { outcome, go };
  }

  it('the agent has clicked on another thing of the page in B’s chat meanwhile: nothing goes to B', async () => {
    const { element, bridge } = await panel();
    const other = fixtureSync<HTMLElement>(
      html`<div style="position: fixed; top: 100px; left: 0; z-index: 9"><a href="#x">商品</a></div>`,
    );
    const { outcome, go } = await pressed(element);
    stopClock(100);
    await chat.open(bridge, B);
    await told();
    stopClock(600);
    await sendMouse({ type: 'click', position: centreOf(other.firstElementChild!) });
    await told();
    stopClock(100);
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });

  it('the answer comes as the agent types a letter into the composer, in B’s chat: nothing goes to B', async () => {
    const view = await panel();
    const { element, bridge } = view;
    const { outcome, go } = await pressed(element);
    stopClock(100);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(600);
    await view.click('起始文本', 'textbox');
    await told();
    element.addEventListener('keydown', () => go(), { once: true });
    await press('a');
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});

describe("发送 of a card is pressed in A's chat; the page prevents kf-send, asks its server, and calls card.send()", () => {
  for (const time of [200, 600])
    it(`B's chat is open by then: nothing goes to B (${time} ms)`, async () => {
      const { view, bridge } = await chat.card(`prevented${time}${A}`);
      const outcome = new Outcome();
      let go: () => void = quiet;
      const opened = new Promise<void>(resolve => (go = resolve));
      let isAllowed = false;
      view.element.addEventListener('kf-send', event => {
        if (isAllowed) return;
        event.preventDefault();
        void opened.then(() => {
          isAllowed = true;
          outcome.of(view.element.send());
        });
      });
      stopClock(5000);
      await sendMouse({ type: 'click', position: centreOf(view.element.renderRoot.querySelector('[part~="send"]')!) });
      await told();
      stopClock(100);
      await chat.open(bridge, B);
      await told();
      stopClock(time);
      go();
      await eventually('asked', () => outcome.text);
      await refused(outcome);
    });
});

describe('a page that makes its panel anew for B, bridge and all', () => {
  it("its button was pressed in A's panel; the server answers while the new bridge connects: nothing goes to B", async () => {
    const make = chat.rebuilding();
    let current = make();
    await current.bridge.ready;
    stopClock(5000);
    const outcome = new Outcome();
    let answer: () => void = quiet;
    const answered = new Promise<void>(resolve => (answer = resolve));
    const button = put(html`<button>发送</button>`);
    button.addEventListener('click', () => void answered.then(() => outcome.of(current.element.send())));
    await sendMouse({ type: 'click', position: centreOf(button) });
    await told();
    stopClock(100);
    chat.customerId = B;
    const go = chat.slowly();
    current = make();
    await told();
    stopClock(200);
    answer();
    await eventually('asked', () => outcome.text);
    go();
    await current.bridge.ready;
    await refused(outcome);
  });

  it("between the two panels it shows a skeleton for 200 ms, in which its button is pressed; the server answers in B's: nothing goes to B", async () => {
    const make = chat.rebuilding();
    let current = make();
    await current.bridge.ready;
    stopClock(5000);
    const outcome = new Outcome();
    let answer: () => void = quiet;
    const answered = new Promise<void>(resolve => (answer = resolve));
    const button = put(html`<button>发送</button>`);
    button.addEventListener('click', () => void answered.then(() => outcome.of(current.element.send())));
    current.bridge.remove();
    await told();
    stopClock(100);
    await sendMouse({ type: 'click', position: centreOf(button) });
    await told();
    stopClock(100);
    chat.customerId = B;
    current = make();
    await current.bridge.ready;
    await told();
    stopClock(100);
    answer();
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});

describe('what the page goes on with', () => {
  it("two bridges; A's product is out as the second has found B, the first one still connects: the composer's menu does not go to B", async () => {
    const hosts = [A, A].map(customerId => new ManualHost({ customerId }));
    const [first, second] = hosts as [ManualHost, ManualHost];
    const panels = fixtureSync<HTMLElement>(
      html`<div>
        <kf-bridge .host=${first}
          ><kf-product-card .product=${product({ productId: `two${A}` }).channelsShopProduct}></kf-product-card></kf-bridge
        ><kf-bridge .host=${second}><kf-menu-composer .value=${given}></kf-menu-composer></kf-bridge>
      </div>`,
    );
    const bridges = Array.from(panels.querySelectorAll('kf-bridge'));
    await Promise.all(bridges.map(({ ready }) => ready));
    const card = panels.querySelector('kf-product-card')!;
    const composer = panels.querySelector('kf-menu-composer')!;
    stopClock(5000);
    let code = '';
    void card
      .send()
      .then(() => composer.send())
      .catch((reason: { code: string }) => (code = reason.code));
    await first.reached(1);
    first.slowly();
    for (const host of hosts) host.customerId = B;
    void bridges[0]!.reconnect().catch(quiet);
    await bridges[1]!.reconnect();
    await told();
    stopClock(5000);
    first.answer();
    await eventually('an end', () => code || second.sends.length);
    expect(`${second.sends.length} ${code}`).to.equal('0 customer-changed');
  });

  it("A's first product is out and B's chat is found in the same moment (a page that was frozen); the page goes on in its next task: not to B", async () => {
    const { bridge } = await panel();
    const list = bridge.querySelector('kf-product-list')!;
    const outcome = new Outcome();
    const all = async (): Promise<void> => {
      await list.send(`p1${A}`);
      await aTimeout(0); // it renders that
      outcome.of(list.send(`p2${A}`));
    };
    void all().catch(quiet);
    await chat.reached(1);
    const go = chat.slowly();
    chat.customerId = B;
    void bridge.reconnect().catch(quiet);
    chat.answer();
    go();
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });
});

describe('a chat whose customer could not be read just then (none); the page makes its panel anew for B, bridge and all', () => {
  it("the page's button is pressed 100 ms later, while that connects: nothing goes to B", async () => {
    const make = chat.rebuilding();
    let current = make();
    await current.bridge.ready;
    chat.customerId = '';
    await current.bridge.reconnect();
    await told();
    stopClock(5000);
    const button = put(html`<button>发送</button>`);
    let isPressed = false;
    button.addEventListener('click', () => {
      isPressed = true;
      current.element.send().catch(quiet);
    });
    chat.customerId = B;
    const go = chat.slowly();
    current = make();
    await told();
    stopClock(100);
    await sendMouse({ type: 'click', position: centreOf(button) });
    await eventually('pressed', () => isPressed);
    await told();
    go();
    await current.bridge.ready;
    await aTimeout(150);
    expect(chat.sends.length).to.equal(0);
  });
});

describe('a page that connects again and tries a second time as it hears customer-changed', () => {
  it("pressed in A's chat, and the client has B: the second try does not go to B", async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const button = put(html`<button>发送</button>`);
    let code = '';
    button.addEventListener('click', () => {
      element.send().catch(async (reason: { code: string }) => {
        ({ code } = reason);
        stopClock(1);
        await bridge.reconnect();
        outcome.of(element.send());
      });
    });
    chat.customerId = B; // the bridge does not know yet
    await sendMouse({ type: 'click', position: centreOf(button) });
    await eventually('asked', () => outcome.text);
    expect(code).to.equal('customer-changed');
    await refused(outcome);
  });
});

describe('a page whose quick replies are in a frame (postMessage)', () => {
  it("pressed as the chat has just become B's: nothing goes to B", async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const frame = put<HTMLIFrameElement>(html`<iframe style="width: 200px; height: 60px"></iframe>`);
    const inner = frame.contentDocument!;
    inner.body.innerHTML = '<button>您好，请稍等</button>';
    const button = inner.querySelector('button')!;
    button.addEventListener('click', () => window.postMessage({ reply: 1 }, '*'));
    const onMessage = ({ data }: MessageEvent): void => {
      if ((data as { reply?: number }).reply) outcome.of(element.send());
    };
    addEventListener('message', onMessage);
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    await sendMouse({ type: 'click', position: centreOf(button) });
    await eventually('asked', () => outcome.text);
    removeEventListener('message', onMessage);
    await refused(outcome);
  });
});

describe('what is no button: pressed as the chat has just become B’s, the page asks its server first', () => {
  it('a quick reply that is a radio with a label (change)', async () => {
    const { element, bridge } = await panel();
    const outcome = new Outcome();
    const made = put(html`<label><input type="radio" name="r" />您好，请稍等</label>`);
    made.addEventListener('change', () => void aTimeout(80).then(() => outcome.of(element.send())));
    await chat.open(bridge, B);
    await told();
    stopClock(100);
    await sendMouse({ type: 'click', position: centreOf(made.querySelector('input')!) });
    await eventually('asked', () => outcome.text);
    await refused(outcome);
  });
});

describe("A's first product is out in B's chat, and the page goes on 100 ms later", () => {
  it('as the agent types a letter into the composer there: the second does not go to B', async () => {
    const view = await panel();
    const { element, bridge } = view;
    const list = bridge.querySelector('kf-product-list')!;
    const outcome = new Outcome();
    let go: () => void = quiet;
    const pause = new Promise<void>(resolve => (go = resolve));
    void list.send(`p1${A}`).then(async () => {
      await pause;
      outcome.of(list.send(`p2${A}`));
    });
    await chat.reached(1);
    await chat.open(bridge, B);
    await view.settled();
    stopClock(5000);
    await view.click('起始文本', 'textbox');
    await told();
    stopClock(2000);
    chat.answer();
    await told();
    stopClock(100);
    element.addEventListener('keydown', () => go(), { once: true });
    await press('a');
    await eventually('asked', () => outcome.text);
    await refused(outcome, 1);
  });
});
