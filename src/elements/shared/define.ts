interface ElementClass {
  new (): HTMLElement;
  readonly version: string;
}

let warned = false;

/**
 * Registers `element` under its own tag, or a subclass of it under another one. A tag that is taken stays with whoever has it; if
 * that is another copy of the package, one warning says so.
 */
export function define(element: ElementClass, ownTag: string, tagName: string, registry: CustomElementRegistry): void {
  const existing: (CustomElementConstructor & { version?: string }) | undefined = registry.get(tagName);
  if (!existing) registry.define(tagName, tagName === ownTag ? element : class extends element {});
  else if (existing !== element && !(existing.prototype instanceof element) && !warned) {
    warned = true;
    const other = existing.version || '?';
    console.warn(`wecom-kf-elements: <${tagName}> is ${other} already, ${element.version} stays unused`);
  }
}
