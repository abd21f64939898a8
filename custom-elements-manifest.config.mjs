/** `dispatchEvent(new X())` makes the analyzer list an event without a name: the JSDoc of the element is the list. */
const namedEventsOnly = {
  name: 'named-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules)
      for (const declaration of module.declarations ?? [])
        if (declaration.events) declaration.events = declaration.events.filter(event => event.name);
  },
};

export default {
  globs: ['src/**/*.ts'],
  outdir: '.',
  litelement: true,
  plugins: [namedEventsOnly],
};
