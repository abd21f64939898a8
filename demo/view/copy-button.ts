import { html, type TemplateResult } from 'lit';
import { say } from '../model/languages.js';

const write = async (text: string): Promise<void> => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without a secure context (an address of the local network, say) there is no clipboard.
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('copying is not allowed here');
};

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Copies, and says for a moment in its own place what came of it. `what` is for those who can't see where it stands. */
export function copyButton(text: () => string, what: string): TemplateResult {
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const words = (currentTarget as HTMLElement).firstElementChild as HTMLElement;
    words.textContent = await write(text()).then(
      () => say('已复制'),
      () => say('没能复制'),
    );
    await wait(1500);
    words.textContent = say('复制');
  };
  return html`<button class="plain" @click=${copy}>
    <span role="status" .textContent=${say('复制')}></span><span class="sr">${what}</span>
  </button>`;
}
