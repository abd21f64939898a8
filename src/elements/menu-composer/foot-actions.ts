import type { FootAction } from './foot-state.js';
import { fromTopToBottom } from './menu-draft.js';
import type { MenuComposer } from './menu-composer.js';
import { textInstead } from './text-instead.js';

/** A press on a button of the foot, or its key. */
export function act(composer: MenuComposer, action: FootAction, byKeys: boolean): void {
  const { controls, sender, bridge } = composer;
  const { status } = bridge;
  if (composer.still || sender.isHasty || (byKeys && controls.footPress.asking)) return;
  const issues = fromTopToBottom(composer.issues);
  const problem = issues.find(({ severity }) => severity === 'error');
  const { msgmenu, enterChat } = composer.message;
  const content = textInstead(msgmenu, issues, bridge);
  if (action === 'reset') composer.dismiss();
  else if (action === 'send' && content)
    void sender.send({ msgtype: 'text', text: { content }, ...(enterChat && { enterChat }) });
  else if (action === 'send') {
    void composer.send();
    if (problem && !composer.disabled) controls.goTo(problem);
  } else if (status)
    status.reconnect().then(
      () => {
        if (action === 'reconnectAndSend') void composer.send();
      },
      () => undefined,
    );
}
