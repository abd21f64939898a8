import { css } from 'lit';

/** The title, and the tools beside it. */
export const headerStyles = css`
  header {
    display: flex;
    flex: none;
    align-items: center;
    min-height: calc(var(--_target) + 12px);
    padding-inline-start: 16px;
    padding-inline-end: calc((52px - var(--_target)) / 2);
    border-bottom: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
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
  /* The tools stand beside the title as far as they fit, and below it. */
  @media (max-width: 280px) {
    header {
      flex-wrap: wrap;
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
`;
