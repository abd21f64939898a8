import { html } from '@open-wc/testing';
import type { KfMenuComposer } from '../../src/kf-menu-composer.js';
import type { SimulatedClient } from '../../src/simulator/index.js';
import documentedCall from '../fixtures/documented-call.json' with { type: 'json' };
import { textOfBytes } from './bytes.js';
import { composer, ComposerPage } from './composer-page.js';
import { click, menu, page, view as link } from './messages.js';
import { paste } from './paste.js';
import { many } from './templates-page.js';

interface State {
  /** What the composer is given. */
  set?: Partial<Pick<KfMenuComposer, 'value' | 'templates' | 'variables' | 'readOnly' | 'disabled' | 'preview'>>;
  /** The client, before the composer is there. */
  client?: Parameters<SimulatedClient['set']>[0];
  reply?: Parameters<SimulatedClient['failNext']>[1];
  /** How it comes about. */
  act?: (view: ComposerPage) => Promise<unknown>;
}

const written = { value: documentedCall.msgmenu as KfMenuComposer['value'] };
const wrong = {
  value: {
    head_content: textOfBytes(1030),
    list: menu(click('', '1'), click('二', '1'), link('a.cn'), page('pages/index', '')).msgmenu.list ?? [],
    tail_content: textOfBytes(1000),
  },
};
const withVariables = {
  value: { head_content: '{{客户}}您好', ...menu(click('查 {{订单号}}', '1')).msgmenu },
  variables: { 客户: '王女士', 订单号: '' },
};
const pasteInto = (field: string, text: string) => async (view: ComposerPage) => {
  await view.click(field, 'textbox');
  await paste(text);
  await view.settled();
};
const send = (says: RegExp) => (view: ComposerPage) => view.click('发送').then(() => view.says(says));

/** Every state of the composer in which it looks different, by its name. */
export const STATES: Readonly<Record<string, State>> = {
  empty: {},
  written: { set: written },
  'with problems': { set: wrong, act: view => view.click('发送') },
  blocked: { set: written, client: { entry: 'normal' } },
  'with text instead': { set: written, client: { platform: 'mac' }, act: view => view.says(/改发文字/) },
  sending: { set: written, reply: 'never', act: send(/^正在发送/) },
  sent: { set: written, act: send(/^已发送/) },
  failed: { set: written, reply: { err_msg: 'sendChatMessage:fail_no permission' }, act: send(/^没发出去/) },
  unknown: {
    set: written,
    reply: 'never',
    act: view => {
      view.bridge.timeout = 50;
      return send(/^不确定/)(view);
    },
  },
  'with an earlier doubt': {
    set: written,
    reply: {},
    act: view => send(/^不确定/)(view).then(() => view.type(ComposerPage.HEAD, '另一条')),
  },
  'read-only': { set: { ...written, readOnly: true } },
  disabled: { set: { ...written, disabled: true } },
  'with a menu open': { set: written, act: view => view.click('第 2 项，回复，更多') },
  'with a rehearsal': { set: written, act: view => view.choose(1, '预演点击') },
  'with templates to begin with': { set: { templates: many } },
  'with the templates open': { set: { ...written, templates: many }, act: view => view.click('模板') },
  'with a template to be named': {
    set: written,
    act: view => view.click('模板').then(() => view.click('把现在的内容存为模板…', 'gridcell')),
  },
  "with the header's menu open": { set: written, act: view => view.click('更多') },
  'with a menu that was pasted': { act: pasteInto('起始文本', JSON.stringify(documentedCall)) },
  'with lines that were pasted': {
    set: { value: menu(click('', '1')).msgmenu },
    act: pasteInto('第 1 项，回复，文字', '查订单\n退换货'),
  },
  'with variables': { set: withVariables, act: view => view.click('发送') },
  'the preview alone': { set: { ...written, preview: 'only' } },
};

/** A composer in that state. */
export async function composerThatIs(
  name: string,
  client: SimulatedClient,
  theme = 'light',
  width = 400,
): Promise<ComposerPage> {
  const { set = {}, client: facts, reply, act } = STATES[name] as State;
  if (facts) client.set(facts);
  if (reply) client.failNext('sendChatMessage', reply);
  const template = html`<kf-menu-composer .theme=${theme as 'light'}></kf-menu-composer>`;
  const view = await composer(template, { timeout: 30_000, width });
  Object.assign(view.element, set);
  await view.settled();
  if (act) await act(view);
  return view;
}
