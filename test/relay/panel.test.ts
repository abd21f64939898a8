import { expect } from '@open-wc/testing';
import { pack, unpack } from '../../src/hosts/relay.js';
import { source, type MiniProgram } from './mini-program.js';
import { RELAY_PAGE, Toolbar, type ToolbarOptions } from './toolbar.js';

describe('the page of the mini program that shows the H5 page', () => {
  let toolbar: Toolbar;
  afterEach(() => toolbar.close());

  /** What the H5 page is told. */
  const told = async (options: ToolbarOptions): Promise<Record<string, unknown>> => {
    toolbar = await Toolbar.open(options);
    const [, context = ''] = /#kf-context=(.*)/.exec(String(toolbar.program.top.data.src)) ?? [];
    return unpack(context);
  };

  it('tells where it is, who the customer is, and in which client', async () => {
    expect(await told({ client: { customerId: 'wmLi' } })).to.deep.equal({
      entry: 'single_kf_tools',
      customerId: 'wmLi',
      platform: 'ios',
      version: '4.1.6',
    });
  });

  it('leaves out a customer whom the client does not name', async () => {
    const context = await told({ client: { entry: 'normal', customerId: null } });
    expect(context).to.include({ entry: 'normal' });
    expect(context).not.to.have.property('customerId');
  });

  it("leaves the H5 page's own place behind the # to it", async () => {
    toolbar = await Toolbar.open({ at: '#/menu' });
    await toolbar.host();
    expect(toolbar.h5.window.location.hash).to.equal('#/menu');
  });
});

describe('the packing on both sides', () => {
  let program: MiniProgram;
  let toolbar: Toolbar;
  before(async () => {
    toolbar = await Toolbar.open();
    ({ program } = toolbar);
  });
  after(() => toolbar.close());

  const theirs = (): { pack: typeof pack; unpack: typeof unpack } =>
    program.require('pages/kf-relay/base64url.js') as never;

  for (const value of [
    '',
    'a',
    'ab',
    'abc',
    '您好',
    '𠮷',
    '👩‍👩‍👧',
    '\u0000\u001f"\\/',
    '>>>???',
    '%25',
    'ÿþ',
    '~'.repeat(70),
  ])
    it(`is the same for ${JSON.stringify(value)}`, () => {
      const packed = pack({ value });
      expect(packed).to.match(/^[\w-]+$/);
      expect(theirs().pack({ value })).to.equal(packed);
      expect(theirs().unpack(packed)).to.deep.equal({ value });
      expect(unpack(packed)).to.deep.equal({ value });
    });
});

describe('the files of the mini program', () => {
  it('list the pages that there are', async () => {
    const { pages } = JSON.parse(await source('app.json')) as { pages: string[] };
    for (const page of pages) expect(await source(`${page}.js`)).to.include('Page({');
    expect(pages.map(page => `/${page}`)).to.include(RELAY_PAGE);
  });

  for (const page of ['panel', 'kf-relay'])
    it(`show what the page ${page} has`, async () => {
      const [markup, script] = [await source(`pages/${page}/index.wxml`), await source(`pages/${page}/index.js`)];
      const names = [...markup.matchAll(/bindtap="(\w+)"|\{\{(\w+)/g)].map(([, method, value]) => method ?? value);
      expect(names).not.to.be.empty;
      for (const name of names.filter(name => name !== 'item'))
        expect(script).to.match(new RegExp(`\\b${name}\\b(\\(|:)`));
    });
});
