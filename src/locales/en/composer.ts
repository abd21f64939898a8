import type { ComposerWords } from '../zh-cn-composer.js';

export const composer: ComposerWords = {
  // Adding and removing
  'click.about': 'A tap says this for the customer',
  'view.about': 'Opens a web page',
  'miniprogram.about': 'Opens a page of the Mini Program',
  duplicate: 'Duplicate',
  removed: 'Deleted "{text}"',
  removedUnnamed: 'Deleted an item ({kind})',

  // Templates
  templates: 'Templates',
  templatesFrom: 'Start from a template',
  templatesSearch: 'Search {n} templates',
  templatesMine: 'My templates',
  templatesOfPage: 'From the page',
  templatesAll: 'All templates ({n})',
  templatesNone: 'No match for "{text}"',
  templateSave: 'Save this as a template…',
  templateName: 'Template name',
  templateSaved: 'Saved as template "{text}"',
  templateTaken: 'There is a template "{text}" already. Press again to replace it',
  templateNotSaved: 'Not saved: nothing can be stored here',
  templateNotRemoved: 'Not deleted: nothing can be stored here',
  templateRemove: 'Delete template "{text}"',
  items: 'Items: {n}',
  save: 'Save',
  overwrite: 'Replace',

  // The menu of the header
  enterChat: 'Enter the chat after sending',
  pasteJson: 'Paste JSON',
  pasteHere: 'Paste a menu as JSON here',
  copyJson: 'Copy JSON',
  clear: 'Clear all',
  copyDiagnosis: 'Copy diagnostics',
  copied: 'Copied',
  notCopied: 'Not copied: the browser does not allow it',

  // Offers
  pastedLines: 'Lines pasted: {n}',
  splitLines: 'Split into {n} items',
  foundMenu: 'Found a menu, items: {n}',
  foundMenuWithTexts: 'Found a menu, items: {n}, with opening and closing text',
  foundMenuWithHead: 'Found a menu, items: {n}, with opening text',
  foundMenuWithTail: 'Found a menu, items: {n}, with closing text',
  lostItems: '; items left behind: {n}',
  ignore: 'Ignore',
  load: 'Load',
  draftOf: 'Continue what was not sent at {time}',
  startBlank: 'Start blank',
  draftDoubtful: 'From {time}: it is not certain whether it was sent',
  draftAlso: 'There is also something not sent at {time}',
  draftElsewhere: 'This draft was changed in another window',
  takeTheirs: 'Use that one',
  keepMine: 'Keep this one',

  // Variables
  variables: 'Variables',
  variableInsert: 'Insert a variable',
  variableFromPage: 'From the page',
  variableBlank: '"{text}" has no value|Fill in now',
  variableEmpty: 'No value yet, needed for sending',
  filledIn: 'Filled in',

  // The preview
  asMenu: 'Menu',
  asText: 'Text',
  rehearse: 'Try a tap',
  customerSays: 'The customer says "{text}"',
  customerSaysWithId: 'The customer says "{text}", the server gets |menu_id={id}',
  opensPage: 'Opens {text}',
  opensMiniprogram: 'Opens Mini Program {text}',
  rehearsalOver: 'Start over',
  noMenuOnPlatform:
    'This is WeCom for {platform}, which does not support menu messages yet. You can send text instead: {text}',
  noMenuHere: '{title}. You can send text instead: {text}',
  leftOutOfText: 'Mini Program "{text}" can not be written as text and is left out',

  // In a form
  requiredMenu: 'Please write a menu',

  // The foot
  emptyOrTemplate: 'Write something, or choose a template|You can paste a menu as JSON, too',
  'short.required': '{field} is missing',
  'short.too-long': '{field} is too long',
  'short.page-suffix': 'The page path lacks .html',
  'short.duplicate-id': 'The menu ID is used twice',
  emptyOrJson: 'Write something|Write text, add an item, or paste JSON',
  stillWaiting: 'No answer from WeCom yet, waiting {n} s more at most',
  sendKeys: '{key} Enter',
  'entry.single_kf_tools': 'Customer service toolbar',
};
