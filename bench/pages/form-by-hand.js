/*
 * A menu form as somebody writes it with jQuery for one page: fields with counters, a preview that follows, checks, and a draft in
 * the storage. No keyboard, no undo, no drag, no templates, no languages, no customers, no sends in doubt.
 */
const DETAILS = { click: ['id'], view: ['url'], miniprogram: ['appid', 'page'] };
const NAMES = { click: '回复', view: '链接', miniprogram: '小程序' };
const LABELS = { id: 'ID', url: '链接', appid: 'AppID', page: '页面路径', content: '文字' };
const LIMITS = { text: 1024, id: 64, url: 2048, appid: 32, page: 1024, content: 128 };

const bytes = text => new TextEncoder().encode(text).length;
const filled = text => text.replace(/\{\{(.+?)\}\}/g, (whole, name) => window.variables[name.trim()] || whole);

const STYLES = `
  .form { font: 14px/20px ${fonts}; width: 400px; border: 1px solid #e6e8eb; border-radius: 8px; }
  .form header, .form footer { display: flex; align-items: center; padding: 12px; border-bottom: 1px solid #e6e8eb; }
  .form h2 { flex: 1; margin: 0; font-size: 16px; }
  .form section { padding: 8px 12px; }
  .form label { display: flex; justify-content: space-between; color: #4d5563; font-size: 12px; }
  .form input, .form textarea { box-sizing: border-box; width: 100%; padding: 6px 8px; border: 1px solid #c9ced6; border-radius: 6px; font: inherit; }
  .form .item { margin: 8px 0; padding: 8px; border: 1px solid #e6e8eb; border-radius: 6px; }
  .form .counter { color: #646b78; }
  .form .counter.over, .form .problem { color: #c8342b; }
  .form .preview { padding: 12px; background: #ededed; }
  .form .bubble { padding: 8px 12px; border-radius: 6px; background: #fff; }
  .form .bubble a { display: block; color: #576b95; }
  .form footer span { flex: 1; }
`;

function field(name, limit, text, isLong) {
  const $field = $(isLong ? '<textarea rows="1">' : '<input>')
    .val(text)
    .attr('aria-label', name);
  const $counter = $('<span class="counter">');
  $field.data({ limit, $counter });
  return $('<div>').append($('<label>').append($('<span>').text(name), $counter), $field);
}

function countBytes($field) {
  const { limit, $counter } = $field.data();
  const n = bytes(filled($field.val()));
  $counter.text(`${n} / ${limit} 字节`).toggleClass('over', n > limit);
  return n > 0 && n <= limit;
}

function item({ type, [type]: body }) {
  const $item = $('<div class="item">').attr('data-type', type).append($('<b>').text(NAMES[type]));
  for (const name of ['content', ...DETAILS[type]])
    $item.append(field(LABELS[name], LIMITS[name], body[name], false).attr('data-name', name));
  $item.append(
    $('<button>')
      .text('删除')
      .on('click', () => $item.remove()),
  );
  return $item;
}

window.formByHand = (menu, place) => {
  $('<style>').text(STYLES).appendTo(document.head);
  const $head = field('起始文本', LIMITS.text, menu.head_content, true);
  const $items = $('<div class="items">').append(menu.list.map(item));
  const $tail = field('结束文本', LIMITS.text, menu.tail_content, true);
  const $bubble = $('<div class="bubble">');
  const $state = $('<span>');
  const $send = $('<button>').text('发送');
  const $form = $('<div class="form">').append(
    $('<header>').append($('<h2>').text('菜单消息'), $('<button>').text('撤销'), $('<button>').text('重做')),
    $('<section>').append($head),
    $('<section>').append(
      $items,
      Object.entries(NAMES).map(([type, name]) => $('<button>').text(`+ ${name}`).attr('data-type', type)),
    ),
    $('<section>').append($tail),
    $('<div class="preview">').append($bubble),
    $('<footer>').append($state, $send),
  );

  const textOf = $field => $field.find('input, textarea').val();
  const value = () => ({
    head_content: textOf($head),
    list: $items
      .children()
      .get()
      .map(element => {
        const type = element.dataset.type;
        const body = {};
        $(element)
          .find('[data-name]')
          .each((_, one) => (body[one.dataset.name] = textOf($(one))));
        return { type, [type]: body };
      }),
    tail_content: textOf($tail),
  });
  const lines = ({ head_content, list, tail_content }) => [
    head_content,
    ...list.map(one => one[one.type].content),
    tail_content,
  ];
  let shown = [];
  let timer;

  function update() {
    const menu = value();
    lines(menu).forEach((text, index) => {
      if (shown[index] !== text) $bubble.children().eq(index).text(filled(text));
    });
    shown = lines(menu);
    const isRight = menu.list.every(({ type, [type]: body }) => Object.values(body).every(Boolean));
    $state.text(isRight ? '可以发送' : '还没写完');
    $send.prop('disabled', !isRight);
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem('by-hand', JSON.stringify(value())), 250);
  }

  lines(menu).forEach((_, index) => $bubble.append(index % (menu.list.length + 1) ? '<a>' : '<span>'));
  $form.on('input', event => {
    countBytes($(event.target));
    update();
  });
  $form.find('input, textarea').each((_, element) => countBytes($(element)));
  $form.appendTo(place);
  update();
  return $form;
};
