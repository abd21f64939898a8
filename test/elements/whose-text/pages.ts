import { aTimeout } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { MsgMenu } from '../../../src/core/index.js';
import { chat, given } from '../../support/chat.js';
import type { ComposerPage } from '../../support/composer-page.js';
import { centreOf } from '../../support/element-page.js';
import { click } from '../../support/messages.js';

export const menuOf = (head_content: string): MsgMenu => ({ head_content, list: [click('查订单', '1')] });

/** As the agent presses something elsewhere, in the client's list of chats. */
export const leaveField = (view: ComposerPage): void => (view.root.activeElement as HTMLElement | null)?.blur();

/** A page that gives each customer a menu of its own, as the bridge says who is there; all others get `otherwise`. */
export async function greeted(texts: Readonly<Record<string, string>>, otherwise = ''): Promise<ComposerPage> {
  const view = await chat.panel();
  const { bridge, element } = view;
  const greet = (): void => void (element.value = menuOf(texts[bridge.context?.customerId ?? ''] ?? otherwise));
  bridge.addEventListener('kf-ready', greet);
  greet();
  await view.settled();
  return view;
}

/** The server of a page that looks at each text when the user pauses: the test says when it answers. */
export function moderation(view: ComposerPage, mask: (text: string) => string): () => Promise<void> {
  const { element } = view;
  let asked: MsgMenu = {};
  element.addEventListener('input', () => (asked = element.value));
  return async () => {
    const { head_content = '' } = asked;
    await aTimeout(20); // it is no answer to kf-sent
    element.value = { ...asked, head_content: mask(head_content) };
    await view.settled();
  };
}

/** A button of the page's, beside the composer or in one of its slots; the function that is returned presses it. */
export function button(view: ComposerPage, onclick: () => void, slot = ''): () => Promise<void> {
  const element = Object.assign(document.createElement('button'), { textContent: '快捷回复', onclick, slot });
  (slot ? view.element : view.bridge).append(element);
  return async () => {
    element.scrollIntoView({ block: 'nearest' });
    await sendMouse({ type: 'click', position: centreOf(element) });
    await aTimeout(60);
    await view.settled();
  };
}

/** `setState` of a page whose framework gives the value at each render (Preact, @lit/react), as docs/frameworks says. */
export function controlled({ element }: ComposerPage): { render: () => void } {
  let menu: MsgMenu = given.msgmenu;
  const render = (): void => void (element.value = menu);
  element.addEventListener('input', () => {
    menu = element.value;
    render();
  });
  render();
  return { render };
}
