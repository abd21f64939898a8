import { describeError, describeIssue, isKfError, productFromShopApi, validate } from 'wecom-kf-elements';
import type { ChannelsShopProduct, Issue } from 'wecom-kf-elements/core.js';
import { language, say } from './languages.js';
import { productAnswer, shopAnswer } from './shop-answers.js';

const written = (value: unknown): string => JSON.stringify(value, null, 2);

/** Both answers in the language of the page. */
const answered = () => ({ product: written(productAnswer()), shop: written(shopAnswer()) });

/** What came of the two answers: a product and what is to say about it, or why there is none. */
export interface Mapped {
  product: ChannelsShopProduct | null;
  remarks: { text: string; severity: Issue['severity'] }[];
}

/** Two answers of the shop API, as text that a visitor may change, on their way to a card. */
export class Mapping {
  private given = answered();
  product = this.given.product;
  shop = this.given.shop;
  shopAppId = 'wx37f38d59298839c3';

  /** The page speaks another language: what the visitor has left as it was comes in that. */
  translate(): void {
    const { given } = this;
    this.given = answered();
    if (this.product === given.product) this.product = this.given.product;
    if (this.shop === given.shop) this.shop = this.given.shop;
  }

  get result(): Mapped {
    const broken = (text: string): Mapped => ({ product: null, remarks: [{ text, severity: 'error' }] });
    let answers: [unknown, unknown];
    try {
      answers = [JSON.parse(this.product), JSON.parse(this.shop)];
    } catch {
      return broken(say('还不是完整的 JSON'));
    }
    try {
      const { product, issues } = productFromShopApi(...answers, { shopAppId: this.shopAppId });
      const checked = validate({ msgtype: 'channels_shop_product', channelsShopProduct: product });
      const remarks = [...issues, ...checked.issues]
        .filter(({ code }) => code !== 'http-image') // this page is not https either
        .map(issue => ({ text: describeIssue(issue, language()), severity: issue.severity }));
      return { product, remarks };
    } catch (reason) {
      if (isKfError(reason, 'shop-api')) return broken(describeError(reason, language()));
      if (isKfError(reason)) return broken(say('这不是接口的回答，或者没填小店 ID'));
      throw reason;
    }
  }
}
