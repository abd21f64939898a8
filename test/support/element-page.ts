import { aTimeout, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { isIn } from './engine.js';

const ROLES: Readonly<Record<string, string>> = {
  button: 'button:not([role])',
  menuitem: '[role="menuitem"]',
  menuitemcheckbox: '[role="menuitemcheckbox"]',
  menu: '[role="menu"]',
  dialog: '[role="dialog"]',
  grid: '[role="grid"]',
  gridcell: 'button[role="gridcell"]',
  textbox: 'input, textarea',
  region: 'section[aria-label]',
  listitem: 'li',
  heading: 'h2, h3',
};
export type Role =
  | 'button'
  | 'menuitem'
  | 'menuitemcheckbox'
  | 'menu'
  | 'dialog'
  | 'grid'
  | 'gridcell'
  | 'textbox'
  | 'region'
  | 'listitem'
  | 'heading';

const squeeze = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const isShown = (element: Element): boolean =>
  element.getClientRects().length > 0 && !element.closest('[aria-hidden="true"]');

/** What a screen reader calls it. */
export const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? squeeze(element.textContent);

/** The centre of an element, in the coordinates of the whole window. */
export function centreOf(element: Element): [number, number] {
  let { left, top } = element.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  for (let frame = element.ownerDocument.defaultView?.frameElement; frame;) {
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/**
 * WebKit scrolls to what was given the focus some frames later: a press would go where the element was before. And where a centre
 * lies between two pixels, it takes one and the other in turn.
 */
async function bringIntoView(element: Element): Promise<void> {
  for (let before = [NaN, NaN]; ;) {
    element.scrollIntoView({ block: 'center' });
    const place = centreOf(element);
    if (!isIn('webkit') || place.every((value, axis) => Math.abs(value - before[axis]!) <= 1)) return;
    before = place;
    await Promise.race([nextFrame(), aTimeout(100)]);
  }
}

/** Presses the mouse on an element; fails where something lies over it. */
export async function clickOn(element: Element): Promise<void> {
  await bringIntoView(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as ShadowRoot | Document;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  if (!hit || !(element.contains(hit) || hit.contains(element)))
    throw new Error(`${hit?.outerHTML.slice(0, 120) ?? 'nothing'} lies over 「${nameOf(element)}」`);
  await sendMouse({ type: 'click', position: centreOf(element) });
}

/** Presses keys together: `press('Control', 'Enter')`. */
export async function press(...keys: string[]): Promise<void> {
  const [last = '', ...held] = [...keys].reverse();
  for (const key of [...held].reverse()) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of held) await sendKeys({ up: key });
}

export const type = (text: string): Promise<void> => sendKeys({ type: text });

const { now } = performance; // a test may stop the clock

/** A busy machine takes its time: only what never comes fails, before the runner gives the test up. */
const PATIENCE = 30_000;

/** Waits until `read` gives something; says what it waited for when it does not. */
export async function eventually<T>(what: string, read: () => T | null | undefined | false): Promise<T> {
  const end = now.call(performance) + PATIENCE;
  for (;;) {
    const found = read();
    if (found) return found;
    if (now.call(performance) > end) throw new Error(`in vain: ${what}`);
    await aTimeout(5);
  }
}

interface Updating extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
}

/** One of our elements as a user meets it: things with a role and a name, the mouse, the keyboard. */
export class ElementPage<E extends Updating> {
  /** All that the state has said, and how much of it before the last click or key. */
  private readonly statuses: string[] = [];
  private saidBefore = 0;

  constructor(readonly element: E) {
    const note = (): void => void this.statuses.push(this.status);
    new MutationObserver(note).observe(this.root, { subtree: true, childList: true, characterData: true });
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  all(role: Role): HTMLElement[] {
    return Array.from(this.root.querySelectorAll<HTMLElement>(ROLES[role] as string)).filter(isShown);
  }

  names(role: Role): string[] {
    return this.all(role).map(nameOf);
  }

  has(role: Role, name: string): boolean {
    return this.names(role).includes(name);
  }

  /** The one with this role and name. */
  get(role: Role, name: string): HTMLElement {
    const found = this.all(role).filter(candidate => nameOf(candidate) === name);
    const [first] = found;
    if (found.length !== 1 || !first)
      throw new Error(`${found.length} × ${role} 「${name}」 among: ${this.names(role).join(' | ')}`);
    return first;
  }

  button(name: string): HTMLButtonElement {
    return this.get('button', name) as HTMLButtonElement;
  }

  textbox(name: string): HTMLInputElement {
    return this.get('textbox', name) as HTMLInputElement;
  }

  /** What has the focus, by its name; `''` when it is not inside. */
  get focused(): string {
    const { activeElement } = this.root;
    return activeElement ? nameOf(activeElement) : '';
  }

  /** What the live region of the state says. */
  get status(): string {
    return squeeze(this.root.querySelector('[role="status"]')?.textContent ?? '');
  }

  async click(name: string, role: Role = 'button'): Promise<void> {
    this.saidBefore = this.statuses.length;
    await clickOn(this.get(role, name));
    await this.settled();
  }

  /** Clicks into a field and types. */
  async type(name: string, text: string): Promise<void> {
    await clickOn(this.textbox(name));
    await this.write(text);
  }

  /** Replaces all that stands in a field. */
  async retype(name: string, text: string): Promise<void> {
    await clickOn(this.textbox(name));
    await press('Control', 'a');
    await (text ? this.write(text) : this.press('Backspace'));
  }

  /** Types where the focus is. */
  async write(text: string): Promise<void> {
    this.saidBefore = this.statuses.length;
    await type(text);
    await this.settled();
  }

  async press(...keys: string[]): Promise<void> {
    this.saidBefore = this.statuses.length;
    await press(...keys);
    await this.settled();
  }

  /** Waits until the state says this. */
  says(words: string | RegExp): Promise<string> {
    const fits = (said: string): boolean => (typeof words === 'string' ? said === words : words.test(said));
    return eventually(`${String(words)}`, () => fits(this.status) && this.status).catch(() => {
      throw new Error(`expected the state to say 「${String(words)}」, it says 「${this.status}」`);
    });
  }

  /** Waits until the state has said this since the last click or key. Some things are said for a while only: a slow machine looks later. */
  async hasSaid(words: string): Promise<void> {
    await eventually(`the state says 「${words}」`, () =>
      [...this.statuses.slice(this.saidBefore), this.status].some(said => said.includes(words)),
    );
  }

  /** Gives all that the state says from now on, whatever is clicked and typed meanwhile. */
  saying(): () => string {
    const before = this.statuses.push(this.status) - 1;
    return () => [...this.statuses.slice(before), this.status].join('\n');
  }

  /** Rendered, and the focus where it goes after that. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
    await aTimeout(0);
    await this.element.updateComplete;
  }
}
