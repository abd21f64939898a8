import { css } from 'lit';

/** The title, and the tools beside it. */
export const headerStyles = css`
  header {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    min-height: calc(var(--_target) + 12px);
    padding-inline-start: 16px;
    padding-inline-end: calc((52px - var(--_target)) / 2);
    border-bottom: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .tools > .anchor {
    align-self: stretch;
  }
`;
