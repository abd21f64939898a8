/** The file that README.md makes. */
export { formatFen, validate } from 'wecom-kf-elements/core.js';
