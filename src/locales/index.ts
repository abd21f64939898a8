/** The words for users. zh-CN is built in. */
export { describeError, describeIssue } from './describe.js';
export { setWords, type Word, type Words } from './words.js';
export { version } from '../version.js';
