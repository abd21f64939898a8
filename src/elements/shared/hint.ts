const given = new Set<string>();

/** Says in the console what can't work and what to do about it: for who writes the page, each sentence once. */
export function hint(sentence: string): void {
  if (given.has(sentence)) return;
  given.add(sentence);
  console.warn(`wecom-kf-elements: ${sentence}`);
}

/** Whether an attribute has what becomes of an object, or of a list of them, that is written as text; says so. */
export function isObjectAsText({ localName }: Element, name: string, text: string | null): boolean {
  if (!text || !/^\[object \w+\]/.test(text)) return false;
  hint(
    `<${localName} ${name}="${text}">: an object was written as an attribute; set the property instead, in React 18 through a ref, in jQuery with .prop(), in Vue 2 with .prop or JSON.stringify`,
  );
  return true;
}

/** Says what is wrong with the page around an element, as far as the element can see. */
export function hintAtPage(element: Element): void {
  if (document.compatMode === 'BackCompat')
    hint('this page has no doctype, so that browsers lay it out as in the nineties: begin it with <!doctype html>');
  for (const name of element.getAttributeNames()) isObjectAsText(element, name, element.getAttribute(name));
}
