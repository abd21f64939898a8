import { render } from 'lit';
import { language, say, speak } from './model/languages.js';
import { Stage } from './model/stage.js';
import { onNarrowChange } from './view/layout.js';
import { onThemeChange } from './view/theme.js';
import { page } from './view/page.js';
// The package, as a page of yours would load it. The stage below puts a client under it before the elements connect.
import 'wecom-kf-elements';

speak(language());
const root = document.createElement('div');
document.body.append(root);

const draw = (): void => {
  document.title = say('客服工具栏元素 · 演示');
  render(page(stage), root);
};
const stage = new Stage(draw);
onNarrowChange(draw);
onThemeChange(draw);
draw();
