import * as core from '../../src/core/index.js';
import * as hosts from '../../src/hosts/index.js';
import * as locales from '../../src/locales/index.js';
import * as main from '../../src/index.js';
import { BridgeRequestEvent } from '../../src/events/bridge-status.js';
import { KfSendEvent } from '../../src/events/kf-send.js';
import type { Random } from '../soak/random.js';
import { text } from '../support/messages.js';
import { anyValue } from './values.js';

/** Something public that takes a value. */
export interface Target {
  readonly name: string;
  /** Hands it values; what it gives back may be a promise. */
  feed(random: Random): unknown;
}

const isClass = (value: unknown): value is new (...args: unknown[]) => unknown =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

const someArguments = (random: Random): unknown[] => Array.from({ length: random.below(4) }, () => anyValue(random));

/** Every function and class of an entry. A method of what a class makes is called, too. */
const ofEntry = (entry: string, exports: object): Target[] =>
  Object.entries(exports as Record<string, unknown>).flatMap(([name, value]): Target[] => {
    if (typeof value !== 'function' || name === 'KfError') return []; // errors are made as JavaScript makes them
    if (!isClass(value))
      return [
        {
          name: `${entry} ${name}()`,
          feed: random => Reflect.apply(value, undefined, someArguments(random)) as unknown,
        },
      ];
    return [{ name: `new ${entry} ${name}()`, feed: random => void new value(...someArguments(random)) }];
  });

const METHODS: Readonly<Record<string, readonly string[]>> = {
  'kf-bridge': ['send', 'reconnect', 'diagnose', 'recordOf'],
  'kf-menu-composer': ['send', 'undo', 'redo', 'focus', 'setCustomValidity', 'checkValidity', 'reportValidity'],
  'kf-product-card': ['send'],
  'kf-product-list': ['send', 'focus'],
};

/** Every property, attribute and method of an element. */
function ofElement(element: HTMLElement): Target[] {
  const { localName } = element;
  const fields = element as unknown as Record<string, unknown>;
  const { elementProperties } = element.constructor as unknown as {
    elementProperties: Map<string, { attribute?: string | boolean }>;
  };
  const prototype = Object.getPrototypeOf(element) as object;
  const setters = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { set }]) =>
    set ? [name] : [],
  );
  const properties = new Set([...elementProperties.keys(), ...setters]);
  const targets: Target[] = [...properties].map(name => ({
    name: `${localName}.${name} =`,
    feed: random => {
      fields[name] = anyValue(random);
      void fields[name];
    },
  }));
  for (const [name, { attribute }] of elementProperties) {
    if (attribute === false) continue;
    const attributeName = typeof attribute === 'string' ? attribute : name.toLowerCase();
    targets.push({
      name: `${localName}[${attributeName}]`,
      feed: random => {
        const value = anyValue(random);
        if (typeof value === 'string') element.setAttribute(attributeName, value);
        else element.removeAttribute(attributeName);
      },
    });
  }
  for (const name of METHODS[localName] ?? [])
    targets.push({
      name: `${localName}.${name}()`,
      feed: random => Reflect.apply(fields[name] as () => unknown, element, someArguments(random)) as unknown,
    });
  return targets;
}

/** What an event of somebody else's may have there. */
const TAKERS: readonly unknown[] = [
  undefined,
  null,
  5,
  class {},
  () => undefined,
  () => {
    throw new TypeError('not for you');
  },
];

/** What elements and bridge say to each other, said by somebody else. */
const ofEvents = (place: Element): Target[] => [
  {
    name: 'kf-send with any detail',
    feed(random) {
      const event = new CustomEvent('kf-send', { bubbles: true, cancelable: true, detail: anyValue(random) });
      Object.assign(event, {
        respondWith: random.pick(TAKERS),
        repeats: anyValue(random),
        addressee: anyValue(random),
      });
      place.dispatchEvent(event);
    },
  },
  {
    name: 'kf-send changed by a listener',
    feed(random) {
      const event = new KfSendEvent(text(), {
        addressee: anyValue(random) as string,
        repeats: anyValue(random) as never,
      });
      place.addEventListener('kf-send', () => (event.detail.message = anyValue(random) as never), { once: true });
      place.dispatchEvent(event);
      return event.response;
    },
  },
  {
    name: 'context-request with any callback',
    feed: random => place.dispatchEvent(new BridgeRequestEvent(place, random.pick(TAKERS) as never)),
  },
];

/** A host whose every answer is any value. */
const ofHost = (bridge: HTMLElementTagNameMap['kf-bridge']): Target[] => [
  {
    name: 'a host that answers anything',
    feed(random) {
      const answer = (): unknown => anyValue(random);
      bridge.timeout = 50; // an answer may be a promise that never ends
      bridge.host = { name: answer() as string, invoke: () => answer() as never, clientInfo: () => answer() as never };
      bridge.beforeSend = () => answer() as never;
      return Promise.race([bridge.send(text()), new Promise(resolve => setTimeout(resolve, 5))]);
    },
  },
];

/** Everything public that is in a page with these elements. */
export function targetsOf(
  elements: readonly HTMLElement[],
  bridge: HTMLElementTagNameMap['kf-bridge'],
  place: Element,
): Target[] {
  return [
    ...ofEntry('main', main),
    ...ofEntry('core', core),
    ...ofEntry('hosts', hosts),
    ...ofEntry('locales', locales),
    ...elements.flatMap(ofElement),
    ...ofEvents(place),
    ...ofHost(bridge),
  ];
}
