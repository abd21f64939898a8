import { aTimeout } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { MsgMenu } from '../../../src/core/index.js';
import { given } from '../../support/chat.js';
import type { ComposerPage } from '../../support/composer-page.js';
import { centreOf } from '../../support/element-page.js';
import { click } from '../../support/messages.js';

export const menuOf = (head_content: string): MsgMenu => ({ head_content, list: [click('查订单', '1')] });

/** As the agent presses something elsewhere, in the client's list of chats. */
export const leaveField = (view: ComposerPage): void => (view.root.activeElement as HTMLElement | null)?.blur();

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
