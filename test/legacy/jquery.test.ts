import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import type { KfMenuComposer } from '../../src/index.js';
import type { simulateWeCom, SimulatedClient } from '../../src/simulator/index.js';
import documentedCall from '../fixtures/documented-call.json' with { type: 'json' };
import { ElementPage, eventually } from '../support/element-page.js';
import { closeFrames, load, openFrame, type Frame } from '../support/frame.js';

/** As much of jQuery as a page of its time uses here. */
interface JQueryEvent {
  type: string;
  originalEvent: CustomEvent;
  preventDefault(): void;
}
interface JQuery {
  length: number;
  prop(name: string, value?: unknown): unknown;
  attr(name: string, value: unknown): JQuery;
  on(types: string, listener: (event: JQueryEvent) => void): JQuery;
  on(types: string, selector: string, listener: (event: JQueryEvent) => void): JQuery;
  trigger(type: string): JQuery;
  append(html: string): JQuery;
  remove(): JQuery;
}
interface OldPage {
  $: ((selector: unknown) => JQuery) & { fn: { jquery: string } };
  KfSimulator: { simulateWeCom: typeof simulateWeCom };
}

const BODY = '<div id="panel"><kf-bridge><kf-menu-composer></kf-menu-composer></kf-bridge></div>';

describe('a page with jQuery 1.12.4 and nothing but <script> tags', () => {
  let frame: Frame;
  let client: SimulatedClient;
  let $: OldPage['$'];
  let view: ElementPage<KfMenuComposer>;
  beforeEach(async () => {
    frame = await openFrame(BODY);
    for (const path of ['/node_modules/jquery1/dist/jquery.js', '/dist/kf-simulator.global.js'])
      await load(frame, path);
    const page = frame.window as unknown as OldPage;
    ({ $ } = page);
    client = page.KfSimulator.simulateWeCom();
    await load(frame, '/dist/kf-elements.global.js');
    view = new ElementPage(frame.document.querySelector('kf-menu-composer') as KfMenuComposer);
    await view.settled();
  });
  afterEach(closeFrames);

  it('is what it says', () => expect($.fn.jquery).to.equal('1.12.4'));

  it('gives the documented call by .prop(), sends it with a press, and hears kf-sent', async () => {
    const heard: JQueryEvent[] = [];
    $('kf-menu-composer').prop('value', documentedCall);
    $('kf-menu-composer').on('kf-sent', event => heard.push(event));
    await view.says(/^可以发送/);
    await view.click('发送');
    await eventually('kf-sent', () => heard.length);
    expect(heard[0]?.originalEvent.detail.receipt).to.include({ outcome: 'sent', channel: 'wx.qy' });
    expect(heard[0]?.originalEvent.detail.message).to.deep.equal(client.sent[0]);
    expect(client.sent[0]).to.deep.equal({ msgtype: 'msgmenu', msgmenu: documentedCall.msgmenu });
  });

  it('gives a menu as text by .attr()', () => {
    $('kf-menu-composer').attr('value', '{"head_content":"您好"}');
    expect($('kf-menu-composer').prop('value')).to.deep.equal({ head_content: '您好' });
  });

  it('keeps what was there when an object goes to .attr(), and says so', () => {
    $('kf-menu-composer').attr('value', { head_content: '您好' });
    expect(view.element.value).to.deep.equal({});
    expect(view.element.issues.map(({ code }) => code)).to.include('not-an-object');
  });

  it('hears every event where it delegates: on the document, by selector', async () => {
    const heard: string[] = [];
    $(frame.document).on('input change kf-send kf-sent', 'kf-menu-composer', ({ type }) => heard.push(type));
    await view.type('起始文本', '好');
    await view.press('Control', 'Enter');
    await eventually('kf-sent', () => heard.includes('kf-sent'));
    expect(heard).to.deep.equal(['input', 'kf-send', 'kf-sent']);
  });

  it('stops a send from a jQuery listener', async () => {
    $('#panel').on('kf-send', event => event.preventDefault());
    $('kf-menu-composer').prop('value', documentedCall);
    const reason: unknown = await view.element.send().catch((error: unknown) => error);
    expect(reason).to.include({ code: 'stopped' });
    expect(client.sent.length).to.equal(0);
  });

  it("is not broken by .trigger(), which calls the element's own method of that name", async () => {
    $('kf-menu-composer').prop('value', documentedCall);
    for (const name of ['change', 'input', 'kf-send', 'undo', 'redo', 'focus']) $('kf-menu-composer').trigger(name);
    await view.says(/^可以发送/);
    expect(view.element.value).to.deep.equal(documentedCall.msgmenu);
    $('kf-menu-composer').trigger('send');
    await view.says(/^已发送/);
    expect(client.sent.length).to.equal(1);
    expect(frame.errors).to.deep.equal([]);
  });

  it('builds the panel anew when the chat changes', async () => {
    $('kf-bridge').remove();
    $('#panel').append(`<kf-bridge><kf-menu-composer value='{"head_content":"再来"}'></kf-menu-composer></kf-bridge>`);
    view = new ElementPage(frame.document.querySelector('kf-menu-composer') as KfMenuComposer);
    await view.says(/^可以发送/);
    await view.click('发送');
    await view.says(/^已发送/);
    expect(client.sent.length).to.equal(1);
  });
});

describe('a page in GBK', () => {
  afterEach(closeFrames);

  /** The script at an address whose server says nothing about its encoding. */
  const bare = async (path: string): Promise<string> =>
    URL.createObjectURL(new Blob([(await readFile({ path })) ?? ''], { type: 'text/javascript' }));

  it('shows the right words, as the classic script says what it is', async () => {
    const frame = await openFrame(BODY, { charset: 'gbk' });
    expect(frame.document.characterSet).to.equal('GBK');
    await load(frame, await bare('../../dist/kf-elements.global.js'));
    const view = new ElementPage(frame.document.querySelector('kf-menu-composer') as KfMenuComposer);
    await view.settled();
    expect(view.names('textbox')).to.deep.equal(['起始文本', '结束文本']);
    expect(view.names('button')).to.include('添加小程序');
  });

  it('would show wrong ones without that', async () => {
    const frame = await openFrame('', { charset: 'gbk' });
    const url = URL.createObjectURL(new Blob(['window.word = "起始文本";'], { type: 'text/javascript' }));
    await load(frame, url);
    expect((frame.window as unknown as { word: string }).word).not.to.equal('起始文本');
  });
});
