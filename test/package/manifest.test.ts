import { expect, fixtureSync, html } from '@open-wc/testing';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { KfBridge, KfMenuComposer, KfProductCard, KfProductList } from '../../src/elements.js';
import '../../src/index.js';
import '../../src/kf-product-list.js';
import { simulateWeCom, type SimulatedClient } from '../../src/simulator/index.js';
import { eventually } from '../support/element-page.js';
import { click, menu, product } from '../support/messages.js';

interface Named {
  name: string;
}
interface Member extends Named {
  kind: 'field' | 'method';
  static?: boolean;
  readonly?: boolean;
  default?: string;
}
interface Declaration {
  name: string;
  tagName: string;
  attributes: (Named & { fieldName: string; default?: string })[];
  events: Named[];
  slots?: Named[];
  members: Member[];
  cssProperties?: (Named & { default?: string })[];
}
interface Module {
  path: string;
  declarations: Declaration[];
  exports: (Named & { kind: string })[];
}

const modules = manifest.modules as unknown as Module[];
const names = (entries: Named[] = []): string[] => entries.map(({ name }) => name).sort();
const unique = (all: string[]): string[] => Array.from(new Set(all)).sort();
const ELEMENTS = [KfBridge, KfMenuComposer, KfProductCard, KfProductList];

describe('the manifest', () => {
  it('has the four elements and nothing else', () => {
    const found = modules.flatMap(({ declarations }) => declarations.map(({ name, tagName }) => ({ name, tagName })));
    const expected = ELEMENTS.map(({ name }) => {
      const element = new (customElements.get(name.replace(/\B[A-Z]/g, '-$&').toLowerCase())!)();
      return { name, tagName: element.localName };
    });
    expect(found).to.deep.equal(expected);
  });

  it('names files of the package, and what they export', async () => {
    for (const { path, exports, declarations } of modules) {
      const file = (await import(`../../${path}`)) as object; // fails where there is no such file
      const classes = exports.filter(({ kind }) => kind === 'js');
      expect(names(classes)).to.deep.equal(names(declarations));
      for (const { name } of classes) expect(file).to.have.property(name);
    }
  });
});

const declarations = modules.flatMap(module => module.declarations);

