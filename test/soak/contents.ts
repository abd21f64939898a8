import type { ChatMessage } from '../../src/core/index.js';

/** `#17`, with a `*` for each change by a listener and a `+` for each by `beforeSend`. */
export const contentOf = (message: ChatMessage): string => /#\d+[*+]*/.exec(JSON.stringify(message))?.[0] ?? '';

/** `#17`: what was sent, whatever was made of it on the way. */
export const idOf = (message: ChatMessage): string => contentOf(message).replace(/[*+]/g, '');

/** The same message with `mark` behind its content. */
export function marked(message: ChatMessage, mark: '*' | '+'): ChatMessage {
  const content = contentOf(message);
  return JSON.parse(JSON.stringify(message).replace(content, content + mark)) as ChatMessage;
}
