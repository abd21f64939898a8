import { css } from 'lit';

/** What stands at the right of a row. */
export const markStyles = css`
  .mark {
    display: flex;
    align-items: center;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .mark .icon,
  .mark .spinner {
    width: 14px;
    height: 14px;
    margin-inline-end: 4px;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .mark.ok {
    color: var(--_ok);
  }
  .mark.danger {
    color: var(--_danger);
  }
  .again {
    flex: none;
    margin-inline-start: 8px;
    color: var(--_accent);
    font-weight: 400;
  }
  .mark.go {
    visibility: hidden;
    color: var(--_accent);
    font-size: 14px;
  }
  .mark.go b {
    font-weight: 600;
  }
  kbd {
    margin-inline-end: 8px;
    color: var(--_text-3);
    font: inherit;
    font-size: 12px;
  }
  .row:focus .go {
    visibility: visible;
  }
  .row:focus:not(:focus-visible):not(:hover) .go {
    visibility: hidden;
  }
  .asked .go.go {
    visibility: hidden;
  }
`;
