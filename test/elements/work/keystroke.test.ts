import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../src/simulator/index.js';
import { composer, type ComposerPage } from '../../support/composer-page.js';
import { dropDrafts, storedDrafts } from '../../support/drafts.js';
import { eventually } from '../../support/element-page.js';
import { workOf } from '../../support/work-counter.js';

const KEY = 'keystroke.test';
const TENTH = '第 10 项，回复，文字';
const items = Array.from({ length: 10 }, (_, index) => ({
  type: 'click' as const,
  click: { id: `${index + 1}`, content: `第 ${index + 1} 个 {{店名}}` },
}));
const value = { head_content: '您好，{{称呼}}', list: items, tail_content: '谢谢' };

/** All of it in use: a bridge, templates, variables and drafts; the caret is behind the tenth text. */
async function busyComposer(): Promise<ComposerPage> {
  const view = await composer(
    html`<kf-menu-composer
      draft-key=${KEY}
      .templates=${[{ name: '评价', value }]}
      .variables=${{ 店名: '小满', 称呼: '王女士' }}
      .value=${value}
    ></kf-menu-composer>`,
  );
  await view.type(TENTH, 'a');
  await eventually('a draft', () => storedDrafts(KEY).length);
  return view;
}

/** A letter where the caret is, and the update that follows. */
async function typeLetter({ element }: ComposerPage): Promise<void> {
  document.execCommand('insertText', false, 'b');
  await element.updateComplete;
}

describe('the work behind a letter in the tenth item', () => {
  let client: SimulatedClient;
  beforeEach(() => {
    dropDrafts(KEY);
    client = simulateWeCom({ customerId: 'wmA' });
  });
  afterEach(() => client.restore());

  it('is one look at the message, no copy of the menu, and two texts to write', async () => {
    const view = await busyComposer();
    const { writes, maps, ...work } = await workOf(view.root, () => typeLetter(view));
    expect(work).to.deep.equal({ validations: 1, copies: 0, languageWalks: 0, disabledMatches: 0 });
    expect(writes.sort()).to.deep.equal(['counter characterData', 'link characterData']);
    expect(maps).to.equal(1); // lit's own, of what has changed
  });

  it('is one look more after a send: whether that was this message', async () => {
    const view = await busyComposer();
    await view.element.send();
    await view.says(/^已发送/);
    await view.write('b');
    const { writes, ...work } = await workOf(view.root, () => typeLetter(view));
    expect(work).to.deep.equal({ validations: 2, copies: 0, languageWalks: 0, disabledMatches: 0, maps: 1 });
    expect(writes).to.have.length(2);
  });
});
