import { expect } from '@open-wc/testing';
import type { LitElement, PropertyDeclarations, ReactiveController } from 'lit';
import { closeFrames, importInto, load, openFrame, type Frame } from '../support/frame.js';

type ElementClass = typeof LitElement & (new () => LitElement);
type Names = Record<string, unknown>;

/** What a page takes the classes from, by each of the ways in. */
const WAYS: Readonly<Record<string, (frame: Frame) => Promise<Names>>> = {
  'the main entry': frame => importInto(frame, '/dist/index.js'),
  'the single module': frame => importInto(frame, '/dist/kf-elements.js'),
  'the classic script': async frame => {
    await load(frame, '/dist/kf-elements.global.js');
    return (frame.window as unknown as { KfElements: Names }).KfElements;
  },
};
const CLASSES = ['KfBridge', 'KfMenuComposer', 'KfProductCard', 'KfProductList'];

for (const [way, load] of Object.entries(WAYS))
  for (const name of CLASSES)
    describe(`a subclass of ${name}, from ${way}`, () => {
      let frame: Frame;
      let Base: ElementClass;
      beforeEach(async () => {
        frame = await openFrame();
        Base = (await load(frame))[name] as ElementClass;
      });
      afterEach(() => {
        expect(frame.errors).to.deep.equal([]);
        closeFrames();
      });

      /** Puts an element of this class into the page, and waits until it has rendered. */
      async function rendered<E extends LitElement>(element: new () => E, tag = 'x-sub'): Promise<E> {
        frame.window.customElements.define(tag, element);
        const made = frame.document.createElement(tag) as E;
        frame.document.body.append(made);
        await made.updateComplete;
        return made;
      }

      it('has the hooks of an update, in their order', async () => {
        const calls: string[] = [];
        const made = await rendered(
          class extends Base {
            protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
              calls.push('shouldUpdate');
              return super.shouldUpdate(changed);
            }
            protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
              calls.push('willUpdate');
              super.willUpdate(changed);
            }
            protected override firstUpdated(changed: Map<PropertyKey, unknown>): void {
              calls.push('firstUpdated');
              super.firstUpdated(changed);
            }
            protected override updated(changed: Map<PropertyKey, unknown>): void {
              calls.push('updated');
              super.updated(changed);
            }
          },
        );
        expect(calls.slice(0, 4)).to.deep.equal(['shouldUpdate', 'willUpdate', 'firstUpdated', 'updated']);
        calls.length = 0;
        made.requestUpdate();
        await made.updateComplete;
        expect(calls).to.deep.equal(['shouldUpdate', 'willUpdate', 'updated']);
      });

      it('has a root of its own, and what to wait for', async () => {
        const made = await rendered(
          class extends Base {
            waited = false;
            protected override createRenderRoot(): HTMLElement | DocumentFragment {
              const root = super.createRenderRoot();
              (root as ShadowRoot).prepend(this.ownerDocument.createElement('slot'));
              return root;
            }
            protected override async getUpdateComplete(): Promise<boolean> {
              this.waited = true;
              return super.getUpdateComplete();
            }
          },
        );
        expect(made.shadowRoot?.firstElementChild?.localName).to.equal('slot');
        expect(made.waited).to.be.true;
      });

      it('has controllers with every hook', async () => {
        const calls = new Set<string>();
        const controller: ReactiveController = {
          hostConnected: () => calls.add('hostConnected'),
          hostUpdate: () => calls.add('hostUpdate'),
          hostUpdated: () => calls.add('hostUpdated'),
          hostDisconnected: () => calls.add('hostDisconnected'),
        };
        const made = await rendered(
          class extends Base {
            constructor() {
              super();
              this.addController(controller);
            }
          },
        );
        expect([...calls]).to.deep.equal(['hostConnected', 'hostUpdate', 'hostUpdated']);
        made.remove();
        expect([...calls]).to.include('hostDisconnected');
        calls.clear();
        made.removeController(controller);
        frame.document.body.append(made);
        made.requestUpdate();
        await made.updateComplete;
        expect([...calls]).to.deep.equal([]);
      });

      it('has properties with every option', async () => {
        const { Boolean, Number } = frame.window; // lit knows a type by those of its own page
        class Sub extends Base {
          static override properties: PropertyDeclarations = {
            open: { type: Boolean, reflect: true },
            level: {
              type: Number,
              attribute: 'data-level',
              hasChanged: (now, before) => Number(now) > Number(before ?? 0),
            },
            tags: { converter: { fromAttribute: text => text?.split(' '), toAttribute: String }, reflect: true },
            inner: { state: true },
          };
          declare open: boolean;
          declare level: number;
          declare tags: readonly string[];
          declare inner: number;
          updates = 0;
          protected override updated(changed: Map<PropertyKey, unknown>): void {
            super.updated(changed);
            this.updates++;
          }
        }
        const made = await rendered(Sub);
        made.open = true;
        made.setAttribute('data-level', '3');
        made.setAttribute('tags', 'a b');
        await made.updateComplete;
        expect(made.hasAttribute('open')).to.be.true;
        expect(made.level).to.equal(3);
        expect(made.tags).to.deep.equal(['a', 'b']);
        made.tags = ['c', 'd'];
        await made.updateComplete;
        expect(made.getAttribute('tags')).to.equal('c,d');
        const { updates } = made;
        made.level = 2; // less: has not changed, by its own account
        await made.updateComplete;
        expect(made.updates).to.equal(updates);
        made.inner = 1;
        await made.updateComplete;
        expect(made.updates).to.equal(updates + 1);
      });
    });
