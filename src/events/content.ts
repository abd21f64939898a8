import type { ChatMessage } from '../core/message.js';
import { validate } from '../core/validate.js';

/**
 * What makes two messages the same one to the customer, as text to compare: leftover keys, their order and `enterChat` make no
 * difference. `''` for what is no valid message. Never throws.
 */
export function contentOf(message: unknown): string {
  const result = validate(message);
  if (!result.ok) return '';
  const content: Partial<ChatMessage> = { ...result.message };
  delete content.enterChat;
  return JSON.stringify(content);
}
