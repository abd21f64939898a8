/** One column: the same width as in `narrow.css`. */
const narrow = matchMedia('(max-width: 900px)');

export const isNarrow = (): boolean => narrow.matches;

export const onNarrowChange = (changed: () => void): void => narrow.addEventListener('change', changed);
