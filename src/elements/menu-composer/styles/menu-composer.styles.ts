import { css, type CSSResult } from 'lit';
import { baseStyles } from '../../shared/look/base.styles.js';
import { popoverStyles } from '../../shared/look/popover.styles.js';
import { fieldStyles } from './field.styles.js';
import { footStyles } from './foot.styles.js';
import { itemStyles } from './items.styles.js';
import { previewStyles } from './preview.styles.js';
import { templateStyles } from './templates.styles.js';
import { variableStyles } from './variables.styles.js';

/** The frame: the header with what is offered below it, the body in one or two columns, the foot that stays in view. */
const frameStyles = css`
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

  /* The tools stand beside the title or what the page has put there as far as they fit, and below it. */
  header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    min-height: calc(var(--_target) + 12px);
    padding-inline-start: 16px;
    padding-inline-end: calc((52px - var(--_target)) / 2);
    border-bottom: 1px solid var(--_line);
  }
  h2 {
    margin: 8px 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 20px;
  }
  .tools {
    display: flex;
    flex: none;
    justify-content: flex-end;
    margin-inline-start: auto;
  }
  .tools > .anchor {
    align-self: stretch;
  }
  @media (max-width: 280px) {
    header {
      justify-content: flex-end;
    }
    .templates .icon {
      display: none;
    }
    header > slot {
      display: block;
      flex: auto;
    }
    .tools {
      display: contents;
    }
  }

  .offer {
    display: flex;
    flex: none;
    align-items: center;
    min-height: calc(var(--_target) + 8px);
    padding: 0 16px;
    border-bottom: 1px solid var(--_line);
    background: var(--_weak);
    font-size: 13px;
    line-height: 18px;
  }
  .offer > .icon {
    width: 18px;
    color: var(--_accent);
  }
  .offer > span {
    flex: 1;
    padding: 4px 0;
    margin-inline-start: 10px;
  }
  .offer > button {
    position: relative;
    min-width: var(--_target);
    min-height: 28px;
    padding: 0 8px;
    color: var(--_text-2);
    text-align: center;
    white-space: nowrap;
  }
  .offer > button::after {
    content: '';
    position: absolute;
    top: -8px;
    right: 0;
    bottom: -8px;
    left: 0;
  }
  .offer > button:last-child {
    margin-inline-end: -8px;
    color: var(--_accent);
  }
`;

/** All styles of the composer; each file has those of one part. */
export const composerStyles: CSSResult[] = [
  baseStyles,
  frameStyles,
  popoverStyles,
  fieldStyles,
  itemStyles,
  templateStyles,
  variableStyles,
  previewStyles,
  footStyles,
];
