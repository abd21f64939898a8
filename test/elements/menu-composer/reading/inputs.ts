import type { ChangeCode, ReadResult, WhyNot } from '../../../../src/elements/menu-composer/reading/outcome.js';

/** What a page or a person gives, and what is read in it. */
export interface Input {
  what: string;
  given: unknown;
  /** The menu, or why there is none. */
  is: object | WhyNot;
  enterChat?: boolean;
  /** Default: a clear one. */
  isClear?: false;
  /** `code at path`, and `: text` where there is one. */
  changes?: (ChangeCode | `${ChangeCode} ${string}`)[];
}

const reply = (content: string, id?: string) => ({
  type: 'click',
  click: id === undefined ? { content } : { id, content },
});
const link = (url: string, content: string) => ({ type: 'view', view: { url, content } });
const page = (path: string, content: string) => ({
  type: 'miniprogram',
  miniprogram: { appid: 'wx1', page: path, content },
});

/** A short menu, which most texts below stand for. */
const SHORT = { head_content: '您好', list: [reply('满意', '101')] };
const JSON_TEXT = JSON.stringify(SHORT);
const CODE = "{ head_content: '您好', list: [{ type: 'click', click: { id: '101', content: '满意' } }] }";

/** 客服工具栏接口, 分享消息到当前会话, 示例代码: as the platform prints it. */
export const PRINTED = `wx.qy.sendChatMessage({
 msgtype:"msgmenu", //消息类型，必填
  enterChat: true, //为true时表示发送完成之后顺便进入会话，默认为false，仅移动端3.1.10及以上版本支持该字段
  msgmenu: {
 head_content: "您对本次服务是否满意呢? ", // 起始文本
 list: [{ // 菜单项配置列表
 type: "click", // type 为 click 的菜单项
 click: {
 id: "101", // 菜单ID
 content: "满意", // 菜单显示内容
 },
 },
 {
 type: "click",
 click: {
 id: "102",
 content: "不满意",
 },
 },
 {
 type: "view", // type 为 view 的菜单项
 view: {
 url: "https://work.weixin.qq.com", // 点击后跳转的链接
 content: "点击跳转到自助查询页面", // 菜单显示内容
 },
 },
 {
 type: "miniprogram", // type 为 miniprogram 的菜单项
 miniprogram: {
 appid: "wx123123123123123", //小程序的appid
 page: "pages/index?userid=zhangsan&orderid=123123123", //小程序消息打开后的路径
 content: "点击打开小程序查询更多", // 小程序消息的title
 },
 }],
 tail_content: "欢迎再次光临", // 结束文本
 },
  channelsShopProduct: {
 productId: "10000000000000", // 商品ID
 shopAppId: "wx123123123123123", // 小店ID
 imgUrl: "https://mmecimage.cn/p/xxxxxx"// 商品图像
 title: "aaaaa" // 商品名
 sellingPrice: "800" // 价格区间最小值(单位分) (销售价)
 shopImgUrl: "http://mmbiz.qpic.cn/mmbiz_jpg/xxxx" // 视频号店铺头像URL
 shopNickname: "名称" // 视频号店铺名称
  },
  success: function(res) {
 //todo:
 }
});
`;
const DOCUMENTED = {
  head_content: '您对本次服务是否满意呢? ',
  list: [
    reply('满意', '101'),
    reply('不满意', '102'),
    link('https://work.weixin.qq.com', '点击跳转到自助查询页面'),
    {
      type: 'miniprogram',
      miniprogram: {
        appid: 'wx123123123123123',
        page: 'pages/index?userid=zhangsan&orderid=123123123',
        content: '点击打开小程序查询更多',
      },
    },
  ],
  tail_content: '欢迎再次光临',
};

