import { invalidMessage } from '../../core/error.js';
import { issue, type Issue } from '../../core/issue.js';
import type { ChatMessage } from '../../core/message.js';
import { checkSupport, isOlder } from '../../core/support.js';
import { validate } from '../../core/validate.js';
import type { BridgeContext } from '../../events/bridge-status.js';

/** A message that may go out, and what was noticed about it. */
export interface CheckedMessage {
  message: ChatMessage;
  warnings: Issue[];
}

/** A clean copy of a valid message. Throws `invalid-message`. */
export function checkMessage(candidate: unknown): CheckedMessage {
  const result = validate(candidate);
  if (result.ok) return { message: result.message, warnings: result.issues };
  throw invalidMessage(result.issues);
}

const knowsEnterChat = ({ platform, version }: BridgeContext): boolean =>
  !platform || (['ios', 'android'].includes(platform) && !isOlder(version || '', '3.1.10'));

/** The message as this client can take it. Throws `wrong-entry`, `unsupported-platform` or `client-too-old`. */
export function fitToClient({ message, warnings }: CheckedMessage, context: BridgeContext): CheckedMessage {
  const error = checkSupport(message.msgtype, context);
  if (error) throw error;
  if (!message.enterChat || knowsEnterChat(context)) return { message, warnings };
  const rest = { ...message };
  delete rest.enterChat;
  return { message: rest, warnings: [...warnings, issue('enter-chat-ignored', ['enterChat'])] };
}
