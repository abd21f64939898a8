import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { KfMenuComposer } from '../../../src/kf-menu-composer.js';
import { chat, given } from '../../support/chat.js';
import { stopClock } from '../../support/clock.js';
import type { ComposerPage } from '../../support/composer-page.js';
import { B } from '../../support/customers.js';
import { centreOf } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';

beforeEach(asOnNewPage);

const place = (): HTMLElement => fixtureSync<HTMLElement>(html`<div style="position: fixed; top: 0; left: 0"></div>`);

function buttonIn(root: ParentNode): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { textContent: '发送' });
  root.append(button);
  return button;
}

const send = (composer: KfMenuComposer): void => void composer.send().catch(() => undefined);

/** A button that tells with an event which no user has made. */
function telling(type: string, composer: KfMenuComposer): Element {
  const button = buttonIn(place());
  button.addEventListener('mouseup', () => button.dispatchEvent(new CustomEvent(type, { bubbles: true })));
  button.addEventListener(type, ({ isTrusted }) => isTrusted || send(composer));
  return button;
}

/** The page's own 发送, and how it comes from there to `composer.send()`. */
const BUTTONS: readonly (readonly [name: string, make: (composer: KfMenuComposer) => Element])[] = [
  [
    'at once',
    composer => {
      const button = buttonIn(place());
      button.addEventListener('click', () => send(composer));
      return button;
    },
  ],
  [
    "in a shadow root of the page's component",
    composer => {
      const button = buttonIn(place().attachShadow({ mode: 'open' }));
      button.addEventListener('click', () => send(composer));
      return button;
    },
  ],
  [
    'after its framework has rendered (await nextTick())',
    composer => {
      const button = buttonIn(place());
      const onClick = async (): Promise<void> => {
        await Promise.resolve();
        await composer.updateComplete;
        send(composer);
      };
      button.addEventListener('click', () => void onClick());
      return button;
    },
  ],
  ['by the click that its library makes (FastClick, better-scroll)', composer => telling('click', composer)],
  ["by an event of the button's own", composer => telling('press', composer)],
];

for (const [name, make] of BUTTONS)
  describe(`the page's own 发送, which sends ${name}`, () => {
    let view: ComposerPage;
    let button: Element;
    beforeEach(async () => {
      view = await chat.panel(html`<kf-menu-composer readonly .value=${given}></kf-menu-composer>`);
      button = make(view.element);
    });

    it("pressed as the chat has just become B's: nothing goes to B, as with the composer's own button", async () => {
      const position = centreOf(button);
      stopClock(5000);
      await chat.open(view.bridge, B);
      await sendMouse({ type: 'click', position });
      await aTimeout(100);
      expect(chat.sends.length).to.equal(0);
    });

    it('is for B once that can have been seen', async () => {
      await chat.open(view.bridge, B);
      stopClock(1100);
      await sendMouse({ type: 'click', position: centreOf(button) });
      await chat.reached(1);
    });
  });