/** Written in ways that people copy; all of them are the short menu. */
const TEXTS: [what: string, text: string][] = [
  ['JSON', JSON_TEXT],
  ['JSON on several lines', JSON.stringify(SHORT, null, 2)],
  ['a byte order mark', `\uFEFF${JSON_TEXT}`],
  ['no-break spaces as indentation', JSON.stringify(SHORT, null, '\u00A0\u00A0')],
  ['ideographic and zero-width blanks', `\u3000${JSON_TEXT.replace(/:/g, ':\u200B')}\u200B`],
  ['Windows line ends', JSON.stringify(SHORT, null, 2).replace(/\n/g, '\r\n')],
  ['a Markdown fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  ['a Markdown fence without a language', `\`\`\`\n${JSON_TEXT}\n\`\`\`\n`],
  ['a Markdown fence on one line', `\`\`\`${JSON_TEXT}\`\`\``],
  ['a fence around a call', `\`\`\`js\nwx.qy.sendChatMessage({ msgmenu: ${CODE} });\n\`\`\``],
  ['trailing commas', '{"head_content":"您好","list":[{"type":"click","click":{"id":"101","content":"满意",},},],}'],
  ['a semicolon behind', `${JSON_TEXT};`],
  ['a comma behind', `${JSON_TEXT},\n`],
  ['missing commas', JSON.stringify(SHORT, null, 2).replace(/,/g, '')],
  ['two commas', JSON_TEXT.replace(/,/g, ',,')],
  ['unquoted keys and single quotes', CODE],
  ['template quotes', CODE.replace(/'/g, '`')],
  ['curly quotes', JSON_TEXT.replace(/"([^"]*)"/g, '“$1”')],
  ['curly quotes the wrong way round', JSON_TEXT.replace(/"([^"]*)"/g, '”$1“')],
  ['curly single quotes', CODE.replace(/'([^']*)'/g, '‘$1’')],
  ['full-width quotes', JSON_TEXT.replace(/"/g, '＂')],
  ['full-width colons and commas', JSON_TEXT.replace(/:/g, '：').replace(/,/g, '，')],
  [
    'full-width brackets',
    JSON_TEXT.replace(/\{/g, '｛').replace(/\}/g, '｝').replace(/\[/g, '［').replace(/\]/g, '］'),
  ],
  ['comments', `/* 菜单 */ // 问候\n${CODE.replace(/: /g, ': /* 见文档 */ ')} // 完`],
  ['an assignment', `const menu = ${CODE};`],
  ['an assignment to a property', `this.data.menu = ${CODE}`],
  ['an export', `export default ${CODE};`],
  ['module.exports', `module.exports = ${JSON_TEXT}`],
  ['return', `return ${CODE};`],
  ['brackets around', `(${CODE})`],
  ['encoded twice', JSON.stringify(JSON_TEXT)],
  ['texts that are put together', CODE.replace("'满意'", "'满' +\n '意'")],
  [
    'escapes',
    '{"head_content":"\\u60a8\\u597d","list":[{"type":"click","click":{"id":"\\x31\\u{30}1","content":"满意"}}]}',
  ],
];

const CALLS: [what: string, text: string][] = [
  ['the call on wx.qy', `wx.qy.sendChatMessage({ msgtype: 'msgmenu', msgmenu: ${CODE} })`],
  ['the call of the new SDK, awaited', `await ww.sendChatMessage({ msgtype: 'msgmenu', msgmenu: ${CODE} });`],
  [
    'the call that is invoked',
    `wx.invoke('sendChatMessage', { msgtype: 'msgmenu', msgmenu: ${CODE} }, function (res) { if (res) log("}") });`,
  ],
  ['a call with then', `ww.sendChatMessage({ msgmenu: ${CODE} }).then(res => { done(res) }).catch(() => {});`],
  ['a call whose end was not copied', `wx.qy.sendChatMessage({ msgmenu: ${CODE} }`],
  ['an object whose call was not copied', `{ msgmenu: ${CODE} });`],
  [
    'functions of every kind',
    `{ success(res) { a = "}"; }, async fail() {}, complete: res => { /}"/.test(res) }, cancel: async (a) => a, trigger: function () { return \`}\${1}\` } msgmenu: ${CODE} }`,
  ],
];

const all = (texts: [string, string][]): Input[] => texts.map(([what, given]) => ({ what, given, is: SHORT }));
const json = (menu: unknown): string => JSON.stringify(menu);
const deep = (levels: number): string => '{"list":['.repeat(levels);
const cycle: Record<string, unknown> = { head_content: '您好' };
cycle.list = [cycle];
const deepObject = (levels: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < levels; level++) value = { head_content: '您好', x: value };
  return value;
};

export const INPUTS: Input[] = [
  {
    what: 'the call as the platform prints it',
    given: PRINTED,
    is: DOCUMENTED,
    enterChat: true,
    changes: ['other-body channelsShopProduct: channelsShopProduct'],
  },
  ...all(TEXTS),
  ...all(CALLS),

  { what: 'an empty text', given: '', is: {}, isClear: false },
  { what: 'null', given: null, is: {}, isClear: false },
  { what: 'undefined', given: undefined, is: {}, isClear: false },
  { what: 'an empty object', given: {}, is: {}, isClear: false },
  { what: 'an empty list', given: { list: [] }, is: { list: [] }, isClear: false },
  { what: 'a message', given: { msgtype: 'msgmenu', enterChat: false, msgmenu: SHORT }, is: SHORT, enterChat: false },
  { what: 'a message without msgtype', given: { msgmenu: {} }, is: {} },
  { what: 'a message with its functions', given: { msgmenu: SHORT, success: () => 0, fail() {} }, is: SHORT },
  {
    what: 'what is invalid, but ours',
    given: { head_content: '', list: [link('', '')], tail_content: ' \n ' },
    is: { head_content: '', list: [link('', '')], tail_content: ' \n ' },
  },
  {
    what: 'keys that nobody knows, in the menu',
    given: { head_content: 'a', more: { b: [1, null] } },
    is: { head_content: 'a', more: { b: [1, null] } },
  },
  {
    what: 'keys that nobody knows, beside it',
    given: { msgmenu: SHORT, more: 1 },
    is: SHORT,
    changes: ['unknown-key more: more'],
  },
  {
    what: 'an enterChat that is no boolean',
    given: { msgmenu: SHORT, enterChat: 'yes' },
    is: SHORT,
    changes: ['wrong-type enterChat'],
  },
  {
    what: 'a key that is __proto__',
    given: '{"head_content":"a","__proto__":{"list":[]}}',
    is: JSON.parse('{"head_content":"a","__proto__":{"list":[]}}') as object,
  },
  {
    what: 'quotes in curly quotes',
    given: '{“head_content”：“请点“满意””，“list”：[]}',
    is: { head_content: '请点“满意”', list: [] },
  },
  {
    what: 'full-width signs in a text',
    given: '{"head_content":"您好：（一），｛二｝"}',
    is: { head_content: '您好：（一），｛二｝' },
  },
  { what: 'a text that was wrapped', given: '{"head_content":"一\n二"}', is: { head_content: '一\n二' } },
  {
    what: 'comment signs in a text',
    given: '{"head_content":"a // b /* c */"}',
    is: { head_content: 'a // b /* c */' },
  },

  {
    what: 'null in every place, as Go and Java write it',
    given: json({
      msgtype: 'msgmenu',
      enterChat: null,
      msgmenu: {
        head_content: '您好',
        tail_content: null,
        list: [{ type: 'click', click: { id: null, content: '满意' }, view: null, miniprogram: null }, null],
      },
    }),
    is: { head_content: '您好', list: [reply('满意')] },
    changes: [
      'null-dropped enterChat',
      'null-dropped msgmenu.tail_content',
      'null-dropped msgmenu.list.0.view',
      'null-dropped msgmenu.list.0.miniprogram',
      'null-dropped msgmenu.list.0.click.id',
      'null-dropped msgmenu.list.1',
    ],
  },
  {
    what: 'a list that is null',
    given: { head_content: '您好', list: null },
    is: { head_content: '您好' },
    changes: ['null-dropped msgmenu.list'],
  },
  {
    what: 'numeric ids',
    given: { list: [{ type: 'click', click: { id: 101, content: '满意' } }] },
    is: { list: [reply('满意', '101')] },
    changes: ['number-to-text msgmenu.list.0.click.id: 101'],
  },
  {
    what: 'an id with more digits than a number holds',
    given: '{"list":[{"type":"click","click":{"id":12345678901234567890,"content":"满意"}}]}',
    is: { list: [reply('满意', '12345678901234567890')] },
  },
  {
    what: 'an id that is a bigint',
    given: { list: [{ type: 'click', click: { id: 12345678901234567890n, content: '满意' } }] },
    is: { list: [reply('满意', '12345678901234567890')] },
  },
  {
    what: 'texts that are numbers',
    given: { head_content: 1, list: [{ type: 'click', click: { content: 5 } }] },
    is: { head_content: '1', list: [reply('5')] },
    changes: ['number-to-text msgmenu.head_content: 1', 'number-to-text msgmenu.list.0.click.content: 5'],
  },
  {
    what: 'a head of a wrong type',
    given: { head_content: ['您好'], list: SHORT.list },
    is: { list: SHORT.list },
    changes: ['wrong-type msgmenu.head_content'],
  },
  {
    what: 'a list of a wrong type',
    given: { head_content: '您好', list: '满意' },
    is: { head_content: '您好' },
    changes: ['wrong-type msgmenu.list'],
  },
  {
    what: 'a list as PHP writes it',
    given: { list: { 0: reply('一', '1'), 2: reply('二', '2') } },
    is: { list: [reply('一', '1'), reply('二', '2')] },
    changes: ['list-from-object msgmenu.list'],
  },
  {
    what: 'items that are no objects',
    given: { list: ['满意', reply('一'), 7] },
    is: { list: [reply('一')] },
    changes: ['wrong-type msgmenu.list.0', 'wrong-type msgmenu.list.2'],
  },

  {
    what: 'an item without a type',
    given: { list: [{ view: { url: 'https://x.cn', content: '看' } }] },
    is: { list: [link('https://x.cn', '看')] },
    changes: ['type-from-body msgmenu.list.0: view'],
  },
  {
    what: 'an item without a type that has two bodies',
    given: { head_content: 'a', list: [{ click: { content: '一' }, view: { content: '二' } }] },
    is: { head_content: 'a', list: [{ click: { content: '一' }, view: { content: '二' } }] },
    changes: ['unknown-type msgmenu.list.0: '],
  },
  {
    what: 'an item of an unknown type',
    given: { list: [{ type: 'location', location: {} }, reply('一')] },
    is: { list: [{ type: 'location', location: {} }, reply('一')] },
    changes: ['unknown-type msgmenu.list.0: location'],
  },
  {
    what: 'an item of an unknown type alone',
    given: { list: [{ type: 'location' }] },
    is: { list: [{ type: 'location' }] },
    isClear: false,
    changes: ['unknown-type msgmenu.list.0: location'],
  },
  {
    what: 'an item without its body',
    given: { list: [{ type: 'view' }] },
    is: { list: [{ type: 'view' }] },
    isClear: false,
  },
  {
    what: 'an item whose body is no object',
    given: { head_content: 'a', list: [{ type: 'click', click: '满意' }] },
    is: { head_content: 'a', list: [{ type: 'click' }] },
    changes: ['wrong-type msgmenu.list.0.click'],
  },
  {
    what: 'an item whose fields stand beside its type',
    given: { list: [{ type: 'view', url: 'https://x.cn', content: '看' }] },
    is: { list: [link('https://x.cn', '看')] },
    changes: ['flat-item msgmenu.list.0'],
  },
  {
    what: 'the menu of a public account',
    given: {
      head_content: '您好',
      list: [
        { id: '101', content: '满意' },
        { id: '102', content: '不满意' },
      ],
      tail_content: '再见',
    },
    is: { head_content: '您好', list: [reply('满意', '101'), reply('不满意', '102')], tail_content: '再见' },
    changes: ['flat-item msgmenu.list.0', 'flat-item msgmenu.list.1'],
  },
  {
    what: 'the message of a public account',
    given: { touser: 'OPENID', msgtype: 'msgmenu', msgmenu: { list: [{ id: 101, content: '满意' }] } },
    is: { list: [reply('满意', '101')] },
    changes: ['flat-item msgmenu.list.0', 'number-to-text msgmenu.list.0.id: 101', 'server-only touser: touser'],
  },

  {
    what: "a server's menu",
    given: { list: [{ type: 'miniprogram', miniprogram: { appid: 'wx1', pagepath: 'pages/a?b=1', content: '开' } }] },
    is: { list: [page('pages/a.html?b=1', '开')] },
    changes: ['server-path msgmenu.list.0.miniprogram.pagepath: pages/a.html?b=1'],
  },
  {
    what: "a server's request",
    given: {
      touser: 'wm1',
      open_kfid: 'wk1',
      msgid: 'm',
      msgtype: 'msgmenu',
      msgmenu: {
        head_content: '您好',
        list: [reply('满意', '101'), { type: 'text', text: { content: '纯文字\\n', no_newline: 1 } }],
      },
    },
    is: SHORT,
    changes: [
      'server-only msgmenu.list.1: 纯文字\\n',
      'server-only touser: touser',
      'server-only open_kfid: open_kfid',
      'server-only msgid: msgid',
    ],
  },
  {
    what: 'no_newline at an item of ours',
    given: { list: [{ type: 'click', click: { content: '一', no_newline: 1 } }] },
    is: { list: [reply('一')] },
    changes: ['server-only msgmenu.list.0.click.no_newline'],
  },
  {
    what: 'keys of the server beside the bodies',
    given: {
      head_content: '您好',
      no_newline: 1,
      list: [
        { type: 'click', click: { content: '一' }, no_newline: 0 },
        { type: 'view', no_newline: 1 },
      ],
    },
    is: { head_content: '您好', list: [reply('一'), { type: 'view' }] },
    changes: [
      'server-only msgmenu.no_newline',
      'server-only msgmenu.list.0.no_newline',
      'server-only msgmenu.list.1.no_newline',
    ],
  },
  {
    what: 'a pagepath beside a page',
    given: {
      list: [{ type: 'miniprogram', miniprogram: { appid: 'wx1', page: 'a.html', pagepath: 'b', content: '开' } }],
    },
    is: { list: [page('a.html', '开')] },
    changes: ['server-only msgmenu.list.0.miniprogram.pagepath'],
  },
  {
    what: 'a pagepath that is empty',
    given: { list: [{ type: 'miniprogram', miniprogram: { appid: 'wx1', pagepath: '', content: '开' } }] },
    is: { list: [page('', '开')] },
    changes: ['server-path msgmenu.list.0.miniprogram.pagepath: '],
  },
  {
    what: "a server's menu of texts alone",
    given: { list: [{ type: 'text', text: { content: '一' } }] },
    is: {},
    changes: ['server-only msgmenu.list.0: 一'],
  },

  {
    what: 'variables and calls in JavaScript',
    given:
      '{ msgmenu: { head_content: t("hi, {x}"), list: [{ type: "click", click: { id: order.id, content: "满意" } }, ...more], tail_content: `再见${name}` } }',
    is: { list: [reply('满意')] },
    changes: [
      'expression-dropped msgmenu.head_content: t("hi, {x}")',
      'expression-dropped msgmenu.tail_content: `再见${name}`',
      'expression-dropped msgmenu.list.0.click.id: order.id',
      'expression-dropped msgmenu.list.1: ...more',
    ],
  },

  { what: 'prose', given: '您好，请问有什么可以帮您？', is: 'none' },
  { what: 'prose with brackets', given: '请看 [1] 和 {2}', is: 'none' },
  { what: 'prose with our words', given: '参数 head_content 是起始文本', is: 'none' },
  { what: 'an address', given: 'https://x.cn/a?b=1#c', is: 'none' },
  { what: 'an unrelated JSON', given: '{"a":1}', is: 'none' },
  { what: 'a list of something else', given: '{"list":[{"id":1}],"total":1}', is: 'none' },
  { what: 'a list of numbers', given: { list: [1, 2] }, is: 'none' },
  { what: 'JSON of null', given: 'null', is: 'none' },
  { what: 'JSON of a list', given: '[]', is: 'none' },
  { what: 'another message', given: { msgtype: 'text', text: { content: '您好' } }, is: 'none' },
  { what: 'a number', given: 7, is: 'none' },
  { what: 'a list', given: [SHORT], is: 'none' },
  { what: 'a function', given: () => SHORT, is: 'none' },
  {
    what: 'a getter that throws',
    given: {
      get head_content() {
        throw new Error('no');
      },
    },
    is: 'none',
  },
  { what: 'a variable in double braces', given: '{{客户}}', is: 'none' },

  { what: 'half a menu', given: JSON_TEXT.slice(0, -3), is: 'looks-like-a-menu' },
  { what: 'a menu with words before it', given: `请用这个：${JSON_TEXT}`, is: 'looks-like-a-menu' },
  { what: 'a menu with words behind it', given: `${JSON_TEXT} 谢谢`, is: 'looks-like-a-menu' },
  { what: 'a list of items alone', given: json(SHORT.list), is: 'looks-like-a-menu' },
  {
    what: 'an item of a message with nothing of ours',
    given: { msgmenu: { list: [{ id: 1 }] } },
    is: { list: [{ id: 1 }] },
    changes: ['unknown-type msgmenu.list.0: '],
  },
  {
    what: 'a menu of which all is null',
    given: { head_content: null, list: null },
    is: {},
    isClear: false,
    changes: ['null-dropped msgmenu.head_content', 'null-dropped msgmenu.list'],
  },
  { what: 'a menu of which nothing can be kept', given: { head_content: {}, list: [7] }, is: 'none' },
  {
    what: 'a menu of which nothing can be known',
    given: '{ head_content: head, list: items }',
    is: 'looks-like-a-menu',
  },
  { what: 'a message without its menu', given: { msgtype: 'msgmenu' }, is: 'looks-like-a-menu' },
  { what: 'a menu with a quote too many', given: '{"head_content":"请点"满意"。"}', is: 'looks-like-a-menu' },
  {
    what: 'a menu from a log',
    given: 'message={\\"msgmenu\\":{\\"head_content\\":\\"您好\\"}}',
    is: 'looks-like-a-menu',
  },

  { what: 'ten million characters', given: `{"head_content":"${'a'.repeat(10_000_000)}"}`, is: 'too-large' },
  {
    what: 'a text of ten million characters in an object',
    given: { head_content: 'a'.repeat(10_000_000) },
    is: 'too-large',
  },
  {
    what: 'a hundred thousand items',
    given: { list: Array.from({ length: 100_000 }, () => reply('一')) },
    is: 'too-large',
  },
  { what: 'a list that never ends', given: { list: new Array(4_000_000_000) }, is: 'too-large' },
  { what: 'a hundred thousand levels of text', given: deep(100_000), is: 'too-deep' },
  { what: 'a hundred thousand levels of objects', given: deepObject(100_000), is: 'too-deep' },
  { what: 'a menu that contains itself', given: cycle, is: 'too-deep' },
  { what: 'almost a million quotes', given: `{"head_content":${'"'.repeat(999_000)}`, is: 'looks-like-a-menu' },
  { what: 'almost a million curly quotes', given: `{"head_content":${'“'.repeat(999_000)}`, is: 'looks-like-a-menu' },
  {
    what: 'almost a million open brackets in an expression',
    given: `{"head_content":f${'('.repeat(999_000)}`,
    is: 'looks-like-a-menu',
  },
  { what: 'almost a million blanks', given: `{"head_content":${' '.repeat(999_000)}x`, is: 'looks-like-a-menu' },
];

/** What was read, in the words of the table. */
export const outcomeOf = (read: ReadResult): Omit<Input, 'what' | 'given'> => {
  if (!read.ok) return { is: read.why };
  const { menu, enterChat, isClear, changes } = read;
  const said = changes.map(
    ({ code, path, text }) =>
      `${code} ${path.join('.')}${text === undefined ? '' : `: ${text}`}` as `${ChangeCode} ${string}`,
  );
  return {
    is: menu,
    ...(enterChat === undefined ? {} : { enterChat }),
    ...(isClear ? {} : { isClear }),
    ...(said.length ? { changes: said } : {}),
  };
};
