import { css } from 'lit';

/** The section with the variables' values, and the button that inserts one beside a counter. */
export const variableStyles = css`
  .variable {
    display: grid;
    grid-template-columns: calc(var(--_target) + 72px) minmax(0, 1fr);
    align-items: center;
    min-height: var(--_target);
    word-break: break-word;
  }
  .variable .name {
    display: block;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    padding-inline-end: 12px;
    color: var(--_text-2);
    font-size: 13px;
  }
  .variable .name,
  .variable .given {
    padding-top: 4px;
    padding-bottom: 4px;
  }
  .variable .cell {
    min-height: calc(var(--_target) - 4px);
  }
  .variable ::placeholder {
    color: var(--_warn);
  }
  .variable .problem {
    grid-column: 2;
    padding-bottom: 4px;
  }
  .given {
    white-space: pre-wrap;
  }
  .given small {
    margin-inline-start: 8px;
    display: inline-block;
    color: var(--_text-3);
    font-size: 12px;
  }
  .insert .anchor {
    display: inline-flex;
    height: 20px;
    margin-inline-end: 6px;
    color: var(--_text-2);
    font-weight: 400;
    vertical-align: top;
  }
  .insert .tool {
    display: flex;
    position: relative;
    align-items: center;
    width: auto;
    height: 24px;
    padding: 0 6px;
  }
  .insert .tool::after {
    content: '';
    position: absolute;
    top: calc(12px - var(--_target) / 2);
    right: 0;
    bottom: calc(12px - var(--_target) / 2);
    left: 0;
  }
  .insert .tool .icon {
    width: 16px;
    height: 16px;
  }
  .insert .tool span {
    margin-inline-start: 4px;
  }
  /* Beside an item's text it is no higher than its line: it reaches into the air above and below. */
  .item .insert .anchor {
    height: 16px;
  }
  .item .insert .tool {
    height: 28px;
    margin: -6px 0;
  }
  .item .insert .tool::after {
    display: none;
  }
  .insert .popover {
    font-size: 14px;
    line-height: 20px;
  }
  @media (pointer: coarse) {
    .variable .cell {
      min-height: var(--_target);
    }
    /* As high as a finger needs, in both labels: the button moves from one to the other, and the texts stay where they are. */
    .insertable > .label {
      align-items: center;
      min-height: var(--_target);
      margin: -12px 0 2px;
    }
    .insert .anchor,
    .insert .tool {
      height: var(--_target);
      vertical-align: middle;
    }
    .insert .tool {
      justify-content: center;
      min-width: var(--_target);
    }
    .item .insert .anchor {
      height: 28px;
    }
    .item .insert .tool {
      margin: -8px 0;
    }
    .insert .tool::after {
      display: none;
    }
  }
`;
