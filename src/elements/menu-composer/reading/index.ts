/** What comes in from elsewhere, and how a text is put right. Pure functions: no DOM, no lit, no words for users. */
export { readMenu, whyUnreadable, type ReadResult } from './read-menu.js';
export type { Change, ChangeCode } from './menu-shape.js';
export { MAX_MENU_LENGTH, type WhyNot } from './unreadable.js';
export { issuesAt, type Notice, type Problem } from './notices.js';
export { isProse, mendOf, nextFreeId, type Mend, type MendContext } from './mends.js';
