import {
  formatFen,
  type ChannelsShopProduct,
  type ChatMessage,
  type MenuItem,
  type MsgMenu,
} from 'wecom-kf-elements/core.js';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../model/languages.js';

type OnTap = (item: MenuItem) => void;

const contentOf = (item: MenuItem): string => {
  if (item.type === 'click') return item.click.content;
  return item.type === 'view' ? item.view.content : item.miniprogram.content;
};

/** One bubble with lines to tap: WeChat shows no buttons. */
const menu = ({ head_content, list = [], tail_content }: MsgMenu, onTap: OnTap): TemplateResult => html`
  <div class="bubble">
    ${head_content ? html`<p>${head_content}</p>` : nothing}
    ${list.map(item => html`<button class="link" @click=${() => onTap(item)}>${contentOf(item)}</button>`)}
    ${tail_content ? html`<p>${tail_content}</p>` : nothing}
  </div>
`;

const product = ({
  imgUrl,
  title,
  sellingPrice,
  shopImgUrl,
  shopNickname,
}: ChannelsShopProduct): TemplateResult => html`
  <div class="product">
    <div class="picture"><img src=${imgUrl} alt="" /></div>
    <p class="title">${title}</p>
    <p class="price"><small>¥</small><b>${formatFen(sellingPrice)}</b> ${say('起')}</p>
    <p class="shop"><img src=${shopImgUrl} alt="" /><span>${shopNickname}</span></p>
  </div>
`;

/** A message as it stands in the chat. */
export function messageBody(message: ChatMessage, onTap: OnTap): TemplateResult {
  if (message.msgtype === 'msgmenu') return menu(message.msgmenu, onTap);
  if (message.msgtype === 'channels_shop_product') return product(message.channelsShopProduct);
  const text = message.msgtype === 'text' ? message.text.content : `[${message.msgtype}]`;
  return html`<p class="bubble">${text}</p>`;
}
