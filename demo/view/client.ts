import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { say } from '../model/languages.js';
import { wordsFor } from '../model/settings.js';
import type { Stage } from '../model/stage.js';
import { customerList } from './customers.js';
import { icon } from './icons.js';
import { isNarrow } from './layout.js';
import { panel } from './panel.js';
import { talk } from './talk.js';

/** Where to look, and in which order. */
const hint = (step: number, words: string): TemplateResult =>
  html`<p class="hint"><span class="step">${step}</span>${words}</p>`;

interface Seat {
  readonly name: 'talk' | 'panel';
  readonly content: (stage: Stage) => TemplateResult;
}

const TALK: Seat = {
  name: 'talk',
  content: stage => html`${hint(2, say('消息到了会话里；点里面的选项，就当客户点了'))}${talk(stage)}`,
};
const PANEL: Seat = {
  name: 'panel',
  content: stage => html`${hint(1, say('在工具栏里写好，按「发送」'))}${panel(stage)}`,
};

/** The simulated WeCom: customers, the open chat, the toolbar. In one column the toolbar comes first, as in the hints. */
export function client(stage: Stage): TemplateResult {
  const { platform, version } = stage.settings;
  const seats = repeat(
    isNarrow() ? [PANEL, TALK] : [TALK, PANEL],
    ({ name }) => name,
    ({ name, content }) => html`<div class="seat ${name}-seat">${content(stage)}</div>`,
  );
  return html`
    <section class="client" aria-label=${say('企业微信（模拟）')}>
      <div class="titlebar">
        <span>${say('企业微信（模拟）')} · ${wordsFor('platform', platform)} ${version}</span>
        ${icon('minimize')}${icon('maximize')}${icon('close')}
      </div>
      <div class="columns">${customerList(stage)}${seats}</div>
    </section>
  `;
}
