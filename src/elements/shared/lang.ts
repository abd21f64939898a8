import type { ReactiveController, ReactiveElement } from 'lit';
import { hosts, updateAll } from '../../locales/registry.js';
import { wordsFor, type Words } from '../../locales/words.js';

/** The element whose shadow tree this one is in. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The nearest `lang`, through shadow trees; '' where nobody says one, or says that it is not known. */
function nearestLang(element: Element): string {
  for (let inner: Element | null = element; inner; inner = hostOf(inner)) {
    const near = inner.closest('[lang]');
    if (near) return near.getAttribute('lang') || '';
  }
  return '';
}

/** The words for `element`: of the nearest `lang`, else of the browser's language; zh-CN where they are not known. */
export const wordsOf = (element: Element): Words => wordsFor(nearestLang(element) || navigator.language);

/** One for the page: a thousand cards would make a thousand. It forgets a tree that is gone. */
let observer: MutationObserver | undefined;
const observed = new WeakSet<Node>();

/** From now on, the host looks again when a `lang` changes or words come. It may stand in another language's part than before. */
export function followLang(element: Element, host: { requestUpdate(): void }): void {
  hosts.add(host);
  host.requestUpdate();
  observer = observer || new MutationObserver(updateAll);
  for (let inner: Element | null = element; inner; inner = hostOf(inner)) {
    const root = inner.getRootNode();
    if (!observed.has(root)) observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    observed.add(root);
  }
}

export const leaveLang = (host: { requestUpdate(): void }): void => void hosts.delete(host);

/**
 * The words for an element that asks for them often: the way up to the nearest `lang` is gone once, and again when a `lang` has
 * changed, words have come, or the element stands elsewhere.
 */
export class Language implements ReactiveController {
  private known: Words | undefined;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  get words(): Words {
    this.known ??= wordsOf(this.host);
    return this.known;
  }

  hostConnected(): void {
    followLang(this.host, this);
  }

  hostDisconnected(): void {
    leaveLang(this);
  }

  requestUpdate(): void {
    this.known = undefined;
    this.host.requestUpdate();
  }
}
