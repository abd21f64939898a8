import { expect } from '@open-wc/testing';
import type { simulateWeCom } from '../../src/simulator/index.js';
import packageFile from '../../package.json' with { type: 'json' };
import { closeFrames, load, loadModule, openFrame, type Frame } from '../support/frame.js';

const { version } = packageFile;
const CLASSIC = '/dist/kf-elements.global.js';
const SINGLE = '/dist/kf-elements.js';
const TAGS = ['kf-bridge', 'kf-menu-composer', 'kf-product-card', 'kf-product-list'];

const definitions = ({ window }: Frame) => TAGS.map(tag => window.customElements.get(tag));
const twice = (text: string): number => text.split(version).length - 1;

describe('the package, loaded twice into one page', () => {
  let frame: Frame;
  beforeEach(async () => (frame = await openFrame()));
  afterEach(closeFrames);

  const loadBoth = async (first: () => Promise<void>, second: () => Promise<void>): Promise<void> => {
    await first();
    const before = definitions(frame);
    expect(before).not.to.include(undefined);
    expect(frame.warnings).to.deep.equal([]);
    await second();
    expect(definitions(frame).map((element, at) => element === before[at])).to.deep.equal(TAGS.map(() => true));
    expect(frame.errors).to.deep.equal([]);
    expect(frame.warnings.length).to.equal(1);
    expect(twice(frame.warnings[0] ?? '')).to.equal(2);
  };

  it('as the classic script: the first stays, one warning names both versions', () =>
    loadBoth(
      () => load(frame, CLASSIC),
      () => load(frame, `${CLASSIC}?again`),
    ));

  it('as the classic script, then as a module', () =>
    loadBoth(
      () => load(frame, CLASSIC),
      () => loadModule(frame, SINGLE),
    ));

  it('as a module, then as the classic script', () =>
    loadBoth(
      () => loadModule(frame, SINGLE),
      () => load(frame, CLASSIC),
    ));

  it('as a module at two addresses', () =>
    loadBoth(
      () => loadModule(frame, SINGLE),
      () => loadModule(frame, `${SINGLE}?again`),
    ));

  it('as the classic script: the second leaves the global as it is', async () => {
    await load(frame, CLASSIC);
    const { KfElements } = frame.window as unknown as { KfElements: unknown };
    await load(frame, `${CLASSIC}?again`);
    expect((frame.window as unknown as { KfElements: unknown }).KfElements).to.equal(KfElements);
  });

  it('still sends: the elements of one copy and those of the other do not get into their ways', async () => {
    await load(frame, '/dist/kf-simulator.global.js');
    await load(frame, CLASSIC);
    await loadModule(frame, SINGLE);
    const { KfSimulator } = frame.window as unknown as { KfSimulator: { simulateWeCom: typeof simulateWeCom } };
    const client = KfSimulator.simulateWeCom();
    frame.document.body.innerHTML =
      '<kf-bridge><kf-menu-composer value=\'{"head_content":"您好"}\'></kf-menu-composer></kf-bridge>';
    const composer = frame.document.querySelector('kf-menu-composer');
    expect(await composer?.send()).to.include({ outcome: 'sent' });
    expect(client.sent.length).to.equal(1);
  });

  it('beside an older one, as the classic script: stands back and names both versions', async () => {
    const older = { version: '0.0.9' };
    Object.assign(frame.window, { KfElements: older });
    await load(frame, CLASSIC);
    expect((frame.window as unknown as { KfElements: unknown }).KfElements).to.equal(older);
    expect(definitions(frame)).to.deep.equal(TAGS.map(() => undefined));
    expect(frame.warnings.length).to.equal(1);
    expect(frame.warnings[0]).to.include('0.0.9').and.include(version);
  });

  it('beside older elements, as a module: leaves them in place and names both versions', async () => {
    const { customElements, HTMLElement } = frame.window;
    for (const tag of TAGS)
      customElements.define(
        tag,
        class extends HTMLElement {
          static version = '0.0.9';
        },
      );
    const before = definitions(frame);
    await loadModule(frame, SINGLE);
    expect(definitions(frame).map((element, at) => element === before[at])).to.deep.equal(TAGS.map(() => true));
    expect(frame.errors).to.deep.equal([]);
    expect(frame.warnings.length).to.equal(1);
    expect(frame.warnings[0]).to.include('0.0.9').and.include(version);
  });
});
