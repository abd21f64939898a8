import type { ComposerWords } from '../zh-cn-composer.js';

export const composer: ComposerWords = {
  // Adding and removing
  'click.about': '客戶點一下，等於替他說出這句話',
  'view.about': '開啟一個網頁',
  'miniprogram.about': '開啟小程式裡的一頁',
  duplicate: '製作複本',
  removed: '已刪除「{text}」',
  removedUnnamed: '已刪除一項{kind}',

  // Templates
  templates: '範本',
  templatesFrom: '從範本開始',
  templatesSearch: '搜尋 {n} 個範本',
  templatesMine: '我的範本',
  templatesOfPage: '頁面提供',
  templatesAll: '全部 {n} 個範本',
  templatesNone: '找不到「{text}」',
  templateSave: '將目前的內容存成範本…',
  templateName: '範本名稱',
  templateSaved: '已存成範本「{text}」',
  templateTaken: '已有範本「{text}」，再按一次就換成目前的內容',
  templateNotSaved: '沒有儲存：這裡無法儲存',
  templateNotRemoved: '沒有刪除：這裡無法儲存',
  templateRemove: '刪除範本「{text}」',
  items: '{n} 項',
  save: '儲存',
  overwrite: '覆寫',

  // The menu of the header
  enterChat: '傳送後進入聊天',
  pasteJson: '貼上 JSON',
  pasteHere: '將選單的 JSON 貼到這裡',
  copyJson: '複製 JSON',
  clear: '全部清除',
  copyDiagnosis: '複製診斷資訊',
  copied: '已複製',
  notCopied: '沒有複製：瀏覽器不允許',

  // Offers
  pastedLines: '貼上了 {n} 行',
  splitLines: '分成 {n} 項',
  foundMenu: '辨識出一份選單：{n} 項',
  foundMenuWithTexts: '辨識出一份選單：{n} 項，有開頭和結尾文字',
  foundMenuWithHead: '辨識出一份選單：{n} 項，有開頭文字',
  foundMenuWithTail: '辨識出一份選單：{n} 項，有結尾文字',
  lostItems: '，另有 {n} 項帶不過去',
  ignore: '略過',
  load: '載入',
  draftOf: '接續 {time} 未傳送的內容',
  startBlank: '從空白開始',
  draftDoubtful: '{time} 的內容，不確定是否已傳送',
  draftAlso: '{time} 還有未傳送的內容',
  draftElsewhere: '這份草稿在另一個視窗改過',
  takeTheirs: '用那份',
  keepMine: '留這份',

  // Variables
  variables: '變數',
  variableInsert: '插入變數',
  variableFromPage: '來自頁面',
  variableBlank: '「{text}」還沒有值|現在填寫',
  variableEmpty: '還沒有值，傳送前要填',
  filledIn: '填入後',

  // The preview
  asMenu: '選單',
  asText: '文字',
  rehearse: '預演點按',
  customerSays: '客戶說「{text}」',
  customerSaysWithId: '客戶說「{text}」，伺服器收到 |menu_id={id}',
  opensPage: '開啟 {text}',
  opensMiniprogram: '開啟小程式 {text}',
  rehearsalOver: '重新開始',
  noMenuOnPlatform: '目前的用戶端是 {platform} 版，還不支援選單訊息。可以改傳文字：{text}',
  noMenuHere: '{title}。可以改傳文字：{text}',
  leftOutOfText: '小程式「{text}」無法寫成文字，已略去',

  // In a form
  requiredMenu: '請填寫一份選單',

  // The foot
  emptyOrTemplate: '先輸入內容，或選一個範本|也可以貼上選單的 JSON',
  'short.required': '還沒填{field}',
  'short.too-long': '{field}太長',
  'short.page-suffix': '頁面路徑缺 .html',
  'short.duplicate-id': '選單 ID 重複',
  emptyOrJson: '先輸入內容|輸入文字、新增選單項目，或貼上 JSON',
  stillWaiting: '企業微信還沒回應，最多再等 {n} 秒',
  sendKeys: '{key} Enter',
  'entry.single_kf_tools': '微信客服工具列',
};
