import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../shared/look/icons.js';
import type { Composer } from '../composer.js';
import type { Templates } from '../templates/templates.js';
import type { HeaderMenu } from './header-menu.js';
import type { PreviewView } from '../preview/preview-view.js';
import { previewPlace } from '../state/options.js';

interface Tool {
  icon: IconName;
  label: string;
  isEnabled: boolean;
  onPress: () => void;
}

const tool = ({ icon: name, label, isEnabled, onPress }: Tool): TemplateResult =>
  html`<button class="tool" aria-label=${label} ?disabled=${!isEnabled} @click=${onPress}>${icon(name)}</button>`;

/** To the preview where it stands below the fold, and back. */
const previewTool = ({ words, facts }: Composer, view: PreviewView): TemplateResult =>
  tool({
    icon: view.leadsBack ? 'pencil' : 'eye',
    label: view.leadsBack ? words.backToEditor : words.showPreview,
    isEnabled: !facts.isEmpty && (view.leadsBack || !view.isSeen),
    onPress: () => view.toggle(),
  });

/** What the header has beside its title. */
export interface HeaderTools {
  readonly templates: Templates;
  readonly menu: HeaderMenu;
  readonly preview: PreviewView;
}

/** The title or the page's own; templates, the preview, undo and redo, and what is seldom needed. */
export function header(composer: Composer, { templates, menu, preview }: HeaderTools): TemplateResult {
  const { words, canEdit, isReadOnly, isNarrow, state } = composer;
  const { canUndo, canRedo } = state.history;
  const undo: Tool = {
    icon: 'undo',
    label: words.undo,
    isEnabled: canEdit && canUndo,
    onPress: () => composer.undo(),
  };
  const redo: Tool = {
    icon: 'redo',
    label: words.redo,
    isEnabled: canEdit && canRedo,
    onPress: () => composer.redo(),
  };
  return html`<header part="header">
    <slot name="header"><h2>${words.menu}</h2></slot>
    <div class="tools">
      ${isReadOnly ? nothing : templates.button()} ${previewPlace(composer) === 'below' ? previewTool(composer, preview) : nothing}
      ${isReadOnly ? nothing : html`${tool(undo)} ${isNarrow ? nothing : tool(redo)} ${menu.render()}`}
    </div>
  </header>`;
}
