import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../../../src/kf-menu-composer.js';
import type { KfMenuComposer } from '../../../../src/kf-menu-composer.js';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import menuMessage from '../../../fixtures/menu-message.json' with { type: 'json' };
import { deepFreeze } from '../../../support/deep-freeze.js';
import { click, menu } from '../../../support/messages.js';

const documented = documentedCall.msgmenu;

/** A composer that this was given. */
function given(value: unknown): KfMenuComposer {
  const element = fixtureSync<KfMenuComposer>(html`<kf-menu-composer style="width: 400px"></kf-menu-composer>`);
  element.value = value as KfMenuComposer['value'];
  return element;
}
const codes = ({ issues }: KfMenuComposer): string[] => issues.map(({ code }) => code);

describe('value', () => {
  for (const [form, value] of [
    ['a menu', documented],
    ['its JSON', JSON.stringify(documented)],
    ['a message', menuMessage],
    ["a message's JSON", JSON.stringify(menuMessage)],
    ['the whole documented call', documentedCall],
    ["the call's JSON", JSON.stringify(documentedCall, null, 2)],
    ['the call with its functions', { ...documentedCall, success: () => undefined, fail: () => undefined }],
  ] as const)
    it(`takes ${form}`, () => expect(given(value).value).to.deep.equal(documented));

  it('takes enterChat from a message, too', () => {
    expect(given(documentedCall).enterChat).to.be.true;
    expect(given({ ...menuMessage, enterChat: false }).enterChat).to.be.false;
    expect(given(documented).enterChat).to.be.false;
  });

  it('is current in the same tick, as message and issues are', () => {
    const element = given(menu(click('')));
    expect(element.message).to.deep.equal(menu(click('')));
    expect(codes(element)).to.deep.equal(['too-short']);
    element.value = menu(click('满意')).msgmenu;
    expect(element.value).to.deep.equal({ list: [click('满意')] });
    expect(codes(element)).to.deep.equal([]);
  });

  it('is a deep copy on the way in', () => {
    const value = structuredClone(documented);
    const element = given(value);
    value.tail_content = '';
    Object.assign(value.list[0] ?? {}, { type: 'view' });
    expect(element.value).to.deep.equal(documented);
  });

  it('is a deep copy on the way out, and so are message and issues', () => {
    const element = given(menu(click('', '1')));
    for (const got of [element.value, element.message, element.issues])
      for (const inner of Object.values(got)) if (typeof inner === 'object') Object.assign(inner as object, { x: 1 });
    expect(element.message).to.deep.equal(menu(click('', '1')));
    expect(codes(element)).to.deep.equal(['too-short']);
  });

  it('leaves what it is given as it is', () => {
    const frozen = deepFreeze(structuredClone(documentedCall));
    expect(given(frozen).value).to.deep.equal(documented);
  });

  it('keeps blanks, line breaks and what is invalid', () => {
    const odd = { head_content: '  a\n\n b ', list: [click(' ', '')], tail_content: 'x'.repeat(2000) };
    expect(given(odd).value).to.deep.equal(odd);
  });

  for (const nothing of [null, undefined, ''])
    it(`is empty after ${JSON.stringify(nothing) ?? 'undefined'}`, () => {
      const element = given(documented);
      element.value = nothing as never;
      expect(element.value).to.deep.equal({});
      expect(codes(element)).to.deep.equal(['empty-menu']);
    });

  for (const unreadable of ['{', '[]', 'null', '7', 7, [], true, { msgtype: 'text', text: { content: '您好' } }])
    it(`stays as it was after ${JSON.stringify(unreadable)}, and the issues say so`, () => {
      const element = given(documented);
      element.value = unreadable as never;
      expect(element.value).to.deep.equal(documented);
      expect(codes(element)).to.include('not-an-object');
    });

  it('is readable again with the next one', () => {
    const element = given('{');
    expect(codes(element)).to.include('not-an-object');
    element.value = documented as never;
    expect(codes(element)).not.to.include('not-an-object');
  });
});
