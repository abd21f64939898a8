import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { Utterance } from '../model/conversation.js';
import { say } from '../model/languages.js';
import type { Stage } from '../model/stage.js';
import { customerSelect, avatar } from './customers.js';
import { followEnd } from './follow-end.js';
import { icon } from './icons.js';
import { messageBody } from './message.js';

const follow = followEnd();

function utterance(stage: Stage, said: Utterance): TemplateResult {
  if (said.by === 'nobody')
    return html`<p class="note">${say(said.text)} ${said.strong && html`<b>${said.strong}</b>`}</p>`;
  if (said.by === 'customer')
    return html`<div class="said">
      ${avatar(stage.customer)}
      <p class="bubble"><span class="sr">${say('客户：')}</span>${say(said.text)}</p>
    </div>`;
  return html`<div class="said own">
    <span class="avatar agent">${icon('headset')}</span>
    ${messageBody(said.message, item => stage.tap(item))}
  </div>`;
}

function customersWords(stage: Stage): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).elements[0] as HTMLInputElement;
    if (input.value.trim()) stage.say(input.value);
    input.value = '';
  };
  return html`<form class="say" @submit=${onSubmit}>
    <input type="text" aria-label=${say('替客户说一句')} placeholder=${say('替客户说一句…')} autocomplete="off" />
    <button class="plain square" aria-label=${say('说')}>${icon('arrow')}</button>
  </form>`;
}

/** The open chat, as the agent sees it. */
export const talk = (stage: Stage): TemplateResult => html`
  <section class="talk" aria-labelledby="talk">
    <header>
      <h2 id="talk">${say(stage.customer.name)}</h2>
      <small>${say('@微信')}</small>
      ${customerSelect(stage)}
    </header>
    ${keyed(
      stage.customer,
      html`<div class="talk-log" role="log" aria-label=${say('会话')} tabindex="0" ${ref(follow)}>
        ${stage.conversation.utterances.map(said => utterance(stage, said))}
      </div>`,
    )}
    ${customersWords(stage)}
  </section>
`;
