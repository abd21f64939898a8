import { html, nothing, type TemplateResult } from 'lit';
import { language, LANGUAGES, say, type Language } from '../model/languages.js';
import type { Stage } from '../model/stage.js';
import { calls } from './calls.js';
import { client } from './client.js';
import { codeSample } from './code-sample.js';
import { icon } from './icons.js';
import { isNarrow } from './layout.js';
import { scenarioList, scenarioSelect } from './scenarios.js';
import { switchTheme, theme } from './theme.js';
import { tuning } from './tuning.js';

const languageSelect = (onChoose: (chosen: Language) => void): TemplateResult => html`
  <label class="choice language">
    <span class="sr">${say('语言')}</span>
    <select @change=${({ currentTarget }: Event) => onChoose((currentTarget as HTMLSelectElement).value as Language)}>
      ${LANGUAGES.map(
        ([lang, name]) => html`<option value=${lang} lang=${lang} .selected=${lang === language()}>${name}</option>`,
      )}
    </select>
  </label>
`;

/** What the head of every page ends with: the docs, the language, light and dark. */
export const pageTools = (onChoose: (chosen: Language) => void): TemplateResult => html`
  <a class="plain docs" href=${language() === 'en' ? '../README.md' : '../README.zh-CN.md'}
    >${icon('book')}${say('文档')}</a
  >
  ${languageSelect(onChoose)}
  <button class="plain square" aria-label=${say(theme() === 'dark' ? '浅色' : '深色')} @click=${switchTheme}>
    ${icon(theme() === 'dark' ? 'sun' : 'moon')}
  </button>
`;

const header = (stage: Stage): TemplateResult => html`
  <header class="top">
    <h1>${say('客服工具栏元素')}</h1>
    <p>${say('在企业微信的客服会话旁写菜单消息、选商品，按一下发给客户。这里的客户端是模拟的，什么都不会真的发出。')}</p>
    <a class="plain other" href="./products.html">${say('很多商品')}</a>
    ${pageTools(chosen => stage.speak(chosen))}
  </header>
`;

/** In one column the code comes last, for the eyes and for the Tab key. */
export function page(stage: Stage): TemplateResult {
  const narrow = isNarrow();
  return html`
    ${header(stage)}
    <main class="page" data-panel=${stage.settings.panel}>
      <div class="side">
        ${narrow ? scenarioSelect(stage) : scenarioList(stage)} ${tuning(stage, narrow)} ${narrow ? nothing : codeSample()}
      </div>
      <div class="stage">${client(stage)} ${calls(stage)} ${narrow ? codeSample() : nothing}</div>
    </main>
  `;
}