for (const declared of declarations)
  describe(`the manifest of <${declared.tagName}>`, () => {
    const type = ELEMENTS.find(({ name }) => name === declared.name)!;
    const { attributes, members } = declared;
    let element: HTMLElement & Record<string, unknown>;
    beforeEach(() => {
      element = fixtureSync(html`<div></div>`).appendChild(document.createElement(declared.tagName)) as typeof element;
    });

    it('has the attributes that the running element knows, and no others', () => {
      const written = element.getAttributeNames();
      const isLookedUp = (name: string): boolean => {
        element.setAttribute(name, 'x');
        return element[name] === 'x';
      };
      const observed = type.observedAttributes;
      expect(names(attributes)).to.include.members([...observed, ...written]);
      const others = names(attributes).filter(name => !observed.includes(name) && !written.includes(name));
      expect(others.filter(name => !isLookedUp(name))).to.deep.equal([]);
    });

    it('says which property an attribute sets', () => {
      const said = attributes.filter(({ name }) => type.observedAttributes.includes(name));
      const known = Array.from(type.elementProperties).flatMap(([property, { attribute }]) =>
        attribute === false
          ? []
          : [[typeof attribute === 'string' ? attribute : String(property).toLowerCase(), property]],
      );
      expect(said.map(({ name, fieldName }) => [name, fieldName]).sort()).to.deep.equal(known.sort());
    });

    it('has every property that lit knows of', () =>
      expect(names(members)).to.include.members(Array.from(type.elementProperties.keys()) as string[]));

    it('has members that are there, of the kind that it says', () => {
      for (const { name, kind, static: isStatic } of members) {
        const owner = (isStatic ? type : element) as unknown as Record<string, unknown>;
        expect(name in owner, name).to.equal(true);
        if (name !== 'ready') expect(typeof owner[name] === 'function', name).to.equal(kind === 'method');
      }
    });

    it('says which properties can only be read', () => {
      const setters = (name: string): boolean => {
        for (let owner: object | null = element; owner; owner = Object.getPrototypeOf(owner) as object | null) {
          const found = Object.getOwnPropertyDescriptor(owner, name);
          if (found) return !!found.set || !!found.writable;
        }
        return false;
      };
      for (const { name, kind, static: isStatic, readonly } of members)
        if (kind === 'field' && !isStatic) expect(setters(name), name).to.equal(!readonly);
    });

    it('has the defaults that a new element has', () => {
      for (const { name, default: said } of members.filter(({ readonly, kind }) => kind === 'field' && !readonly)) {
        const value = element[name];
        const asWritten = said?.replace(/'/g, '"') ?? 'undefined';
        expect(JSON.stringify(value) ?? 'undefined', name).to.equal(asWritten.replace(/, /g, ','));
      }
      for (const { name, fieldName, default: said } of attributes)
        expect(said, name).to.equal(members.find(member => member.name === fieldName)?.default);
    });

    it('has the slots that the running element has', async () => {
      await (element as unknown as KfProductList).updateComplete;
      const slots = Array.from(element.shadowRoot?.querySelectorAll('slot') ?? [], ({ name }) => name);
      expect(names(declared.slots)).to.deep.equal(slots.sort());
    });

    it('has the custom properties that its styles use, with their values in light', () => {
      const css = type.elementStyles.map(String).join('\n');
      const OWN = /(--_[\w-]+):\s*var\((--kf-[\w-]+)/g;
      const passedOn = Array.from(css.matchAll(OWN)).filter(([, own]) => css.includes(`var(${own})`));
      const used = Array.from(css.replace(OWN, '').matchAll(/var\((--kf-[\w-]+)/g), ([, name = '']) => name);
      const all = unique([...used, ...passedOn.map(([, , name = '']) => name)]);
      expect(names(declared.cssProperties)).to.deep.equal(all);
      for (const { name, default: value } of declared.cssProperties ?? [])
        if (value)
          expect(css).to.include(`var(${name}, ${value})`.replace(', ', css.includes(`${name},#`) ? ',' : ', '));
        else expect(name).to.equal('--kf-font');
    });
  });

describe('the events of the manifest', () => {
  const ALL = ['input', 'change', ...unique(declarations.flatMap(({ events }) => names(events)))];
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  const declaredOf = (tag: string): string[] => names(declarations.find(({ tagName }) => tagName === tag)?.events);

  /** Everything that is fired on the element itself, from now on. */
  function firedOn(element: HTMLElement): string[] {
    const fired: string[] = [];
    for (const type of unique(ALL))
      element.addEventListener(type, ({ target }) => {
        if (target === element) fired.push(type);
      });
    return fired;
  }

  /** Sent, cancelled, refused, and answered too late. */
  async function sendEachWay(bridge: KfBridge, fired: string[], send: () => Promise<unknown>): Promise<void> {
    const done = async (type: string): Promise<void> => {
      await send().catch(() => undefined);
      await eventually(type, () => fired.includes(type));
    };
    await done('kf-sent');
    client.failNext('sendChatMessage', 'cancel');
    await done('kf-cancel');
    client.failNext('sendChatMessage', { err_msg: 'sendChatMessage:fail_no permission' });
    await done('kf-error');
    client.set({ latency: 150 });
    bridge.timeout = 50;
    await done('kf-late');
  }

  const bridgeWith = async <E extends HTMLElement>(
    tag: string,
    given: Partial<E>,
  ): Promise<[KfBridge, E, string[]]> => {
    const bridge = fixtureSync<KfBridge>(html`<kf-bridge></kf-bridge>`);
    const element = Object.assign(document.createElement(tag), given) as E;
    const fired = firedOn(element);
    bridge.append(element);
    await bridge.ready;
    return [bridge, element, fired];
  };

  it('are those that a bridge fires', async () => {
    const bridge = document.createElement('kf-bridge');
    const fired = firedOn(bridge);
    fixtureSync(html`<div></div>`).append(bridge);
    await bridge.ready;
    await sendEachWay(bridge, fired, () => bridge.send({ msgtype: 'text', text: { content: '您好' } }));
    client.failNext('getContext', 'never');
    await bridge.reconnect().catch(() => undefined);
    expect(unique(fired)).to.deep.equal(declaredOf('kf-bridge'));
  });

  it('are those that a composer fires', async () => {
    const value = menu(click('满意', '1')).msgmenu;
    const [bridge, composer, fired] = await bridgeWith<KfMenuComposer>('kf-menu-composer', { value });
    await composer.updateComplete;
    const text = composer.renderRoot.querySelector('textarea')!;
    text.focus();
    document.execCommand('insertText', false, '您好');
    text.blur();
    await sendEachWay(bridge, fired, () => composer.send());
    expect(unique(fired)).to.deep.equal(declaredOf('kf-menu-composer'));
  });

  it('are those that a card fires', async () => {
    const given = { product: product().channelsShopProduct };
    const [bridge, card, fired] = await bridgeWith<KfProductCard>('kf-product-card', given);
    await sendEachWay(bridge, fired, () => card.send());
    expect(unique(fired)).to.deep.equal(declaredOf('kf-product-card'));
  });

  it('are those that a list fires', async () => {
    const products = [product().channelsShopProduct];
    const [bridge, list, fired] = await bridgeWith<KfProductList>('kf-product-list', { products });
    await list.updateComplete;
    await sendEachWay(bridge, fired, () => list.send(products[0]!.productId));
    expect(unique(fired)).to.deep.equal(declaredOf('kf-product-list'));
  });
});
