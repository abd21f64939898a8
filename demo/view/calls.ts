import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { replyInWords, type ReplyWords } from '../model/call-words.js';
import type { LogEntry } from '../model/call-log.js';
import { toTheMillisecond } from '../model/clock.js';
import { say } from '../model/languages.js';
import type { Stage } from '../model/stage.js';
import { copyButton } from './copy-button.js';
import { followEnd } from './follow-end.js';
import { icon } from './icons.js';
import { json, report } from './json.js';

const follow = followEnd();

function outcomeOf({ call, reports }: LogEntry): ReplyWords {
  if (!call) return { text: say('没有发出去'), tone: 'bad' };
  if (call.elapsed === undefined && reports.length) return { text: say('没有回应'), tone: 'bad' };
  return replyInWords(call);
}

const details = ({ call, payload, reports }: LogEntry): TemplateResult => html`
  <div class="details">
    <div>
      <h3>${say(call ? '发出' : '没有发出')}</h3>
      ${json(payload)}
    </div>
    <div>
      ${
        call
          ? html`<h3>${say('收到')}</h3>
              ${call.elapsed !== undefined ? json(call.reply) : html`<p class="quiet">${say('还没有回应')}</p>`}`
          : nothing
      }
      ${reports.length ? html`<h3>${say('元素报告')}</h3>` : nothing} ${reports.map(report)}
    </div>
  </div>
`;

function row(stage: Stage, entry: LogEntry): TemplateResult {
  const { at, call, purpose, open } = entry;
  const { text, tone } = outcomeOf(entry);
  const toggle = (): void => {
    entry.open = !open;
    stage.refresh();
  };
  return html`<div class="call">
    <button class="summary" aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>
      ${icon('right')}
      <time>${toTheMillisecond(at)}</time>
      <span class="api">${call?.api ?? say('（没有调用）')}</span>
      <span class="purpose">${say(purpose)}</span>
      <span class="reply ${tone}">${text}</span>
      <span class="elapsed">${call?.elapsed === undefined ? nothing : `${call.elapsed} ms`}</span>
    </button>
    ${open ? details(entry) : nothing}
  </div>`;
}

/** What the client was asked, and what it answered. */
export function calls(stage: Stage): TemplateResult {
  const { log } = stage;
  const toggleSends = (): void => {
    log.sendsOnly = !log.sendsOnly;
    stage.refresh();
  };
  const clear = (): void => {
    log.clear();
    stage.refresh();
  };
  return html`
    <section class="calls" aria-labelledby="calls">
      <div class="head">
        <h2 id="calls"><span class="step">3</span>${say('原生调用：客户端收到什么，答了什么')}</h2>
        <button class="plain" aria-pressed=${log.sendsOnly ? 'true' : 'false'} @click=${toggleSends}>${say('只看发送')}</button>
        ${copyButton(() => log.asText(), say('全部调用'))}
        <button class="plain" @click=${clear}>${say('清空')}<span class="sr">${say('调用')}</span></button>
      </div>
      <div class="card rows" role="log" aria-label=${say('原生调用')} tabindex="0" ${ref(follow)}>
        ${log.shown.length ? nothing : html`<p class="none">${say(log.sendsOnly ? '还没有发送' : '还没有调用')}</p>`}
        ${repeat(
          log.shown,
          entry => entry,
          entry => row(stage, entry),
        )}
      </div>
    </section>
  `;
}
