import { html } from '@open-wc/testing';
import type { MenuTemplate } from '../../src/index.js';
import { composer, type ComposerPage } from './composer-page.js';
import { click, menu } from './messages.js';

/** A template with so many items. */
export const template = (name: string, head_content: string, items = 1): MenuTemplate => ({
  name,
  value: { head_content, ...menu(...Array.from({ length: items }, (_, at) => click(`第 ${at + 1} 项`))).msgmenu },
});

export const three = [
  template('满意度调查', '您对本次服务是否满意呢?', 4),
  template('订单进度', '请问想查哪一项?', 3),
  template('退换货指引', '请选择您遇到的情况', 5),
];

export const many = [
  ...three,
  ...['发票', '会员', '配送', '优惠', '门店'].map(name => template(name, `关于${name}，您可以先看看`, 2)),
];

/** A composer with the page's templates. */
export const withTemplates = (templates: unknown = three, value?: unknown, width = 400): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer .templates=${templates as MenuTemplate[]} .value=${value}></kf-menu-composer>`, {
    width,
  });

/** What can be chosen under 模板, by name, number of items and first line. */
export const choices = (view: ComposerPage): string[] => view.names('gridcell');

/** The one that Enter presses. */
export const chosen = (view: ComposerPage): string =>
  view
    .all('gridcell')
    .find(({ ariaSelected }) => ariaSelected === 'true')
    ?.querySelector('.name, span')?.textContent ?? '';
