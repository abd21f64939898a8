import { css } from 'lit';

/** What is offered under the header. */
export const offerStyles = css`
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
