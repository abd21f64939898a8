import { expect } from '@open-wc/testing';
import type { KfMenuComposer } from '../../src/index.js';
import type { simulateWeCom, SimulatedClient } from '../../src/simulator/index.js';
import documentedCall from '../fixtures/documented-call.json' with { type: 'json' };
import { ElementPage, eventually } from '../support/element-page.js';
import { closeFrames, load, openFrame, type Frame } from '../support/frame.js';

const VERSIONS = { jquery1: '1.12.4', jquery2: '2.2.4', jquery3: '3.7.1', jquery4: '4.0.0' };
const BODY = '<div id="panel"><kf-bridge><kf-menu-composer></kf-menu-composer></kf-bridge></div><div id="other"></div>';

/** As much of jQuery as is used here. */
interface JQuery {
  length: number;
  val(): unknown;
  val(value: unknown): JQuery;
  prop(name: string): unknown;
  prop(name: string, value: unknown): JQuery;
  on(types: string, selector: string, listener: (event: { type: string }) => void): JQuery;
  on(types: string, listener: (event: { type: string }) => void): JQuery;
  clone(withEvents: boolean): JQuery;
  detach(): JQuery;
  appendTo(selector: string): JQuery;
}
interface OldPage {
  jQuery: ((selector: unknown) => JQuery) & { fn: { jquery: string } };
  KfElements: object;
  KfSimulator: { simulateWeCom: typeof simulateWeCom };
  define: unknown;
}

for (const [name, version] of Object.entries(VERSIONS))
  describe(`jQuery ${version}`, () => {
    let frame: Frame;
    let page: OldPage;
    let $: OldPage['jQuery'];
    let client: SimulatedClient;
    beforeEach(async () => {
      frame = await openFrame(BODY);
      page = frame.window as unknown as OldPage;
      for (const path of [`/node_modules/${name}/dist/jquery.js`, '/dist/kf-simulator.global.js'])
        await load(frame, path);
      $ = page.jQuery;
      client = page.KfSimulator.simulateWeCom();
      await load(frame, '/dist/kf-elements.global.js');
    });
    afterEach(() => {
      expect(frame.errors).to.deep.equal([]);
      closeFrames();
    });

    const composers = (): KfMenuComposer[] => Array.from(frame.document.querySelectorAll('kf-menu-composer'));
    const send = async (element: KfMenuComposer): Promise<void> => {
      const view = new ElementPage(element);
      await view.says(/^可以发送/);
      await view.click('发送');
      await view.says(/^已发送/);
    };

    it('is what it says', () => expect($.fn.jquery).to.equal(version));

    it('gives and reads the menu by .prop() and .val()', () => {
      $('kf-menu-composer').prop('value', documentedCall);
      expect($('kf-menu-composer').val()).to.deep.equal(documentedCall.msgmenu);
      $('kf-menu-composer').val({ head_content: '您好' });
      expect($('kf-menu-composer').prop('value')).to.deep.equal({ head_content: '您好' });
      $('kf-menu-composer').val('{"tail_content":"再见"}');
      expect($('kf-menu-composer').val()).to.deep.equal({ tail_content: '再见' });
    });

    it('hears kf-sent where it delegates', async () => {
      const heard: string[] = [];
      $(frame.document).on('kf-send kf-sent', 'kf-menu-composer', ({ type }) => heard.push(type));
      $('kf-menu-composer').prop('value', documentedCall);
      await send(composers()[0]!);
      await eventually('kf-sent', () => heard.includes('kf-sent'));
      expect(heard).to.deep.equal(['kf-send', 'kf-sent']);
    });

    it('takes the menu along with .detach()', async () => {
      $('kf-menu-composer').prop('value', documentedCall);
      const panel = $('kf-bridge').detach();
      panel.appendTo('#other');
      expect($('kf-menu-composer').prop('value')).to.deep.equal(documentedCall.msgmenu);
      await send(composers()[0]!);
      expect(client.sent.length).to.equal(1);
    });

    it('copies the listeners with .clone(true), and not the menu: that is a property', async () => {
      const heard: string[] = [];
      $('kf-menu-composer').on('kf-sent', ({ type }) => heard.push(type));
      $('kf-menu-composer').prop('value', documentedCall);
      $('kf-menu-composer').clone(true).appendTo('kf-bridge');
      const copy = composers()[1]!;
      expect(copy.value).to.deep.equal({});
      copy.value = composers()[0]!.value;
      await send(copy);
      await eventually('kf-sent', () => heard.length);
      expect(client.sent.length).to.equal(1);
    });
  });

describe('a page with an AMD loader', () => {
  afterEach(closeFrames);

  it('gets window.KfElements all the same, and no module that nobody asked for', async () => {
    const frame = await openFrame(BODY);
    const page = frame.window as unknown as OldPage;
    const defined: unknown[] = [];
    page.define = Object.assign((...module: unknown[]) => void defined.push(module), { amd: {} });
    await load(frame, '/dist/kf-elements.global.js');
    expect(page.KfElements).to.include.keys('KfMenuComposer', 'KfBridge');
    expect(defined).to.deep.equal([]);
    expect(frame.errors).to.deep.equal([]);
  });
});

describe('a page with what Prototype 1.6 does to Array and String', () => {
  afterEach(closeFrames);

  /** prototype.js 1.6.0: `reduce` without a function, and `toJSON` that gives text, which JSON.stringify then quotes again. */
  function likePrototype({ window }: Frame): void {
    const { Array: OldArray, String: OldString } = window;
    Object.assign(OldArray.prototype, {
      reduce(this: unknown[]) {
        return this.length > 1 ? this : this[0];
      },
      toJSON(this: unknown[]) {
        return `[${this.map(item => window.JSON.stringify(item)).join(', ')}]`;
      },
    });
    Object.assign(OldString.prototype, {
      toJSON(this: string) {
        return `"${String(this)}"`;
      },
    });
  }

  const openOld = async (mended: boolean): Promise<KfMenuComposer> => {
    const frame = await openFrame(BODY);
    const { reduce } = frame.window.Array.prototype;
    likePrototype(frame);
    if (mended) {
      const { Array: OldArray, String: OldString } = frame.window;
      for (const type of [OldArray, OldString]) Reflect.deleteProperty(type.prototype, 'toJSON');
      frame.window.Array.prototype.reduce = reduce;
    }
    await load(frame, '/dist/kf-elements.global.js');
    const composer = frame.document.querySelector('kf-menu-composer') as KfMenuComposer;
    composer.value = frame.window.JSON.parse(JSON.stringify(documentedCall)) as typeof composer.value;
    return composer;
  };

  it('can not hold a menu: JSON.stringify is wrong there', async () => {
    const { value } = await openOld(false);
    expect(value).not.to.deep.equal(documentedCall.msgmenu);
  });

  it('can when these are taken back, as docs/legacy.md says', async () => {
    expect((await openOld(true)).value).to.deep.equal(documentedCall.msgmenu);
  });
});
