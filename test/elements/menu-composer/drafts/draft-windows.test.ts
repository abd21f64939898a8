import { expect, html } from '@open-wc/testing';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { dropDrafts, storedDrafts } from '../../../support/drafts.js';
import { eventually } from '../../../support/element-page.js';
import { closeFrames, importInto, openFrame } from '../../../support/frame.js';
import { ManualHost } from '../../../support/manual-host.js';

const { HEAD } = ComposerPage;
const KEY = 'draft-windows.test';

const panel = (): Promise<ComposerPage> => composer(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);
const headOf = ({ element }: ComposerPage): string | undefined => element.value.head_content;

/** The same panel in a window of its own. */
async function otherWindow(): Promise<ComposerPage> {
  const frame = await openFrame(
    `<kf-bridge lang="zh-CN"><kf-menu-composer draft-key="${KEY}"></kf-menu-composer></kf-bridge>`,
  );
  await importInto(frame, '/src/kf-bridge.ts');
  const bridge = frame.document.querySelector('kf-bridge') as ComposerPage['bridge'];
  bridge.host = new ManualHost({ customerId: 'wmA' });
  await importInto(frame, '/src/kf-menu-composer.ts');
  await bridge.ready;
  const view = new ComposerPage(bridge.querySelector('kf-menu-composer') as KfMenuComposer);
  await view.settled();
  return view;
}

describe('a draft in two windows', () => {
  let client: SimulatedClient;
  let here: ComposerPage;
  let there: ComposerPage;
  beforeEach(async () => {
    dropDrafts(KEY);
    client = simulateWeCom({ customerId: 'wmA' });
    const first = await panel();
    await first.type(HEAD, '一');
    first.bridge.remove();
    here = await panel();
    there = await otherWindow();
    expect([headOf(here), headOf(there)]).to.deep.equal(['一', '一']);
  });
  afterEach(() => {
    client.restore();
    closeFrames();
  });

  /** Both write; each is told of the other. */
  const bothWrite = async (): Promise<void> => {
    await here.type(HEAD, '+这里');
    await eventually('one draft', () => localStorage.getItem(storedDrafts(KEY)[0] ?? '')?.includes('这里'));
    await there.type(HEAD, '+那里');
    await eventually('two drafts', () => storedDrafts(KEY).length === 2);
    await eventually('the offer', () => here.offered && there.offered);
  };

  it('is offered where another window has changed it', async () => {
    await there.type(HEAD, '二');
    await eventually('the offer', () => here.offered === '这份草稿在另一个窗口改过');
    expect(headOf(here)).to.equal('一');
    expect(here.announced).to.equal('这份草稿在另一个窗口改过');
    await here.click('用那份');
    expect(headOf(here)).to.equal('一二');
    expect(here.offered).to.equal('');
    await here.click('撤销');
    expect(headOf(here)).to.equal('一');
  });

  it('is never written over: both are kept until the user chooses', async () => {
    await bothWrite();
    expect([headOf(here), headOf(there)]).to.deep.equal(['一+这里', '一+那里']);
    expect(there.offered).to.equal('这份草稿在另一个窗口改过');
    await here.type(HEAD, '!');
    expect(here.offered).to.equal('这份草稿在另一个窗口改过');
  });

  it('is the one that stays with 留这份', async () => {
    await bothWrite();
    await there.click('留这份');
    expect(there.offered).to.equal('');
    expect(storedDrafts(KEY).length).to.equal(1);
    there.bridge.remove();
    here.bridge.remove();
    expect(headOf(await panel())).to.equal('一+那里');
  });

  it('is the other one with 用那份', async () => {
    await bothWrite();
    await there.click('用那份');
    expect(headOf(there)).to.equal('一+这里');
    expect(there.offered).to.equal('');
    expect(storedDrafts(KEY).length).to.equal(1);
  });

  it('is gone in both when one has sent it, and who goes on writing begins anew', async () => {
    await here.element.send();
    await here.settled();
    expect(storedDrafts(KEY)).to.deep.equal([]);
    await eventually('the start', () => headOf(there) === undefined);
    expect(there.offered).to.equal('');
    await there.type(HEAD, '二');
    await eventually('a draft', () => storedDrafts(KEY).length);
    expect(headOf(there)).to.equal('二');
  });
});
