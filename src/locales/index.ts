/** The words for users. zh-CN is built in, the others come by an import of their own. */
export { describeError, describeIssue } from './describe.js';
export { setWords, type Word, type Words } from './words.js';
export { version } from '../version.js';
