const TAGS = ['kf-bridge', 'kf-menu-composer', 'kf-product-card', 'kf-product-list'];

/** A property's type is what a page may set, its default what the documentation says: the analyzer takes getter and code. */
const asDocumented = {
  name: 'as-documented',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassElement(node) || !node.name) return;
    const owner = moduleDoc.declarations.find(({ name }) => name === node.parent.name?.text);
    const member = owner?.members?.find(({ name }) => name === node.name.getText());
    if (!member) return;
    const type = ts.isSetAccessor(node) && node.parameters[0].type?.getText();
    if (type && type !== 'unknown') member.type = { text: type };
    const documented = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'default');
    if (documented) member.default = documented.comment;
  },
};

/** The analyzer reads sources; the manifest is about the package: its entries with an element, and what is public there. */
const publicApi = {
  name: 'public-api',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations);
    manifest.modules = TAGS.map(tag => moduleOf(declarations.find(({ tagName }) => tagName === tag)));
  },
};

function moduleOf(declaration) {
  const { name, tagName } = declaration;
  const path = `dist/${tagName}.js`;
  const reference = { name, module: path };
  const members = declaration.members.filter(({ privacy = 'public' }) => privacy === 'public').map(memberOf);
  const element = {
    ...declaration,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: declaration.attributes.map(attribute => attributeOf(attribute, members)),
    members,
    // `dispatchEvent(new X())` makes the analyzer list an event without a name: the JSDoc of the element is the list
    events: declaration.events.filter(event => event.name).map(own),
  };
  return {
    kind: 'javascript-module',
    path,
    declarations: [element],
    exports: [
      { kind: 'js', name, declaration: reference },
      { kind: 'custom-element-definition', name: tagName, declaration: reference },
    ],
  };
}

/** Where a class has it from is nobody's business outside. */
const own = ({ inheritedFrom: _, privacy: __, ...rest }) => rest;

const memberOf = member => {
  const { default: value, ...rest } = own(member);
  return value === undefined || member.static ? rest : { ...rest, default: value };
};

/** The property says more of it: its description, type and default are the attribute's. */
function attributeOf(attribute, members) {
  const { name, fieldName = name } = attribute;
  const { description, type, default: value } = members.find(member => member.name === fieldName);
  return { name, fieldName, type, ...(value === undefined ? {} : { default: value }), description };
}

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.',
  litelement: true,
  plugins: [asDocumented, publicApi],
};
