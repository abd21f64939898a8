import { aTimeout, expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-menu-composer.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { record } from '../../../support/ask.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';

const json = (text: string): string => JSON.stringify({ head_content: text });
const script = (text: string): HTMLScriptElement =>
  Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });

/** As the parser makes it: with its attribute and child before it is connected. */
function made({ attribute, child }: { attribute?: string; child?: string }): KfMenuComposer {
  const element = document.createElement('kf-menu-composer');
  if (attribute !== undefined) element.setAttribute('value', attribute);
  if (child !== undefined) element.append(script(child));
  fixtureSync<HTMLElement>(html`<div style="width: 400px"></div>`).append(element);
  return element;
}
const headOf = ({ value }: KfMenuComposer): string | undefined => value.head_content;

describe('where the menu comes from', () => {
  it('the attribute', () => expect(headOf(made({ attribute: json('a') }))).to.equal('a'));

  it('a child, which may be the documented call', () => {
    expect(made({ child: JSON.stringify(documentedCall) }).value).to.deep.equal(documentedCall.msgmenu);
  });

  it('a child that comes later', async () => {
    const element = made({});
    element.append(script(json('c')));
    await aTimeout(0);
    expect(headOf(element)).to.equal('c');
  });

  it('the attribute before the child', () => {
    expect(headOf(made({ attribute: json('a'), child: json('c') }))).to.equal('a');
  });

  it('the property before both, whichever came first', () => {
    const element = made({ attribute: json('a'), child: json('c') });
    element.value = { head_content: 'p' };
    expect(headOf(element)).to.equal('p');
    element.setAttribute('value', json('again'));
    expect(headOf(element)).to.equal('p');
  });

  it('an attribute that changes', () => {
    const element = made({ attribute: json('a') });
    element.setAttribute('value', json('b'));
    expect(headOf(element)).to.equal('b');
  });

  it('what the user writes: no attribute takes that away', async () => {
    const view = await composer(html`<kf-menu-composer value=${json('a')}></kf-menu-composer>`);
    await view.retype(ComposerPage.HEAD, 'mine');
    view.element.setAttribute('value', json('b'));
    expect(headOf(view.element)).to.equal('mine');
  });

  it('an attribute that can not be read: nothing, and the issues say so', () => {
    const element = made({ attribute: '[object Object]' });
    expect(element.value).to.deep.equal({});
    expect(element.issues.map(({ code }) => code)).to.include('not-an-object');
  });

  it('is kept when the element moves', () => {
    const element = made({ child: json('c') });
    element.value = { head_content: 'p' };
    fixtureSync<HTMLElement>(html`<div style="width: 400px"></div>`).append(element);
    expect(headOf(element)).to.equal('p');
  });

  it('fires no event, whatever is set', async () => {
    const element = made({});
    const events = record(element, ['input', 'change', 'kf-send', 'kf-error']);
    element.value = { head_content: 'p' };
    element.setAttribute('value', json('a'));
    Object.assign(element, { enterChat: true, maxItems: 3, preview: 'none', disabled: true, readOnly: true });
    await element.updateComplete;
    await aTimeout(0);
    expect(events.length).to.equal(0);
  });
});
