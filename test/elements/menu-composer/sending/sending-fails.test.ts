import { aTimeout, expect, html } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient } from '../../../../src/simulator/index.js';
import { record, typesOf } from '../../../support/ask.js';
import { composer, loneComposer } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { click, menu } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';

const ALL = ['kf-send', 'kf-sent', 'kf-cancel', 'kf-error', 'kf-late'];
const filled = (value: unknown = menu(click('满意', '1'))) =>
  html`<kf-menu-composer .value=${value}></kf-menu-composer>`;

describe('a send that fails', () => {
  let client: SimulatedClient;
  beforeEach(() => (client = simulateWeCom()));
  afterEach(() => client.restore());

  it('says that nobody answered: kf-error with bridge-absent', async () => {
    const view = await loneComposer(filled());
    const events = record(view.element, ALL);
    await view.click('发送');
    await view.says('页面里没有 kf-bridge 请联系页面的开发者');
    expect(typesOf(events)).to.deep.equal(['kf-send', 'kf-error']);
    expect(events[1]?.detail.error).to.include({ code: 'bridge-absent', outcome: 'not-sent' });
    expect(events[1]?.detail.message).to.deep.equal(menu(click('满意', '1')));
  });

  it('fires kf-error and no kf-send for an invalid message', async () => {
    const view = await composer(filled(menu(click(''))));
    const events = record(view.element, ALL);
    const error = await rejection(view.element.send(), 'invalid-message');
    expect(typesOf(events)).to.deep.equal(['kf-error']);
    expect(events[0]?.detail.error).to.equal(error);
    expect(error.issues?.map(({ code, path }) => [code, path.join('.')])).to.deep.equal([
      ['too-short', 'msgmenu.list.0.click.content'],
    ]);
  });

  it('reports a late answer, and says that it is sent after all', async () => {
    const view = await composer(filled(), { timeout: 60 });
    client.set({ latency: 120 });
    const events = record(view.element);
    await view.click('发送');
    await eventually('kf-late', () => events.length === 2);
    expect(typesOf(events)).to.deep.equal(['kf-error', 'kf-late']);
    expect(events[1]?.detail.receipt).to.include({ outcome: 'sent' });
    await view.says(/^已发送/);
    expect(client.sent.length).to.equal(1);
  });

  it('raises no unhandled rejection, whoever listens', async () => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    window.addEventListener('unhandledrejection', listen);
    const view = await loneComposer(filled());
    const ended = record(view.element, ['kf-error']);
    void view.element.send();
    view.element.value = menu(click(''));
    void view.element.send();
    await view.click('发送');
    await eventually('the end of both', () => ended.length >= 2);
    await aTimeout(0); // it would be told with the end of this task
    window.removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.deep.equal([]);
  });
});
