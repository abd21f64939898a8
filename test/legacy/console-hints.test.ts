import { expect } from '@open-wc/testing';
import type { KfBridge, KfMenuComposer } from '../../src/index.js';
import { closeFrames, loadModule, openFrame, type Frame } from '../support/frame.js';

const BODY = '<kf-bridge><kf-menu-composer></kf-menu-composer><kf-product-card></kf-product-card></kf-bridge>';
const menu = { head_content: '您好' };

describe('the console says what can not work, once, and what to do', () => {
  let frame: Frame;
  let composer: KfMenuComposer;
  let bridge: KfBridge;
  const open = async (body = BODY, doctype = '<!doctype html>'): Promise<void> => {
    frame = await openFrame(body, { doctype });
    await loadModule(frame, '/src/index.ts');
    bridge = frame.document.querySelector('kf-bridge')!;
    composer = frame.document.querySelector('kf-menu-composer')!;
  };
  afterEach(closeFrames);

  /** The one sentence has all of this. */
  const saysOnce = (...parts: readonly (string | RegExp)[]): void => {
    expect(frame.warnings.length, frame.warnings.join('\n')).to.equal(1);
    for (const part of ['wecom-kf-elements: ', ...parts]) expect(frame.warnings[0]).to.match(new RegExp(part));
  };

  it('is silent where all is well', async () => {
    await open();
    composer.value = menu;
    composer.value = '';
    composer.setAttribute('value', JSON.stringify(menu));
    composer.templates = [{ name: '问候', value: menu }];
    await composer.updateComplete;
    expect(frame.warnings).to.deep.equal([]);
  });

  it('no doctype', async () => {
    await open(BODY, '');
    frame.document.body.append(frame.document.createElement('kf-product-list'));
    saysOnce('no doctype', '<!doctype html>');
  });

  it('an object that was written as an attribute, as React 18 does', async () => {
    await open(BODY.replace('<kf-product-card', '<kf-product-card product="[object Object]"'));
    saysOnce('<kf-product-card product="\\[object Object\\]">', 'property', 'ref');
  });

  it('the same for a value that comes later', async () => {
    await open();
    for (const name of ['a', 'b']) composer.setAttribute('value', String({ name }));
    saysOnce('<kf-menu-composer value="\\[object Object\\]">', 'property', 'ref');
  });

  const unreadable: readonly [why: string, give: (composer: KfMenuComposer) => void, ...parts: string[]][] = [
    ['JSON that is none', it => it.setAttribute('value', '{"head_content": 您好}'), 'attribute value', 'it is no JSON'],
    ['other JSON', it => it.setAttribute('value', '[1]'), 'attribute value', 'neither a menu'],
    ['a number', it => (it.value = 42 as never), 'property value', 'it is a number'],
    ['another message', it => (it.value = { msgtype: 'text', text: { content: '您好' } } as never), 'neither a menu'],
  ];
  for (const [why, give, ...parts] of unreadable)
    it(`a value that can't be read: ${why}`, async () => {
      await open();
      give(composer);
      give(composer);
      saysOnce(...parts, 'keeps what it had', 'head_content\\?');
      expect(frame.warnings[0]).not.to.include('您好');
    });

  it("a child that can't be read", async () => {
    await open(
      BODY.replace('</kf-menu-composer>', '<script type="application/json">{"list":</script></kf-menu-composer>'),
    );
    saysOnce('child <script>', 'no JSON');
  });

  const skipped: readonly [why: string, list: unknown, ...parts: string[]][] = [
    ['no array', { name: '问候', value: menu }, 'no array'],
    ['no name', [{ name: '问候', value: menu }, { value: menu }], 'templates\\[1\\]', 'no name'],
    ['a value that is none', [{ name: '问候', value: 7 }], 'templates\\[0\\]', 'it is a number'],
    ['an empty value', [{ name: '问候', value: {} }], 'templates\\[0\\]', 'empty'],
    ['nothing', [null], 'templates\\[0\\]', 'no name'],
  ];
  for (const [why, list, ...parts] of skipped)
    it(`a template that can't be read: ${why}`, async () => {
      await open();
      for (const given of [list, list]) composer.templates = given as typeof composer.templates;
      saysOnce(...parts, '\\{ name, value \\}');
    });

  describe('auto, which took the bare WeixinJSBridge', () => {
    const invoke = (_api: string, _params: object, answer: (reply: object) => void): void =>
      answer({ err_msg: 'getContext:ok', entry: 'single_kf_tools', userId: 'wm1' });
    const openWith = async (channel: string, globals: object): Promise<void> => {
      await open('');
      Object.assign(frame.window, globals);
      bridge = frame.document.createElement('kf-bridge');
      bridge.setAttribute('channel', channel);
      frame.document.body.append(bridge);
      await bridge.ready;
    };

    it('is told how to hand over an SDK that is a module', async () => {
      await openWith('auto', { WeixinJSBridge: { invoke } });
      await bridge.reconnect();
      saysOnce('WeixinJSBridge', 'bridge.host = ww', 'channel="WeixinJSBridge"');
    });

    it('is not where it was asked for, or where there is an SDK', async () => {
      await openWith('WeixinJSBridge', { WeixinJSBridge: { invoke } });
      await openWith('auto', { WeixinJSBridge: { invoke }, wx: { invoke } });
      expect(frame.warnings).to.deep.equal([]);
    });
  });
});
