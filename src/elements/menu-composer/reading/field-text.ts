/** Its name may have any sign, and its value is not known. */
const VARIABLE = /\{\{[^{}\r\n\u2028\u2029]+\}\}/g;

/** The text with each variable covered by as many letters: what is found in it stands at the same place in the text. */
export const maskVariables = (text: string): string => text.replace(VARIABLE, found => '\uE000'.repeat(found.length));

const BLANK = /[\s\u200B-\u200D\u2060\uFEFF]/;

/** A text without the characters at its end that are to be cut. `replace` with a pattern at the end would try every run of them. */
export function withoutEnd(text: string, cut: RegExp): string {
  let end = text.length;
  while (end > 0 && cut.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A text without the blanks at its ends, zero-width ones included: they come along when something is copied. */
export function trimBlanks(text: string): string {
  let begin = 0;
  while (begin < text.length && BLANK.test(text.charAt(begin))) begin++;
  return withoutEnd(text.slice(begin), BLANK);
}

/** Whether there are blanks in it, but in a variable. */
export const hasBlanks = (text: string): boolean => BLANK.test(maskVariables(text));
