import { css, type CSSResult } from 'lit';
import { baseStyles } from '../../shared/look/base.styles.js';
import { popoverStyles } from '../../shared/look/popover.styles.js';
import { fieldStyles } from './field.styles.js';
import { footStyles } from './foot.styles.js';
import { headerStyles } from './header.styles.js';
import { itemStyles } from './items.styles.js';
import { previewStyles } from './preview.styles.js';
import { templateStyles } from './templates.styles.js';
import { variableStyles } from './variables.styles.js';

/** The frame: header, body in one or two columns, the foot that stays in view. */
const layoutStyles = css`
  /* A column, not a block: in a page without a doctype 100 % of a block without a height is the window's. */
  :host {
    display: flex;
    flex-direction: column;
  }
  .root {
    display: flex;
    flex: auto;
    position: relative;
    flex-direction: column;
    height: 100%;
    border-radius: inherit;
  }
  .body {
    display: flex;
    flex: auto;
    flex-direction: column;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* The sticky foot lies over the page: what a focus scrolls to stays clear of it. */
  .body button,
  .body input,
  .body textarea {
    scroll-margin-top: 8px;
    scroll-margin-bottom: calc(var(--_target) + 32px);
  }
  /* A window at 200 % has no height to spare: the header scrolls away. */
  @media (max-width: 280px) {
    .root {
      overflow-y: auto;
    }
    .body {
      flex: none;
      overflow: visible;
    }
  }
  .side .body {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(280px, 3fr);
  }
`;

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
