import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { CUSTOMERS, type Customer } from '../model/customers.js';
import { say } from '../model/languages.js';
import type { Stage } from '../model/stage.js';

export const avatar = ({ name, colour }: Customer): TemplateResult =>
  html`<span class="avatar ${colour}" aria-hidden="true">${say(name).charAt(0)}</span>`;

export function customerList(stage: Stage): TemplateResult {
  const row = (customer: Customer): TemplateResult => {
    const { when, last } = stage.conversationWith(customer);
    const draft = stage.drafts.get(customer);
    const current = customer === stage.customer ? 'true' : 'false';
    return html`<button class="customer" aria-current=${current} @click=${() => stage.openChat(customer)}>
      ${avatar(customer)}
      <span class="words">
        <span class="line"><b>${say(customer.name)}</b><time>${say(when)}</time></span>
        <small>${draft === undefined ? say(last) : html`<em>${say('[草稿]')}</em> ${draft}`}</small>
      </span>
    </button>`;
  };
  return html`<nav class="customers" aria-labelledby="customers">
    <h2 id="customers">${say('微信客服')}</h2>
    ${CUSTOMERS.map(row)}
  </nav>`;
}

/** Where there is no room for the list. */
export function customerSelect(stage: Stage): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    const customer = CUSTOMERS[(currentTarget as HTMLSelectElement).selectedIndex];
    if (customer) stage.openChat(customer);
  };
  return html`<label class="choice customer-select">
    <span class="sr">${say('客户')}</span>
    <select @change=${choose}>
      ${CUSTOMERS.map(
        customer => html`<option .selected=${live(customer === stage.customer)}>${say(customer.name)}</option>`,
      )}
    </select>
  </label>`;
}
