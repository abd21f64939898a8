import { expect } from '@open-wc/testing';
import { limitOf } from '../../src/core/index.js';
import { SPEC, type Fields } from '../../src/core/spec.js';
import { thrown } from '../support/rejection.js';

/** Copied by hand from 客服工具栏接口, 参数说明: 必填, 不少于, 不多于. */
const DOCUMENTED: [path: string, required: boolean, min?: number | undefined, max?: number][] = [
  ['msgtype', true],
  ['enterChat', false],
  ['msgmenu', false],
  ['msgmenu.head_content', false, undefined, 1024],
  ['msgmenu.list.type', true],
  ['msgmenu.list.click', false],
  ['msgmenu.list.click.id', false, 1, 64],
  ['msgmenu.list.click.content', true, 1, 128],
  ['msgmenu.list.view', false],
  ['msgmenu.list.view.url', true, 1, 2048],
  ['msgmenu.list.view.content', true, 1, 1024],
  ['msgmenu.list.miniprogram', false],
  ['msgmenu.list.miniprogram.appid', true, 1, 32],
  ['msgmenu.list.miniprogram.page', true, 1, 1024],
  ['msgmenu.list.miniprogram.content', true, 1, 1024],
  ['msgmenu.tail_content', false, undefined, 1024],
  ['channelsShopProduct', false],
  ['channelsShopProduct.productId', true],
  ['channelsShopProduct.shopAppId', true],
  ['channelsShopProduct.imgUrl', true],
  ['channelsShopProduct.title', true],
  ['channelsShopProduct.sellingPrice', true],
  ['channelsShopProduct.shopImgUrl', true],
  ['channelsShopProduct.shopNickname', true],
];

/** From the page of the base types; `text.content` and `news.link` as the contract decided. */
const BASE: typeof DOCUMENTED = [
  ['text.content', true],
  ['image.mediaid', true],
  ['video.mediaid', true],
  ['file.mediaid', true],
  ['news.link', true],
  ['news.title', false],
  ['news.desc', false],
  ['news.imgUrl', false],
  ['miniprogram.appid', true],
  ['miniprogram.title', true],
  ['miniprogram.imgUrl', true],
  ['miniprogram.page', true],
];

describe('limitOf', () => {
  for (const [path, required, min, max] of [...DOCUMENTED, ...BASE])
    it(`says of ${path} what the platform's page says`, () => {
      const limit = { required, ...(min && { min }), ...(max && { max }) };
      expect(limitOf(path)).to.deep.equal(limit);
    });

  it('counts the items of a list', () => {
    expect(limitOf('msgmenu.list')).to.deep.equal({ max: 10, required: false });
  });

  it('takes a path with indices', () => {
    expect(limitOf('msgmenu.list.7.click.content')).to.deep.equal({ min: 1, max: 128, required: true });
  });

  it('knows no field that the platform does not document', () => {
    const paths = (fields: Fields, before = ''): string[] =>
      Object.entries(fields).flatMap(([key, field]) =>
        field.fields ? paths(field.fields, `${before}${key}.`) : [before + key],
      );
    const fields = [...DOCUMENTED, ...BASE].map(([path]) => path);
    expect(paths(SPEC).filter(path => !fields.includes(path))).to.deep.equal([]);
  });

  for (const path of [
    '',
    '.',
    'msgmenu.',
    'nothing',
    'msgmenu.footer',
    'msgmenu.0.list',
    'text.content.length',
    'constructor',
    '__proto__',
    'msgmenu.toString',
    'msgmenu.list.click.__proto__',
  ])
    it(`refuses the path '${path}'`, () => thrown(() => limitOf(path), 'invalid-argument'));
});
