/** The fonts of the elements, for what they are compared with: engines look for each that is not there. */
window.fonts =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The menu of the platform's own documentation. */
window.documentedMenu = {
  head_content: '您对本次服务是否满意呢? ',
  list: [
    { type: 'click', click: { id: '101', content: '满意' } },
    { type: 'click', click: { id: '102', content: '不满意' } },
    { type: 'view', view: { url: 'https://work.weixin.qq.com', content: '点击跳转到自助查询页面' } },
    {
      type: 'miniprogram',
      miniprogram: { appid: 'wx123123123123123', page: '/index.html', content: '点击打开小程序查询更多' },
    },
  ],
  tail_content: '欢迎再次光临',
};

/** As many items as there can be, with variables. */
window.longMenu = {
  head_content: '您好，{{称呼}}：',
  list: Array.from({ length: 10 }, (_, index) => ({
    type: 'click',
    click: { id: `${index + 1}`, content: `{{店名}} 的第 ${index + 1} 个问题` },
  })),
  tail_content: '欢迎再次光临',
};

window.variables = { 称呼: '王女士', 店名: '小满食品店' };

window.templatesOf = count =>
  Array.from({ length: count }, (_, index) => ({
    name: `模板 ${index}`,
    value: { ...window.documentedMenu, head_content: `第 ${index} 个开头` },
  }));

/** Resolves when a frame has been laid out and painted. */
window.frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves when what an event or a mount has led to is rendered, which elements do in microtasks, and laid out. */
window.laidOut = async () => {
  for (let round = 0; round < 10; round++) await null;
  return document.body.offsetHeight;
};

/** Sets the mark `laid-out`, and, when that is painted, `end`. */
window.mounted = async () => {
  await laidOut();
  performance.mark('laid-out');
  await frame();
  performance.mark('end');
};
