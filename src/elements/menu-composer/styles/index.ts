import type { CSSResult } from 'lit';
import { baseStyles } from '../../shared/look/base.styles.js';
import { popoverStyles } from '../../shared/look/popover.styles.js';
import { fieldStyles } from './field.styles.js';
import { footStyles } from './foot.styles.js';
import { headerStyles } from './header.styles.js';
import { itemStyles } from './items.styles.js';
import { layoutStyles } from './layout.styles.js';
import { previewStyles } from './preview.styles.js';
import { templateStyles } from './templates.styles.js';
import { variableStyles } from './variables.styles.js';

/** All styles of the composer; each file has those of one part. */
export const composerStyles: CSSResult[] = [
  baseStyles,
  layoutStyles,
  popoverStyles,
  headerStyles,
  fieldStyles,
  itemStyles,
  templateStyles,
  variableStyles,
  previewStyles,
  footStyles,
];
