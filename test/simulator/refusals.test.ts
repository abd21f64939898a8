import { expect } from '@open-wc/testing';
import { simulateWeCom, type SimulatedClient, type SimulatorOptions } from '../../src/simulator/index.js';
import { click, menu, product, text, VALID } from '../support/messages.js';
import { configure, invoke } from '../support/page.js';

let client: SimulatedClient;
afterEach(() => client.restore());

/** What a configured page hears when it sends `message` from such a client. */
async function reply(options: SimulatorOptions, message: object): Promise<Record<string, unknown>> {
  client = simulateWeCom({ platform: 'android', version: '5.0.6', ...options });
  await configure(client.sign());
  return invoke('sendChatMessage', message);
}

const saysNo = async (options: SimulatorOptions, message: object, text: string): Promise<void> => {
  expect(await reply(options, message)).to.deep.equal({ err_msg: `sendChatMessage:${text}` });
  expect(client.sent).to.deep.equal([]);
};

describe('the simulated client takes', () => {
  for (const [msgtype, message] of Object.entries(VALID))
    it(`a good ${msgtype}`, async () => {
      expect(await reply({}, message())).to.deep.equal({ err_msg: 'sendChatMessage:ok' });
      expect(client.sent).to.deep.equal([message()]);
    });

  it('a text from the toolbar of a single chat', async () => {
    expect(await reply({ entry: 'single_chat_tools' }, text())).to.deep.equal({ err_msg: 'sendChatMessage:ok' });
  });
});

describe('the simulated client refuses', () => {
  const UNSUPPORTED = 'fail unsupported msgtype';
  const NO_CONTEXT = 'fail without context of external contact';
  const INVALID = 'fail, invalid param';

  it('a menu outside the customer-service toolbar', () =>
    saysNo({ entry: 'single_chat_tools' }, menu(click()), UNSUPPORTED));
  it('a product outside the customer-service toolbar', () =>
    saysNo({ entry: 'group_chat_tools' }, product(), UNSUPPORTED));
  it('a menu on mac', () => saysNo({ platform: 'mac' }, menu(click()), UNSUPPORTED));
  it('a menu on an old phone', () => saysNo({ version: '3.1.11' }, menu(click()), UNSUPPORTED));
  it('a product on an old phone', () => saysNo({ version: '4.1.5' }, product(), UNSUPPORTED));
  it('a msgtype that does not exist', () => saysNo({}, { msgtype: 'sticker', sticker: {} }, INVALID));

  it('anything from a page that no chat is behind', () => saysNo({ entry: 'normal' }, text(), NO_CONTEXT));
  it('anything from a profile', () => saysNo({ entry: 'contact_profile' }, text(), NO_CONTEXT));

  it('a line that is too long', () => saysNo({}, menu(click('满'.repeat(43))), INVALID));
  it('an empty line', () => saysNo({}, menu(click('')), INVALID));
  it('a message without its body', () => saysNo({}, { msgtype: 'text' }, INVALID));
  it('an image without http(s)', () => saysNo({}, product({ imgUrl: 'a.cn/1.png' }), 'fail invalid imgUrl'));
  it('a cover without http(s)', () => {
    const { miniprogram } = VALID.miniprogram() as { miniprogram: object };
    const message = { msgtype: 'miniprogram', miniprogram: { ...miniprogram, imgUrl: '' } };
    return reply({}, message).then(({ err_msg }) => expect(err_msg).to.match(/^sendChatMessage:fail/));
  });

  it('a function that it does not have', async () => {
    client = simulateWeCom();
    expect(await invoke('sendEverything')).to.deep.equal({ err_msg: 'system:function_not_exist' });
  });

  it('to name a customer where there is none', async () => {
    client = simulateWeCom({ platform: 'ios', customerId: null });
    await configure(client.sign());
    expect(await invoke('getCurExternalContact')).to.deep.equal({ err_msg: `getCurExternalContact:${NO_CONTEXT}` });
  });

  it('to name a customer on a page that no chat is behind', async () => {
    client = simulateWeCom({ platform: 'ios', entry: 'normal' });
    await configure(client.sign());
    expect(await invoke('getCurExternalContact')).to.deep.equal({ err_msg: `getCurExternalContact:${NO_CONTEXT}` });
  });
});

describe('the simulated client on Windows', () => {
  it('refuses in another field, without the name of the call', async () => {
    const answer = await reply({ platform: 'windows', version: '5.0.8', entry: 'normal' }, text());
    expect(answer).to.deep.equal({ errmsg: 'fail without context of external contact' });
  });
});
