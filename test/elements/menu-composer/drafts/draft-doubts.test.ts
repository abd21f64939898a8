import { aTimeout, expect, html } from '@open-wc/testing';
import { A, B } from '../../../support/customers.js';
import { composer, ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';
import { dropDrafts, slotOf, storedDrafts } from '../../../support/drafts.js';
import { unanswered } from '../../../support/in-touch.js';
import { click, menu } from '../../../support/messages.js';
import { rejection } from '../../../support/rejection.js';
import { ManualHost } from '../../../support/manual-host.js';

const { HEAD } = ComposerPage;
const KEY = 'draft-doubts.test';
const REFUSAL = { err_msg: 'sendChatMessage:fail no permission' };
const given = menu(click('满意', '1'));

let host: ManualHost;
let view: ComposerPage;

const panel = (): Promise<ComposerPage> =>
  composer(html`<kf-menu-composer draft-key=${KEY} .value=${given}></kf-menu-composer>`, { host });
const headOf = ({ element }: ComposerPage): string | undefined => element.value.head_content;
/** How many drafts for this customer are stored. */
const draftsFor = (customer: string): number =>
  storedDrafts(KEY).filter(key => key.startsWith(slotOf(KEY, customer))).length;

const goTo = async (customerId: string): Promise<void> => {
  host.customerId = customerId;
  await view.bridge.reconnect();
  await view.settled();
};

/** The panel is built anew. */
const buildAnew = async (): Promise<void> => {
  view.bridge.remove();
  await aTimeout(0);
  view = await panel();
};

beforeEach(async () => {
  dropDrafts(KEY);
  host = new ManualHost({ customerId: A });
  view = await panel();
  await view.type(HEAD, '您好');
});

describe('a draft of which nobody knows whether it was sent', () => {
  beforeEach(async () => {
    await unanswered(view.bridge, () => view.element.send());
    await view.says(/^不确定发出没有/);
    expect(draftsFor(A)).to.equal(1);
  });

  it('goes with 已经有了, though another customer was sent something since', async () => {
    await goTo(B);
    await view.type(HEAD, '给 B');
    await view.click('发送');
    await host.reached(2);
    host.answerNth(2);
    await view.says(/^已发送/);
    await goTo(A);
    expect(headOf(view)).to.equal('您好');
    await view.click('已经有了');
    expect(draftsFor(A)).to.equal(0);
  });

  it("goes with 已经有了, and another customer's of the same words stays that was refused", async () => {
    await goTo(B);
    await view.type(HEAD, '您好');
    await view.click('发送');
    await host.reached(2);
    host.answerNth(2, REFUSAL);
    await view.says(/^没发出去/);
    await goTo(A);
    await view.click('已经有了');
    expect([draftsFor(A), draftsFor(B)]).to.deep.equal([0, 1]);
  });

  it('goes with 已经有了, though something else was sent to the same customer since', async () => {
    view.textbox(HEAD).value = '另一句';
    view.textbox(HEAD).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await view.settled();
    await view.click('发送');
    await host.reached(2);
    host.answerNth(2);
    await view.says(/^已发送/);
    view.textbox(HEAD).value = '您好';
    view.textbox(HEAD).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await view.says(/^不确定发出没有/);
    await eventually('a draft', () => draftsFor(A) === 1);
    await view.click('已经有了');
    expect(draftsFor(A)).to.equal(0);
  });

  it('goes with 已经有了 in a panel that was built anew', async () => {
    await buildAnew();
    expect(headOf(view)).to.equal('您好');
    await view.click('已经有了');
    expect(draftsFor(A)).to.equal(0);
  });

  it('goes with a late answer in a panel that was built anew', async () => {
    await buildAnew();
    host.answerNth(1);
    await view.says(/^已发送/);
    expect(draftsFor(A)).to.equal(0);
    await buildAnew();
    expect(headOf(view)).to.equal(undefined);
  });
});

describe('a composer that was built anew while its text was sent', () => {
  it('says why it was not sent', async () => {
    const sending = view.element.send();
    await host.reached(1);
    await buildAnew();
    await view.says(/^正在发送/);
    host.answerNth(1, REFUSAL);
    await rejection(sending, 'no-permission');
    await view.says(/^没发出去：应用没有权限/);
    expect(draftsFor(A)).to.equal(1);
  });
});

describe('a text that is being sent', () => {
  it('is not put under another key when key and customer change meanwhile', async () => {
    const other = `${KEY}2`;
    const sending = view.element.send();
    await host.reached(1);
    view.element.draftKey = other;
    await view.settled();
    await goTo(B);
    host.answerNth(1);
    await sending;
    await goTo(A);
    expect(headOf(view)).to.equal(undefined);
    dropDrafts(other);
  });
});
