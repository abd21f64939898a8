import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-menu-composer.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import type { MenuInput } from '../../../../src/elements.js';
import { record } from '../../../support/ask.js';
import { ComposerPage, loneComposer } from '../../../support/composer-page.js';
import { A } from '../../../support/customers.js';
import { skipIn } from '../../../support/engine.js';
import { ManualHost } from '../../../support/manual-host.js';

const { msgmenu } = documentedCall;
const json = (text: string): string => JSON.stringify({ head_content: text });

interface Made {
  form: HTMLFormElement;
  view: ComposerPage;
  element: KfMenuComposer;
}

async function inForm(template = html`<kf-menu-composer name="menu"></kf-menu-composer>`): Promise<Made> {
  const form = fixtureSync<HTMLFormElement>(
    html`<form lang="zh-CN" style="width: 400px" @submit=${(event: Event) => event.preventDefault()}>
      <fieldset style="border: 0">${template}</fieldset>
      <button>提交</button>
    </form>`,
  );
  const element = form.querySelector('kf-menu-composer') as KfMenuComposer;
  const view = new ComposerPage(element);
  await view.settled();
  return { form, view, element };
}

const entry = (form: HTMLFormElement): unknown => {
  const value = new FormData(form).get('menu');
  return value === null ? null : (JSON.parse(String(value)) as unknown);
};

skipIn({ 'webkit-wpe': 'Safari 16.0 has no ElementInternals' }).describe('in a form', () => {
  it('gives its menu as JSON under its name, in the tick of a set', async () => {
    const { form, element } = await inForm();
    expect(entry(form), 'empty').to.equal(null);
    element.value = documentedCall as MenuInput;
    expect(entry(form)).to.deep.equal(msgmenu);
    element.name = 'other';
    expect(new FormData(form).has('other')).to.be.true;
    expect(form.elements.namedItem('other')).to.equal(element);
    expect(element.form).to.equal(form);
  });

  it('gives what is typed, at the keystroke', async () => {
    const { form, view, element } = await inForm();
    let heard: unknown;
    element.addEventListener('input', () => (heard = entry(form)));
    await view.type('起始文本', '好');
    expect(heard).to.deep.equal({ head_content: '好' });
    await view.press('Control', 'z');
    expect(entry(form)).to.equal(null);
  });

  it('goes back to its attribute by a reset, and the user can take that back', async () => {
    const { form, view, element } = await inForm(
      html`<kf-menu-composer name="menu" value=${json('甲')}></kf-menu-composer>`,
    );
    await view.retype('起始文本', '乙');
    form.reset();
    expect(element.value).to.deep.equal({ head_content: '甲' });
    expect(entry(form)).to.deep.equal({ head_content: '甲' });
    element.undo();
    expect(element.value).to.deep.equal({ head_content: '乙' });
  });

  it('goes back to its child, or to nothing, by a reset', async () => {
    const { form, element } = await inForm(
      html`<kf-menu-composer name="menu"
        ><script type="application/json">
          { "head_content": "甲" }
        </script></kf-menu-composer
      >`,
    );
    element.value = { head_content: '乙' };
    form.reset();
    expect(element.value).to.deep.equal({ head_content: '甲' });
    element.querySelector('script')?.remove();
    form.reset();
    expect(element.value).to.deep.equal({});
  });

  it('is disabled with its fieldset: nothing can be typed or sent', async () => {
    const { form, view, element } = await inForm(
      html`<kf-menu-composer name="menu" .value=${msgmenu}></kf-menu-composer>`,
    );
    const fieldset = form.querySelector('fieldset') as HTMLFieldSetElement;
    const asked = record(element, ['kf-send']);
    fieldset.disabled = true;
    await view.settled();
    expect(element.disabled).to.be.true;
    expect(new FormData(form).has('menu'), 'as native controls').to.be.false;
    await view.type('起始文本', 'x');
    await element.send().catch(() => undefined);
    expect(element.value).to.deep.equal(msgmenu);
    expect(asked).to.deep.equal([]);

    fieldset.disabled = false;
    await view.settled();
    expect(element.disabled).to.be.false;
    expect(view.has('button', '发送')).to.be.true;
  });

  it('shows `disabled` as an attribute, whichever of the two is set', async () => {
    const { element } = await inForm();
    element.disabled = true;
    expect(element.matches('[disabled]:disabled')).to.be.true;
    element.removeAttribute('disabled');
    expect(element.disabled).to.be.false;
  });

  it('empty, is valid unless it is required', async () => {
    const { form, element } = await inForm();
    expect([form.checkValidity(), element.checkValidity(), element.validationMessage]).to.deep.equal([true, true, '']);
    element.required = true;
    expect(form.checkValidity()).to.be.false;
    expect(element.validity?.valueMissing).to.be.true;
    expect(element.validationMessage).to.equal('请写一份菜单');
    element.value = { head_content: '好' };
    expect(form.checkValidity()).to.be.true;
  });

  it('is not submitted with a mistake in it: the first one is shown and gone to', async () => {
    const { form, view, element } = await inForm();
    let submitted = 0;
    form.addEventListener('submit', () => submitted++);
    element.value = { head_content: '好', list: [{ type: 'view', view: { url: '', content: '去看' } }] };
    expect(element.validity?.customError).to.be.true;
    form.requestSubmit();
    await view.settled();
    expect(submitted).to.equal(0);
    expect(view.problem('第 1 项，链接，网址')).to.include('还没填');
    expect(view.focused).to.equal('第 1 项，链接，网址');

    await view.write('https://a.example');
    form.requestSubmit();
    expect(submitted).to.equal(1);
  });

  it('does not ask what a user can not change', async () => {
    const { form, element } = await inForm(html`<kf-menu-composer name="menu" required readonly></kf-menu-composer>`);
    expect([form.checkValidity(), element.willValidate]).to.deep.equal([true, false]);
    element.readOnly = false;
    expect(element.willValidate).to.be.true;
    expect(form.checkValidity()).to.be.false;
    element.disabled = true;
    expect(form.checkValidity()).to.be.true;
  });

  it('takes a reason of the page', async () => {
    const { form, element } = await inForm();
    element.setCustomValidity('不行');
    expect([form.checkValidity(), element.validationMessage]).to.deep.equal([false, '不行']);
    element.setCustomValidity('');
    expect(element.reportValidity()).to.be.true;
  });

  it('does not mind warnings', async () => {
    const { form, element } = await inForm();
    element.value = { list: [{ type: 'miniprogram', miniprogram: { appid: 'wx1', page: 'p', content: '去' } }] };
    expect(element.issues.map(({ code }) => code)).to.include('page-suffix');
    expect(form.checkValidity()).to.be.true;
  });

  it('takes back what it had before a navigation', async () => {
    const { element } = await inForm();
    element.formStateRestoreCallback(JSON.stringify({ msgtype: 'msgmenu', msgmenu, enterChat: true }));
    expect(element.value).to.deep.equal(msgmenu);
    expect(element.enterChat).to.be.true;
  });

  it('works outside of any form', async () => {
    const { element } = await loneComposer();
    element.required = true;
    expect([element.form, element.checkValidity()]).to.deep.equal([null, false]);
  });
});

