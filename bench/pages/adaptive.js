const input = (id, label, value, isMultiline) => ({ type: 'Input.Text', id, label, value, isMultiline });
const DETAILS = { click: ['id'], view: ['url'], miniprogram: ['appid', 'page'] };

/** The same fields and the same preview as an adaptive card, the nearest thing that there is ready made. */
window.cardOf = ({ head_content, list, tail_content }) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '菜单消息', weight: 'bolder' },
    input('head_content', '起始文本', head_content, true),
    ...list.flatMap(({ type, [type]: body }, index) => [
      input(`${index}-content`, '文字', body.content),
      ...DETAILS[type].map(name => input(`${index}-${name}`, name, body[name])),
    ]),
    input('tail_content', '结束文本', tail_content, true),
    {
      type: 'Container',
      style: 'emphasis',
      items: [head_content, ...list.map(item => item[item.type].content), tail_content].map(text => ({
        type: 'TextBlock',
        text,
        wrap: true,
      })),
    },
  ],
  actions: [{ type: 'Action.Submit', title: '发送' }],
});
