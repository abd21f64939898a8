import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import type { KfMenuComposer } from '../../src/index.js';
import type { simulateWeCom, SimulatedClient } from '../../src/simulator/index.js';
import documentedCall from '../fixtures/documented-call.json' with { type: 'json' };
import { ElementPage } from '../support/element-page.js';
import { closeFrames, load, openFrame, type Frame } from '../support/frame.js';
import { product } from '../support/messages.js';

interface OldPage {
  Array: ArrayConstructor;
  KfSimulator: { simulateWeCom: typeof simulateWeCom };
}

const BODY = '<kf-bridge><kf-menu-composer></kf-menu-composer><kf-product-list></kf-product-list></kf-bridge>';

/** Between the two scripts of the page, as docs/legacy.md has it: what the native function alone can do, it does. */
function mend(page: OldPage, native: ArrayConstructor['from']): void {
  const { from } = page.Array;
  page.Array.from = ((...given: Parameters<typeof from>) => {
    const [item] = given;
    const isNatives = given.length > 1 || (typeof item === 'object' && item !== null && Symbol.iterator in item);
    return (isNatives ? native : from).apply(page.Array, given);
  }) as typeof from;
}

/** What npm has of MooTools is its core without the part for elements and events: what it does to Array, String, Function and so on. */
describe('a page with the core of MooTools 1.5.2', () => {
  let frame: Frame;
  let client: SimulatedClient;
  afterEach(closeFrames);

  async function open(isMended: boolean): Promise<void> {
    frame = await openFrame(BODY);
    const page = frame.window as unknown as OldPage;
    const { from } = page.Array;
    // As it is: the tests' server would take it for a module of Node.
    const text = await readFile({ path: '../../node_modules/mootools/lib/mootools-core-1.5.2-server.js' });
    await load(frame, URL.createObjectURL(new Blob([text ?? ''], { type: 'text/javascript' })));
    expect(page.Array.from).not.to.equal(from);
    if (isMended) mend(page, from);
    await load(frame, '/dist/kf-simulator.global.js');
    client = page.KfSimulator.simulateWeCom();
    await load(frame, '/dist/kf-elements.global.js');
  }

  const titles = async (): Promise<number> => {
    const list = frame.document.querySelector('kf-product-list')!;
    list.products = [product().channelsShopProduct];
    await list.updateComplete.catch(() => undefined);
    return list.shadowRoot!.querySelectorAll('[part~="title"]').length;
  };

  it('shows no product: its Array.from has no second argument', async () => {
    await open(false);
    expect(await titles()).to.equal(0);
  });

  it('shows products, and sends a menu, where Array.from is mended as docs/legacy.md says', async () => {
    await open(true);
    expect(await titles()).to.equal(1);
    const view = new ElementPage(frame.document.querySelector('kf-menu-composer') as KfMenuComposer);
    view.element.value = documentedCall as KfMenuComposer['value'];
    await view.says(/^可以发送/);
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu: documentedCall.msgmenu }]);
    expect(frame.errors).to.deep.equal([]);
  });
});
