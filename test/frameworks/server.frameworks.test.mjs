// Server rendering as docs/frameworks.md says it: the package can be imported in Node, and the tags come out empty.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import '../../dist/index.js';

const frameworks = createRequire(new URL('../../demo/frameworks/package.json', import.meta.url));
const menu = { head_content: '您好' };
const EMPTY = '<kf-bridge><kf-menu-composer></kf-menu-composer></kf-bridge>';

it('React 19 writes the empty tags', () => {
  const { createElement } = frameworks('react');
  const { renderToString } = frameworks('react-dom/server');
  const composer = createElement('kf-menu-composer', { value: menu, oninput: () => undefined });
  assert.equal(renderToString(createElement('kf-bridge', { 'onkf-sent': () => undefined }, composer)), EMPTY);
});

it('Vue 3 writes the empty tags', async () => {
  const { createSSRApp, h } = frameworks('vue');
  const { renderToString } = frameworks('vue/server-renderer');
  const render = () => h('kf-bridge', { onKfSent: () => undefined }, [h('kf-menu-composer', { value: menu })]);
  assert.equal(await renderToString(createSSRApp({ render })), EMPTY);
});
