import { css } from 'lit';

/** Texts, counters and problems: bare on the surface, a box only as the focus ring. */
export const fieldStyles = css`
  .text {
    padding: 12px 16px;
    border-bottom: 1px solid var(--_line);
  }
  .below .text:last-child,
  .text.variables {
    border-bottom: 0;
  }
  .label {
    display: flex;
    flex-wrap: wrap; /* a counter that has more to say goes on a line of its own */
    justify-content: space-between;
    color: var(--_text-2);
    font-size: 13px;
  }
  .counter {
    margin-inline-start: auto;
    padding-inline-start: 8px;
    color: var(--_text-3);
    font-size: 12px;
    text-align: end;
  }
  .counter bdi {
    display: inline-block;
  }
  .counter.room {
    flex: none;
    width: 100%;
    padding: 0;
  }
  .counter.near {
    color: var(--_warn);
  }
  .counter.over {
    color: var(--_danger);
    font-weight: 600;
  }
  input,
  textarea {
    min-width: 0;
    margin: 0;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_input);
    line-height: var(--_input-line);
    -webkit-appearance: none;
  }
  /* In a page that is written from the right, a text from the left still stands in its column. */
  input,
  textarea,
  .summary {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  ::placeholder {
    color: var(--_text-3);
    opacity: 1;
  }
  .grow {
    display: grid;
    position: relative;
    margin: calc(8px - var(--_pad)) -8px calc(0px - var(--_pad));
    text-wrap: wrap; /* what is being written stays where it is */
  }
  .grow > textarea,
  .grow::after {
    grid-area: 1 / 1;
    max-height: calc(6 * var(--_input-line) + var(--_pad));
    padding: var(--_pad) 8px;
    overflow-wrap: break-word;
    white-space: pre-wrap;
  }
  .grow > textarea {
    height: 100%;
    overflow: auto;
    resize: none;
  }
  .grow::after {
    content: attr(data-text);
    overflow: hidden;
    visibility: hidden;
    font-size: var(--_input);
    line-height: var(--_input-line);
  }
  .grow:focus-within::before,
  .cell:focus-within::after {
    outline: 2px solid transparent;
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .cell {
    display: flex;
    position: relative;
    align-items: center;
    min-height: calc(var(--_row) - 4px);
    margin: 2px 0;
    margin-inline-start: -6px;
    padding: 0 6px;
  }
  /* The ring, not of the field itself: beside a scrollbar Firefox draws square corners. */
  .grow::before,
  .cell::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border-radius: 6px;
    pointer-events: none;
  }
  /* Where a line follows that says where the item leads, the ring ends above that. */
  .summed > .cell::after {
    top: var(--_air);
    bottom: var(--_air);
  }
  .cell input {
    flex: 1;
    align-self: stretch;
    padding: 0;
    text-overflow: ellipsis;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: flex-start;
  }
  .under > .counter {
    min-width: 0;
    margin-inline-start: 12px;
    padding-bottom: 6px;
    line-height: 16px;
  }
  /* The words, and at the right the counter and the mend: beside them as far as there is room, else on a line of their own. */
  .problem {
    display: flex;
    flex-wrap: wrap;
    row-gap: 10px;
    align-items: flex-start;
    justify-content: flex-end;
    position: relative;
    padding: 8px 0;
    border-top: 1px solid currentColor;
    color: var(--_danger);
    font-size: 13px;
    line-height: 18px;
  }
  .cell:focus-within + .problem,
  .grow:focus-within + .problem {
    border-top-color: transparent; /* one line there is enough: the ring */
  }
  .problem.warning {
    color: var(--_warn);
  }
  .grow:not(:last-child) {
    margin-bottom: 2px;
  }
  .text .problem {
    padding-bottom: 0;
  }
  .problem > .icon {
    position: absolute;
    top: 9px;
    left: 0;
    inset-inline-start: 0;
    width: 16px;
    height: 16px;
  }
  .problem > span {
    flex: 1 1 calc(9em + 24px);
    min-width: 0;
    padding-inline-start: 24px;
  }
  .problem.counted > span {
    flex-basis: auto;
  }
  .problem > .counter {
    flex: none;
    max-width: 100%;
    margin: 1px 0;
    margin-inline-start: 8px;
    padding: 0;
    line-height: 16px;
  }
  .note {
    border-top-color: var(--_line);
    color: var(--_text-2);
  }
  .mend {
    position: relative;
    flex: none;
    align-self: center;
    min-width: 44px;
    max-width: calc(100% - 8px);
    min-height: 28px;
    margin: -5px 0;
    margin-inline-start: 8px;
    padding: 0 10px;
    word-break: break-word; /* it may offer an address */
    border: 1px solid var(--_line-2);
    color: var(--_accent);
  }
  .mend[aria-disabled='true'] {
    cursor: default;
  }
  .mend::after {
    content: '';
    position: absolute;
    top: -9px;
    right: 0;
    bottom: -9px;
    left: 0;
  }
  /* A finger's 44 px lie inside the problem, however high its text is: the next row would cover what reaches out. */
  @media (pointer: coarse) {
    .mend {
      margin-top: 0;
      margin-bottom: 0;
    }
    /* A finger's field reaches up to its label: the ring is drawn inside, and crosses no counter. */
    .grow {
      margin-top: 0;
    }
    .grow:focus-within::before {
      outline-offset: -2px;
      box-shadow: inset 0 0 0 2px var(--_accent);
    }
  }
`;
