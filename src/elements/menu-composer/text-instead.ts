import { asText } from '../../core/as-text.js';
import type { Issue } from '../../core/issue.js';
import type { MsgMenu } from '../../core/message.js';
import type { BridgeWatch } from '../shared/bridge-watch.js';

/** What can be sent as text where this menu can't go; else ''. */
export const textInstead = (menu: MsgMenu, issues: readonly Issue[], bridge: BridgeWatch): string =>
  bridge.takesTextOnly('msgmenu') && !issues.some(({ severity }) => severity === 'error') ? asText(menu) : '';
