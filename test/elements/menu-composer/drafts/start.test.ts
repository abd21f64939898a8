import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { complaints } from '../../../support/accessible.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { OwnStorage } from '../../../support/own-storage.js';
import { many, three, withTemplates } from '../../../support/templates-page.js';

const START = '从模板开始';

describe('an empty composer', () => {
  let client: SimulatedClient;
  let storage: OwnStorage;
  beforeEach(() => {
    client = simulateWeCom();
    storage = new OwnStorage();
  });
  afterEach(() => {
    client.restore();
    storage.restore();
  });

  const startsFrom = (view: ComposerPage): string[] =>
    Array.from(view.root.querySelectorAll('.first .name'), ({ textContent }) => textContent ?? '');

  it('says what each kind of item is, in a row of 56 px for each', async () => {
    const view = await composer();
    const row = view.button('添加回复');
    const about = view.root.getElementById(row.getAttribute('aria-describedby') ?? '');
    expect(about?.textContent).to.equal('客户点一下，等于替他发出这句话');
    expect(row.getBoundingClientRect().height).to.equal(56);
    const { left, top } = (about as HTMLElement).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.ceil(left) + 4, Math.ceil(top) + 4] });
    await view.settled();
    expect(view.element.value.list?.map(({ type }) => type)).to.deep.equal(['click']);
    expect(view.button('添加回复').getBoundingClientRect().height).to.be.below(56);
  });

  it('offers the first four templates, and all of them', async () => {
    const view = await withTemplates(many);
    expect(startsFrom(view)).to.deep.equal(many.slice(0, 4).map(({ name }) => name));
    await view.click('全部 8 个模板');
    expect(view.all('dialog').length).to.equal(1);
    await view.press('Escape');
    expect(view.focused).to.equal('模板');
  });

  it('is filled from one, and offers them no longer', async () => {
    const view = await withTemplates(three);
    expect(view.has('button', '全部 3 个模板')).to.be.false;
    await view.click('订单进度 3 项 请问想查哪一项?');
    expect(view.element.value).to.deep.equal(three[1]?.value);
    expect(view.focused).to.equal(ComposerPage.HEAD);
    expect(view.element.shadowRoot?.textContent).not.to.include(START);
    await view.press('Control', 'z');
    expect(startsFrom(view).length).to.equal(3);
  });

  it('says in its foot how to begin', async () => {
    expect((await withTemplates(three)).status).to.equal('先写内容，或选一个模板 也可以把菜单 JSON 粘贴进来');
    expect((await withTemplates([])).status).to.equal('先写内容 写文本、加菜单项，或粘贴 JSON');
  });

  it('has nothing to begin with where it can’t be edited', async () => {
    const view = await withTemplates(three);
    view.element.readOnly = true;
    await view.settled();
    expect(startsFrom(view)).to.deep.equal([]);
    expect(view.has('button', '添加回复')).to.be.false;
    expect(view.status).not.to.include('模板');
  });

  it('has no trouble with axe', async () => {
    expect(await complaints((await withTemplates(many)).element)).to.deep.equal([]);
  });
});
