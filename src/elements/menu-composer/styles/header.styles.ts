import { css } from 'lit';

/** The title with the tools beside it, and what is offered below. */
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
