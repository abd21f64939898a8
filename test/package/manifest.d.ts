/** The build makes the manifest; types are checked before there is one, too. */
declare module '*/custom-elements.json' {
  const manifest: { modules: { declarations?: object[] }[] };
  export default manifest;
}
