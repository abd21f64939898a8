import { expect, html } from '@open-wc/testing';
import { chat } from '../../support/chat.js';
import { ComposerPage } from '../../support/composer-page.js';
import { clickOn, type } from '../../support/element-page.js';
import { click } from '../../support/messages.js';
import { skipIn } from '../../support/engine.js';
import { paste } from '../../support/paste.js';

const { HEAD } = ComposerPage;

describe('a page that renders again, with the same menu in a new object (value={{…}} in JSX)', () => {
  const menu = { head_content: '{{称呼}}您好', list: [click('好', '1')] };
  const render = ({ element }: ComposerPage): void => {
    element.value = structuredClone(menu);
  };

  it('the value that the user has typed for a variable stays', async () => {
    const view = await chat.panel(html`<kf-menu-composer .value=${menu}></kf-menu-composer>`);
    await view.type('称呼', '王女士');
    render(view);
    await view.settled();
    expect(view.textbox('称呼').value).to.equal('王女士');
  });

  it('the focus stays in the text of an item, and what is typed then stands there', async () => {
    const view = await chat.panel(html`<kf-menu-composer .value=${menu}></kf-menu-composer>`);
    const name = '第 1 项，回复，文字';
    await clickOn(view.textbox(name));
    render(view);
    await view.settled();
    await type('的');
    await view.settled();
    expect(view.textbox(name).value).to.contain('的');
  });

  skipIn({ 'webkit-wpe': 'its driver has no clipboard' }).it('a pasted menu is still offered', async () => {
    const view = await chat.panel(html`<kf-menu-composer .value=${menu}></kf-menu-composer>`);
    await clickOn(view.textbox(HEAD));
    await paste(JSON.stringify({ head_content: '贴进来的', list: [click('是', '1')] }));
    await view.settled();
    expect(view.offered).to.match(/菜单/);
    render(view);
    await view.settled();
    expect(view.offered).to.match(/菜单/);
  });
});
