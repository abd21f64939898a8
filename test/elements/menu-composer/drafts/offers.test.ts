import { expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { complaints } from '../../../support/accessible.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { skipIn } from '../../../support/engine.js';
import { dropDrafts } from '../../../support/drafts.js';
import { click, menu } from '../../../support/messages.js';
import { paste } from '../../../support/paste.js';

const GAP = { 'webkit-wpe': 'its driver has no clipboard' };

const KEY = 'offers.test';
const offerJson = async (view: ComposerPage): Promise<void> => {
  view.button('添加回复').focus();
  await paste(JSON.stringify(documentedCall));
  await view.settled();
};

describe('what is offered', () => {
  let client: SimulatedClient;
  beforeEach(() => {
    dropDrafts(KEY);
    client = simulateWeCom();
  });
  afterEach(() => client.restore());

  const withDraft = async (theme = 'light'): Promise<ComposerPage> => {
    const template = html`<kf-menu-composer draft-key=${KEY} theme=${theme}></kf-menu-composer>`;
    const first = await composer(template);
    await first.type(ComposerPage.HEAD, '您好');
    first.bridge.remove();
    return composer(template);
  };

  for (const theme of ['light', 'dark'])
    skipIn(GAP).it(`is nothing that axe is against, ${theme}`, async () => {
      const view = await withDraft(theme);
      expect(view.offered).to.match(/^接着/);
      expect(await complaints(view.element)).to.deep.equal([]);
      await offerJson(view);
      expect(await complaints(view.element)).to.deep.equal([]);
      view.element.value = menu(click('', '1'));
      await view.settled();
      await view.click('第 1 项，回复，文字', 'textbox');
      await paste('一\n二');
      await view.settled();
      expect(view.noted).to.equal('粘贴了 2 行');
      expect(await complaints(view.element)).to.deep.equal([]);
    });

  skipIn(GAP).it('is one thing at a time under the header, the last that came', async () => {
    const view = await withDraft();
    await offerJson(view);
    expect(view.root.querySelectorAll('[part="offer"]').length).to.equal(1);
    expect(view.offered).to.match(/^认出一份菜单/);
    await view.click('忽略');
    expect(view.offered).to.match(/^接着/);
  });

  skipIn(GAP).it('is not there while nothing can be edited', async () => {
    const view = await withDraft();
    await offerJson(view);
    view.element.readOnly = true;
    await view.settled();
    expect(view.offered).to.equal('');
  });

  it('is big enough for a thumb', async () => {
    const view = await withDraft();
    const button = view.button('从空白开始');
    const { left, width, top, height } = button.getBoundingClientRect();
    for (const y of [top + height / 2 - 21, top + height / 2 + 21])
      expect(view.root.elementFromPoint(left + width / 2, y)).to.equal(button);
  });
});
