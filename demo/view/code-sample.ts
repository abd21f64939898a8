import { html, type TemplateResult } from 'lit';
import { say } from '../model/languages.js';
import { copyButton } from './copy-button.js';

const CODE = `<kf-bridge
  check-customer>
  <kf-menu-composer
    draft-key="menu">
  </kf-menu-composer>
</kf-bridge>
<script type="module"
  src="kf-elements.js">
</script>`;

const KF_TAG = /(?<=<)kf-[a-z-]+/g;

/** The names of our elements stand out where they open. */
const withTags = (code: string): unknown[] => {
  const tags = code.match(KF_TAG) ?? [];
  return code.split(KF_TAG).map((text, index) => [text, tags[index] && html`<b>${tags[index]}</b>`]);
};

export const codeSample = (): TemplateResult => html`
  <section class="code" aria-labelledby="code">
    <div class="head">
      <h2 id="code">${say('用在自己的页面')}</h2>
      ${copyButton(() => CODE, say('代码'))}
    </div>
    <pre class="card"><code>${withTags(CODE)}</code></pre>
  </section>
`;
