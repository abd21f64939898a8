import { expect } from '@open-wc/testing';
import type { KfMenuComposer } from '../../src/index.js';
import type { simulateWeCom } from '../../src/simulator/index.js';
import { ElementPage } from '../support/element-page.js';
import { skipIn } from '../support/engine.js';
import { closeFrames, openFrame } from '../support/frame.js';

interface StrictPage extends Window {
  KfSimulator: { simulateWeCom: typeof simulateWeCom };
  /** What nobody caught, from the first script on. */
  failures: string[];
}

const CLASSIC = '/dist/kf-elements.global.js';
const MODULE = '/dist/kf-elements.js';
const COLLECT = `<script>var failures = []; addEventListener('error', event => failures.push(event.message))</script>`;

/** One after the other, as markup: an address that a script sets would have to be trusted itself. */
const script = (path: string): string =>
  `<script defer ${path.includes('.global.') ? '' : 'type="module"'} src="${new URL(path, location.origin).href}"></script>`;

/** A page that enforces Trusted Types, allows these policies, and loads these copies. */
async function openStrict(policies: string, ...copies: readonly string[]): Promise<StrictPage> {
  const policy = `require-trusted-types-for 'script'; trusted-types ${policies}`;
  const { window } = await openFrame(
    `<kf-bridge><kf-menu-composer value='{"head_content":"您好"}'></kf-menu-composer></kf-bridge>`,
    {
      head: `<meta http-equiv="Content-Security-Policy" content="${policy}">
        ${COLLECT}${['/dist/kf-simulator.global.js', ...copies].map(script).join('')}`,
    },
  );
  return window as unknown as StrictPage;
}

/** Writes, and sends with a press. */
async function canBeUsed({ document, KfSimulator, failures }: StrictPage): Promise<void> {
  const client = KfSimulator.simulateWeCom();
  const view = new ElementPage(document.querySelector('kf-menu-composer') as KfMenuComposer);
  await view.says(/^可以发送/);
  await view.type('起始文本', '!');
  await view.click('发送');
  await view.says(/^已发送/);
  expect(client.sent).to.deep.equal([{ msgtype: 'msgmenu', msgmenu: { head_content: '您好!' } }]);
  expect(failures).to.deep.equal([]);
}

const withTypes = skipIn({ 'webkit-wpe': 'Safari 16.0 has no Trusted Types' });

describe('a page that enforces Trusted Types', () => {
  afterEach(closeFrames);

  for (const copy of [CLASSIC, MODULE])
    it(`needs the policy lit-html for one copy: ${copy}`, async () => canBeUsed(await openStrict('lit-html', copy)));

  it('needs no more for the classic script, twice: the second one stops before lit', async () =>
    canBeUsed(await openStrict('lit-html', CLASSIC, `${CLASSIC}?again`)));

  withTypes.it('does not run a second copy that is a module', async () => {
    const { failures } = await openStrict('lit-html', CLASSIC, MODULE);
    expect(failures.join()).to.include('lit-html');
  });

  for (const copies of [
    [CLASSIC, MODULE],
    [MODULE, `${MODULE}?again`],
  ])
    it(`needs 'allow-duplicates' beside it for ${copies.join(' and ')}`, async () =>
      canBeUsed(await openStrict("lit-html 'allow-duplicates'", ...copies)));

  withTypes.it('is really one', async () => {
    const { document } = await openStrict('lit-html', CLASSIC);
    expect(() => (document.body.innerHTML = '<p></p>')).to.throw();
  });
});
