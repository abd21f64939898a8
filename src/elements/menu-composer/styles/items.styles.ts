import { css } from 'lit';

/** The items: one column of kinds and labels, one column of texts and values. The grip hangs before them. How to add one. */
export const itemStyles = css`
  .items {
    border-bottom: 1px solid var(--_line);
  }
  .items > .label {
    padding: 12px 16px 0;
  }
  .items > .problem {
    margin: 4px 16px 0;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .item {
    position: relative;
    margin-inline-start: var(--_target);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    transition: transform 160ms;
  }
  .row,
  .detail {
    display: grid;
    grid-template-columns: minmax(64px, auto) minmax(0, 1fr);
  }
  /* 'Mini Program' takes two lines: the texts are worth more. Within a shadow tree Firefox knows no :lang. */
  :host(:lang(en)) .row,
  :host(:lang(en)) .detail {
    grid-template-columns: 80px minmax(0, 1fr);
  }
  .row {
    padding-inline-end: calc((52px - var(--_target)) / 2 + var(--_target) + 4px);
  }
  .grip,
  .kind {
    display: flex;
    align-items: center;
    height: var(--_row);
  }
  .item > .anchor {
    position: absolute;
    top: 0;
    right: calc((52px - var(--_target)) / 2);
    inset-inline: auto calc((52px - var(--_target)) / 2);
    height: var(--_row);
  }
  .grip {
    position: absolute;
    width: var(--_target);
    margin-inline-start: calc(0px - var(--_target));
    padding-inline-start: 10px;
    color: var(--_text-3);
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
  .kind {
    /* Its ring lies within it: the next row is in front of this one. It touches no letter, and that of the text not the chevron. */
    margin-inline-start: -4px;
    margin-inline-end: 2px;
    padding-inline-start: 4px;
    padding-inline-end: 7px;
    color: var(--_text-2);
    font-size: 13px;
    line-height: 16px;
  }
  .kind:focus {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .kind .icon {
    width: 12px;
    height: 12px;
    margin-inline-start: 2px;
  }
  .open .kind .icon {
    transform: rotate(90deg);
  }
  .summed {
    /* Between the ring and the edge of its field: text, ring and this line stand close. */
    --_air: calc((var(--_row) - var(--_input-line) - 8px) / 2);
  }
  .summed > .under {
    flex-wrap: nowrap;
    margin-top: calc(0px - var(--_air));
    padding-bottom: var(--_air);
  }
  .summed > .under > .counter {
    padding: 0;
  }
  .summary {
    flex: 1 1 0;
    min-width: 0;
    margin-bottom: -2px;
    padding-bottom: 2px; /* the descenders of an address */
    overflow: hidden;
    color: var(--_text-3);
    font-size: 12px;
    line-height: 16px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Below a text there is room as far as below its menu. */
  .row .problem,
  .row .under {
    margin-inline-end: calc(-14px - var(--_target) / 2);
  }
  .summary:last-child {
    margin-inline-end: calc(14px + var(--_target) / 2);
  }
  .unknown {
    color: var(--_danger);
  }
  .detail {
    color: var(--_text-2);
    font-size: 13px;
    line-height: calc(var(--_row) - 1px);
  }
  .value {
    padding-inline-end: 16px;
    border-top: 1px solid var(--_line);
    color: var(--_text);
  }
  .add {
    display: flex;
    flex-wrap: wrap;
  }
  .add button {
    display: flex;
    flex: auto;
    align-items: center;
    justify-content: center;
    min-height: var(--_row);
    padding: 0 4px;
    white-space: nowrap;
  }
  .add .icon {
    width: 16px;
    margin-inline-end: 6px;
    color: var(--_accent);
  }
  .add button + button {
    background: linear-gradient(var(--_line), var(--_line)) no-repeat 0 / 1px 20px;
  }
  .add :focus {
    box-shadow: inset 0 0 0 2px var(--_accent); /* the row above and the other buttons are in front of what is outside */
  }
  @media (hover: hover) {
    .add button:hover {
      background: var(--_hover);
    }
  }
  /* While there is no item: a row for each kind. */
  .start {
    display: flex;
    flex-direction: column;
  }
  .start button {
    display: flex;
    position: relative;
    flex: auto;
    align-items: center;
    min-height: 56px;
    padding: 4px 16px;
    border-radius: 0;
  }
  .start .about + button::before {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    left: 48px;
    inset-inline: 48px 0;
    border-top: 1px solid var(--_line);
  }
  @media (hover: hover) {
    .start button:hover {
      background-color: var(--_hover);
    }
  }
  .start .icon {
    margin-inline-end: 12px;
    color: var(--_accent);
  }
  .start .icon.plus {
    margin: 0;
    color: var(--_text-2);
  }
  .start .name {
    flex: 1;
    min-width: 0;
    padding-bottom: 16px;
    overflow: hidden;
    font-size: var(--_input);
    line-height: var(--_input-line);
    text-overflow: ellipsis;
  }
  /* In its button to look at; a screen reader has it as what describes that. */
  .start .about {
    display: block;
    position: relative;
    min-width: 0;
    margin: -25px 48px 9px;
    overflow: hidden;
    color: var(--_text-3);
    font-size: 12px;
    line-height: 16px;
    text-overflow: ellipsis;
    pointer-events: none;
  }
  /* While a row is dragged. */
  .sorting {
    background: var(--_hover);
  }
  .sorting > .item {
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
  /* A panel at 200 %: the text has a line of its own, and all its width. It is moved by the menu. */
  @media (max-width: 280px) {
    .item {
      margin-inline-start: 16px;
    }
    .grip {
      display: none;
    }
    .row,
    .detail {
      display: block;
      padding-inline-end: 16px;
    }
    .value {
      padding-inline-end: 0;
    }
    .row .problem,
    .row .under,
    .summary:last-child {
      margin-inline-end: 0;
    }
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
