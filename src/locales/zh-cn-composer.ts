import { withDefaults } from './with-defaults.js';

/** What the full composer says beyond the words that all elements share. */
const zhCN = {
  // Adding and removing
  'click.about': '客户点一下，等于替他发出这句话',
  'view.about': '点开一个网页',
  'miniprogram.about': '打开小程序里的一页',
  duplicate: '复制',
  removed: '已删除「{text}」',
  removedUnnamed: '已删除一项{kind}',

  // Templates
  templates: '模板',
  templatesFrom: '从模板开始',
  templatesSearch: '搜索 {n} 个模板',
  templatesMine: '我的模板',
  templatesOfPage: '页面提供',
  templatesAll: '全部 {n} 个模板',
  templatesNone: '没有找到「{text}」',
  templateSave: '把现在的内容存为模板…',
  templateName: '模板名',
  templateSaved: '已存为模板「{text}」',
  templateTaken: '已有模板「{text}」，再按一次就换成现在的内容',
  templateNotSaved: '没有存下：这里不能保存',
  templateNotRemoved: '没有删掉：这里不能保存',
  templateRemove: '删除模板「{text}」',
  items: '{n} 项',
  save: '保存',
  overwrite: '覆盖',

  // The menu of the header
  enterChat: '发送后进入会话',
  pasteJson: '粘贴 JSON',
  pasteHere: '把菜单 JSON 粘贴到这里',
  copyJson: '复制 JSON',
  clear: '清空',
  copyDiagnosis: '复制诊断信息',
  copied: '已复制',
  notCopied: '没有复制：浏览器不允许',

  // Offers
  pastedLines: '粘贴了 {n} 行',
  splitLines: '分成 {n} 项',
  foundMenu: '认出一份菜单：{n} 项',
  foundMenuWithTexts: '认出一份菜单：{n} 项，有起始和结束文本',
  foundMenuWithHead: '认出一份菜单：{n} 项，有起始文本',
  foundMenuWithTail: '认出一份菜单：{n} 项，有结束文本',
  lostItems: '，另有 {n} 项带不过去',
  ignore: '忽略',
  load: '载入',
  draftOf: '接着 {time} 没发出的内容',
  startBlank: '从空白开始',
  draftDoubtful: '{time} 的内容，不确定发出没有',
  draftAlso: '{time} 还有没发出的内容',
  draftElsewhere: '这份草稿在另一个窗口改过',
  takeTheirs: '用那份',
  keepMine: '留这份',

  // Variables
  variables: '变量',
  variableInsert: '插入变量',
  variableFromPage: '来自页面',
  variableBlank: '「{text}」还没有值|现在填写',
  variableEmpty: '还没有值，发送前要填',
  filledIn: '填入后',

  // The preview
  asMenu: '菜单',
  asText: '文字',
  rehearse: '预演点击',
  customerSays: '客户说「{text}」',
  customerSaysWithId: '客户说「{text}」，服务端收到 |menu_id={id}',
  opensPage: '打开 {text}',
  opensMiniprogram: '打开小程序 {text}',
  rehearsalOver: '重来',
  noMenuOnPlatform: '当前客户端是 {platform} 版，还不支持菜单消息。可以改发文字：{text}',
  noMenuHere: '{title}。可以改发文字：{text}',
  leftOutOfText: '小程序「{text}」写不进文字，已略去',

  // In a form
  requiredMenu: '请写一份菜单',

  // The foot
  emptyOrTemplate: '先写内容，或选一个模板|也可以把菜单 JSON 粘贴进来',
  'short.required': '还没填{field}',
  'short.too-long': '{field}太长',
  'short.page-suffix': '页面路径缺 .html',
  'short.duplicate-id': '菜单 ID 重复',
  emptyOrJson: '先写内容|写文本、加菜单项，或粘贴 JSON',
  stillWaiting: '企业微信还没回应，最多再等 {n} 秒',
  sendKeys: '{key} Enter',
  'entry.single_kf_tools': '微信客服工具栏',
};

/** Every word of the full composer alone; each language has all of them. */
export type ComposerWords = Record<keyof typeof zhCN, string>;

/** The words of a language with the composer's own; what the language does not have is zh-CN. */
export const composerWords = withDefaults(zhCN);
