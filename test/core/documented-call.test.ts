import { expect } from '@open-wc/testing';
import { validate } from '../../src/core/index.js';
import documentedCall from '../fixtures/documented-call.json' with { type: 'json' };
import menuMessage from '../fixtures/menu-message.json' with { type: 'json' };
import productMessage from '../fixtures/product-message.json' with { type: 'json' };
import { deepFreeze } from '../support/deep-freeze.js';

describe("the platform's own example", () => {
  const result = validate(deepFreeze(documentedCall));

  it('passes, with the product beside the menu dropped', () => {
    expect(result).to.deep.include({ ok: true, message: menuMessage });
  });

  it('is told about the page without .html and about the second body, and nothing else', () => {
    expect(result.issues).to.deep.equal([
      { code: 'page-suffix', severity: 'warning', path: ['msgmenu', 'list', 3, 'miniprogram', 'page'] },
      { code: 'extra-body', severity: 'warning', path: ['channelsShopProduct'] },
    ]);
  });

  it('may bring its callback', () => {
    const success = (): never => {
      throw new Error('called');
    };
    expect(validate({ ...documentedCall, success })).to.deep.equal(result);
  });

  it('passes as a menu alone', () => {
    const { issues, ...rest } = validate(menuMessage);
    expect(rest).to.deep.equal({ ok: true, message: menuMessage });
    expect(issues.map(({ code }) => code)).to.deep.equal(['page-suffix']);
  });

  it('passes as a product alone, whose shop avatar is http', () => {
    expect(validate(productMessage)).to.deep.equal({
      ok: true,
      message: productMessage,
      issues: [{ code: 'http-image', severity: 'warning', path: ['channelsShopProduct', 'shopImgUrl'] }],
    });
  });
});
