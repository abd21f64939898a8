import { expect } from '@open-wc/testing';
import { validate, type ChatMessage, type Issue } from '../../src/core/index.js';
import { menu, page, product, view } from '../support/messages.js';

const summary = (message: unknown): string[] =>
  validate(message).issues.map(({ code, severity, path }) => `${severity} ${code} at ${path.join('.')}`);

const news = (news: object): unknown => ({ msgtype: 'news', news });
const card = (changes: object): unknown => ({
  msgtype: 'miniprogram',
  miniprogram: {
    appid: 'wx1',
    title: '标题',
    imgUrl: 'https://a.cn/1.png',
    page: 'pages/index.html',
    ...changes,
  },
});

const LINKS: [at: string, (url: string) => unknown][] = [
  ['msgmenu.list.0.view.url', url => menu(view(url))],
  ['news.link', url => news({ link: url })],
];
const IMAGES: [at: string, (url: string) => unknown][] = [
  ['news.imgUrl', url => news({ link: 'https://a.cn', imgUrl: url })],
  ['miniprogram.imgUrl', url => card({ imgUrl: url })],
  ['channelsShopProduct.imgUrl', url => product({ imgUrl: url })],
  ['channelsShopProduct.shopImgUrl', url => product({ shopImgUrl: url })],
];

/** Every character that Unicode calls a blank or a control character and that fits into one UTF-16 unit. */
const INVISIBLE = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(character =>
  /[\s\p{Cc}]/u.test(character),
);

for (const [at, message] of LINKS)
  describe(`a link: ${at}`, () => {
    for (const url of ['https://work.weixin.qq.com', 'http://a.cn', 'HTTPS://A.CN'])
      it(`may be ${url}`, () => expect(summary(message(url))).to.deep.equal([]));

    for (const scheme of ['javascript', 'data', 'vbscript', 'file', 'blob']) {
      it(`must not be ${scheme}:`, () => {
        expect(summary(message(`${scheme}:alert(1)`))).to.deep.equal([`error url-scheme at ${at}`]);
      });

      it(`must not be ${scheme}: in odd case`, () => {
        const odd = scheme.replace(/./g, (letter, index: number) => (index % 2 ? letter : letter.toUpperCase()));
        expect(summary(message(`${odd}:alert(1)`))).to.deep.equal([`error url-scheme at ${at}`]);
      });
    }

    it('must not hide javascript: behind, before or between blanks and control characters', () => {
      const passing = INVISIBLE.filter(blank =>
        [`${blank}javascript:x`, `java${blank}script:x`, `javascript${blank}:x`].some(url => validate(message(url)).ok),
      );
      expect(passing.map(blank => `U+${blank.charCodeAt(0).toString(16).padStart(4, '0')}`)).to.deep.equal([]);
    });

    for (const url of ['tel:10086', 'weixin://dl/business', 'ftp://a.cn', 'work.weixin.qq.com', '/kf/1'])
      it(`is worth a warning as ${url}`, () => {
        expect(summary(message(url))).to.deep.equal([`warning url-scheme at ${at}`]);
      });

    it('may carry javascript: further back', () => {
      expect(summary(message('https://a.cn/?next=javascript:x'))).to.deep.equal([]);
    });
  });

for (const [at, message] of IMAGES)
  describe(`an image: ${at}`, () => {
    it('may be https', () => expect(summary(message('https://a.cn/1.png'))).to.deep.equal([]));

    it('is worth a warning as http, as the platform itself shows it', () => {
      expect(summary(message('http://a.cn/1.png'))).to.deep.equal([`warning http-image at ${at}`]);
    });

    for (const url of ['javascript:x', 'data:image/png;base64,AA==', 'blob:https://a.cn/1', 'a.cn/1.png', '//a.cn/1'])
      it(`must not be ${url}`, () => {
        expect(summary(message(url))).to.deep.equal([`error url-scheme at ${at}`]);
      });
  });

describe('an image: an empty cover of news', () => {
  it('is an error, because desktop clients refuse it', () => {
    expect(validate(news({ link: 'https://a.cn', imgUrl: '' })).ok).to.be.false;
  });
});

const PAGES: [at: string, (path: string) => unknown][] = [
  ['msgmenu.list.0.miniprogram.page', path => menu(page(path))],
  ['miniprogram.page', path => card({ page: path })],
];
for (const [at, message] of PAGES)
  describe(`a page: ${at}`, () => {
    for (const path of ['pages/index.html', 'pages/index.html?id=1', 'pages/index.html?a=/b?c=d'])
      it(`may be ${path}`, () => expect(summary(message(path))).to.deep.equal([]));

    for (const path of ['pages/index', 'pages/index?id=1.html', 'pages/index.htm', '?x.html', 'pages/html'])
      it(`is worth a warning as ${path}`, () => {
        const result = validate(message(path));
        expect(result.ok).to.be.true;
        expect(summary(message(path))).to.deep.equal([`warning page-suffix at ${at}`]);
      });
  });

describe('a price', () => {
  const issues = (sellingPrice: string): Issue[] => validate(product({ sellingPrice })).issues;
  const path = ['channelsShopProduct', 'sellingPrice'];

  for (const price of ['1', '800', '0800', '999999999', '1000000000'])
    it(`may be ${price} fen`, () => expect(issues(price)).to.deep.equal([]));

  for (const price of ['0', '000', '1000000001', '10000000000', '9'.repeat(40)])
    it(`is suspicious as ${price} fen, and goes out`, () => {
      expect(issues(price)).to.deep.equal([{ code: 'price-suspect', severity: 'warning', path }]);
    });

  for (const price of ['8.00', '-800', '+800', ' 800', '800 ', '800\n', '8e2', '0x10', '８００', '٨', '¥8'])
    it(`must not be ${JSON.stringify(price)}`, () => {
      expect(issues(price)).to.deep.equal([{ code: 'price-format', severity: 'error', path }]);
    });

  it('is required', () => {
    expect(issues('')).to.deep.equal([{ code: 'required', severity: 'error', path }]);
  });

  it('stays the text that it was', () => {
    const result = validate(product({ sellingPrice: '12345678901234567890' }));
    const message = (result as { message: ChatMessage }).message;
    expect(message).to.deep.equal(product({ sellingPrice: '12345678901234567890' }));
  });
});