skipIn({ 'webkit-wpe': 'Safari 16.0 has no ElementInternals' }).describe(
  'what the browser brings back after a reload',
  () => {
    const { setFormValue } = globalThis.ElementInternals?.prototype ?? {};
    const states: unknown[] = [];
    const last = (): string => String(states[states.length - 1]);

    beforeEach(() => {
      ElementInternals.prototype.setFormValue = function (value, state) {
        states.push(state);
        setFormValue?.call(this, value, state);
      };
    });
    afterEach(() => {
      if (setFormValue) ElementInternals.prototype.setFormValue = setFormValue;
    });

    /** A composer in a form and a bridge, with a text that the client has and has not answered. */
    async function underWay(): Promise<Made & { host: ManualHost }> {
      const host = new ManualHost({ customerId: A });
      const made = await inForm(html`<kf-bridge .host=${host}><kf-menu-composer></kf-menu-composer></kf-bridge>`);
      await made.view.bridge.ready;
      await made.view.type('起始文本', '好');
      made.element.send().catch(() => undefined);
      await host.reached(1);
      expect(last(), 'under way').to.match(/"好"/);
      return { ...made, host };
    }

    it('is nothing once the menu is sent, until the user writes on', async () => {
      const { host, view } = await underWay();
      host.answer();
      await view.says(/^已发送/);
      expect(last()).to.equal('');
      await view.write('的');
      expect(last()).to.match(/"好的"/);
    });

    it('is the menu while nobody knows, and nothing once the user has seen it in the chat', async () => {
      const { host, view } = await underWay();
      host.answer({ err_msg: '' });
      await view.says(/^不确定发出没有/);
      expect(last()).to.match(/"好"/);
      await view.read();
      await view.click('已经有了');
      await view.settled();
      expect(last()).to.equal('');
    });

    it('is the menu that the page has set while another one was under way', async () => {
      const { host, view, element } = await underWay();
      element.value = { head_content: '下一条' };
      host.answer();
      await view.says(/^「.+」已发送/);
      expect(last()).to.match(/下一条/);
    });
  },
);
