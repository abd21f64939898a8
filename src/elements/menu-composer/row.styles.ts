import { css } from 'lit';

/** The items: one column of kinds and labels, one column of texts and values. The grip hangs before them. */
export const rowStyles = css`
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
    margin-inline-start: var(--_target);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  .row,
  .detail {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr) auto;
  }
  .row:lang(en),
  .detail:lang(en) {
    grid-template-columns: 104px minmax(0, 1fr) auto;
  }
  .number,
  .kind,
  .anchor {
    display: flex;
    align-items: center;
    height: var(--_row);
  }
  .number {
    position: absolute;
    justify-content: center;
    width: var(--_target);
    margin-inline-start: calc(0px - var(--_target));
    color: var(--_text-3);
    font-size: 12px;
  }
  .kind {
    color: var(--_text-2);
    font-size: 13px;
  }
  .kind .icon {
    width: 12px;
    height: 12px;
    margin-inline-start: 4px;
    stroke-width: 2;
  }
  .open .kind .icon {
    transform: rotate(90deg);
  }
  .summary {
    display: block;
    width: 100%;
    margin-top: -10px;
    padding-bottom: 10px;
    overflow: hidden;
    color: var(--_text-3);
    font-size: 12px;
    line-height: 16px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unknown {
    color: var(--_danger);
  }
  .anchor {
    position: relative;
    margin-inline-start: 4px;
    margin-inline-end: calc((52px - var(--_target)) / 2);
  }
  .detail {
    color: var(--_text-2);
    font-size: 13px;
    line-height: calc(var(--_row) - 1px);
  }
  .value {
    grid-column: 2 / 4;
    padding-inline-end: 16px;
    border-top: 1px solid var(--_line);
    color: var(--_text);
  }
  .add {
    display: flex;
  }
  .add button {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: center;
    min-height: var(--_row);
  }
  .add .icon {
    width: 16px;
    margin-inline-end: 6px;
    color: var(--_accent);
  }
  .add button + button {
    background: linear-gradient(var(--_line), var(--_line)) no-repeat 0 / 1px 20px;
  }
`;
