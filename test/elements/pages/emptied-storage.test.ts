import { aTimeout, expect, html } from '@open-wc/testing';
import { chat, headOf } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { A, B } from '../../support/customers.js';
import { dropDrafts, storedDrafts } from '../../support/drafts.js';
import { eventually } from '../../support/element-page.js';
import { asOnNewPage } from '../../support/in-touch.js';

const { HEAD } = ComposerPage;
const KEY = 'adversary-cleared';
beforeEach(async () => {
  await asOnNewPage();
  dropDrafts(KEY);
});
afterEach(() => {
  dropDrafts(KEY);
});

const panel = (): Promise<ComposerPage> => chat.panel(html`<kf-menu-composer draft-key=${KEY}></kf-menu-composer>`);

/** As `localStorage.clear()` in another window tells: a page that logs out there. */
const clearedElsewhere = (): void => {
  dropDrafts(KEY);
  dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
};

describe('another window of the site empties the storage (localStorage.clear() as it logs out)', () => {
  it('what has come back and is on show stays there', async () => {
    const first = await panel();
    await first.type(HEAD, '王女士，退款三到五天到账');
    await eventually('stored', () => storedDrafts(KEY).length);
    first.bridge.remove();
    const view = await panel();
    expect(headOf(view)).to.equal('王女士，退款三到五天到账');
    clearedElsewhere();
    await aTimeout(50);
    await view.settled();
    expect(headOf(view)).to.equal('王女士，退款三到五天到账');
  });

  it('what was typed stays, and after B, too', async () => {
    const view = await panel();
    await view.type(HEAD, '给 A');
    await eventually('stored', () => storedDrafts(KEY).length);
    clearedElsewhere();
    await aTimeout(50);
    expect(headOf(view)).to.equal('给 A');
    await chat.open(view.bridge, B);
    clearedElsewhere();
    await chat.open(view.bridge, A);
    await view.settled();
    expect(headOf(view)).to.equal('给 A');
  });
});
