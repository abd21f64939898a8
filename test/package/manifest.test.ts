import { expect } from '@open-wc/testing';
import manifest from '../../custom-elements.json' with { type: 'json' };
import '../../src/index.js';

interface Named {
  name: string;
}
interface Declaration {
  tagName?: string;
  attributes?: Named[];
  events?: Named[];
  slots?: Named[];
  members?: (Named & { kind: string; privacy?: string; static?: boolean })[];
}

const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations as Declaration[]);
const OUTCOMES = ['kf-sent', 'kf-cancel', 'kf-error', 'kf-late'];
const CONTRACT: Record<string, { attributes: string[]; members: string[]; events: string[]; slots: string[] }> = {
  'kf-bridge': {
    attributes: ['channel', 'relay-page', 'scope', 'timeout', 'dry-run', 'check-customer', 'state'],
    members: ['host', 'context', 'ready', 'reconnect', 'beforeSend', 'send', 'diagnose'],
    events: ['kf-ready', 'kf-blocked', ...OUTCOMES],
    slots: [''],
  },
  'kf-menu-composer': {
    attributes: [
      ...['value', 'draft-key', 'enter-chat', 'max-items', 'kinds', 'preview', 'name', 'required'],
      ...['disabled', 'readonly', 'theme'],
    ],
    members: [
      ...[
        'value',
        'message',
        'issues',
        'templates',
        'variables',
        'draftKey',
        'enterChat',
        'maxItems',
        'kinds',
        'preview',
      ],
      ...['name', 'required', 'disabled', 'readOnly', 'theme', 'send', 'undo', 'redo', 'focus'],
      ...['form', 'validity', 'validationMessage', 'willValidate'],
      ...['checkValidity', 'reportValidity', 'setCustomValidity'],
    ],
    events: ['input', 'change', 'kf-send', ...OUTCOMES],
    slots: ['', 'header', 'footer'],
  },
  'kf-product-card': {
    attributes: [
      ...['product-id', 'shop-app-id', 'img-url', 'product-title', 'selling-price', 'shop-img-url', 'shop-nickname'],
      ...['enter-chat', 'disabled', 'without-send', 'theme'],
    ],
    members: ['product', 'message', 'issues', 'enterChat', 'withoutSend', 'send'],
    events: ['kf-send', ...OUTCOMES],
    slots: [],
  },
};

const names = (entries: Named[] = []): string[] => entries.map(({ name }) => name);

for (const [tag, contract] of Object.entries(CONTRACT))
  describe(`the manifest of <${tag}>`, () => {
    const found = declarations.find(({ tagName }) => tagName === tag) as Declaration;
    const element = document.createElement(tag);
    const { observedAttributes } = element.constructor as unknown as { observedAttributes: string[] };
    const members = (found.members ?? []).filter(({ privacy }) => privacy !== 'private' && privacy !== 'protected');

    it('has every attribute of the contract', () =>
      expect(names(found.attributes)).to.include.members(contract.attributes));

    it('has every property and method of the contract', () =>
      expect(names(members)).to.include.members(contract.members));

    it('has every event of the contract, each with its name', () => {
      expect(names(found.events)).to.include.members(contract.events);
      expect(names(found.events)).not.to.include('');
    });

    it('has the slots of the contract', () => expect(names(found.slots)).to.include.members(contract.slots));

    it('names only attributes that the running element knows, and all of them', () => {
      document.body.append(element);
      const written = element.getAttributeNames();
      element.remove();
      const isLookedUp = (name: string): boolean => {
        element.setAttribute(name, 'x');
        return !observedAttributes.includes(name) && element[name as keyof Element] === 'x';
      };
      const attributes = names(found.attributes).filter(name => !written.includes(name) && !isLookedUp(name));
      expect(attributes.sort()).to.deep.equal([...observedAttributes].sort());
    });

    it('names only members that the running element has', () => {
      const missing = members.filter(
        ({ name, static: isStatic }) => !(name in (isStatic ? element.constructor : element)),
      );
      expect(names(missing)).to.deep.equal([]);
    });
  });
