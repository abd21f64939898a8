import { css } from 'lit';

/** Grips, the row that is dragged, and what else the full composer has at its rows. */
export const reorderStyles = css`
  .grip {
    justify-content: flex-start;
    padding-inline-start: 10px;
  }
  .free {
    cursor: grab;
    touch-action: none;
    -webkit-user-select: none;
    user-select: none;
    -webkit-touch-callout: none;
  }
  .free:active {
    cursor: grabbing;
  }
  .dots {
    stroke-width: 1.75;
  }
  .item {
    transition: transform 160ms;
  }
  .sorting {
    background: var(--_hover);
  }
  .sorting > .item {
    position: relative;
    z-index: 0;
  }
  /* The grips hang before their rows: what is behind them belongs to the row, too. */
  .sorting > .item:not(.lifted)::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: 0;
    bottom: -1px;
    width: var(--_target);
    margin-inline-start: calc(0px - var(--_target));
    background: var(--_surface);
  }
  .sorting > .lifted {
    z-index: 1;
    margin-inline-start: 4px;
    margin-inline-end: 4px;
    padding-inline-start: var(--_target);
    border-color: transparent;
    border-radius: 6px;
    box-shadow:
      0 8px 24px rgba(0, 0, 0, 0.14),
      0 0 0 1px var(--_line);
    transition: none;
  }
  .dark .lifted {
    box-shadow:
      0 8px 24px rgba(0, 0, 0, 0.5),
      0 0 0 1px var(--_line);
  }
  .entry > span {
    display: flex;
    flex: 1;
    justify-content: space-between;
  }
  .entry span span {
    margin-inline-start: 16px;
    color: var(--_text-3);
    font-size: 12px;
  }
  .status > .remove {
    display: none;
  }
  .remove + div .title,
  .remove + div .hint {
    display: inline;
    padding-inline-end: 4px;
    font-size: 14px;
    line-height: 18px;
  }
  @media (prefers-reduced-motion: reduce) {
    .item {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .lifted {
      outline: 1px solid;
    }
  }
`;
