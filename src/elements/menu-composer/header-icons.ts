import { drawing } from '../shared/icons.js';

export const searchIcon = drawing('search', 'M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11M13 13l3.5 3.5');
export const bookmarkIcon = drawing('bookmark', 'M5.5 3.5h9v13l-4.5-3.5-4.5 3.5z');
export const pasteIcon = drawing('paste', 'M7.5 4.5h-3v12h11v-12h-3M7.5 3h5v3h-5zM7.5 9.5h5M7.5 12.5h5');
export const copyIcon = drawing('copy', 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4');
