import { css } from 'lit';

/** The foot: what is so, what to do, and the buttons. It stays in view. */
export const footStyles = css`
  footer {
    display: grid;
    flex: none;
    position: sticky;
    z-index: 2;
    bottom: 0;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-gap: 12px;
    align-items: center;
    min-height: calc(var(--_target) + 24px);
    padding: 12px 16px calc(12px + env(safe-area-inset-bottom));
    border-top: 1px solid var(--_line);
    border-radius: 0 0 8px 8px;
    background: var(--_surface);
  }
  .status,
  .buttons {
    display: flex;
  }
  .status > .icon,
  .status > .spinner {
    margin-inline-end: 12px;
  }
  .status > .info,
  .status > .remove,
  .status > .spinner {
    color: var(--_text-2);
  }
  .status > .ok {
    color: var(--_ok);
  }
  .status > .error {
    color: var(--_danger);
  }
  .status > .warning,
  .status > .ban,
  .status > .question {
    color: var(--_warn);
  }
  [role='status']:focus {
    border-radius: 2px;
    outline: 2px solid var(--_accent);
    outline-offset: 4px;
  }
  [role='status']:focus:not(:focus-visible) {
    outline: 0;
  }
  .title,
  .hint {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .hint {
    color: var(--_text-3);
    font-size: 12px;
    line-height: 16px;
  }
  .hint .line {
    display: block;
  }
  /* Its ring touches no letter. */
  .status-button {
    position: relative;
    margin: -4px -6px;
    padding: 4px 6px;
  }
  .status-button .hint {
    color: var(--_accent);
  }
  .status-button .hint .line {
    color: var(--_text-2);
  }
  .status-button::after {
    content: '';
    position: absolute;
    top: -5px;
    right: 0;
    bottom: -5px;
    left: 0;
  }
  /* An item was removed: one line. */
  .removed .title,
  .removed .hint {
    display: inline;
    padding-inline-end: 4px;
    font-size: 14px;
    line-height: 18px;
  }
  .send {
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 88px;
    min-height: var(--_target);
    padding: 0 16px;
    border: 1px solid transparent;
    font-weight: 600;
  }
  .send + .send {
    margin-inline-start: 12px;
  }
  .send .spinner {
    margin-inline-end: 8px;
  }
  .fill {
    background: var(--_fill);
    color: var(--_on-fill);
  }
  .fill:focus-visible {
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 4px var(--_accent);
  }
  .quiet {
    background: var(--_weak);
    color: var(--_accent);
  }
  .plain {
    border-color: var(--_line-2);
  }
  /* Two answers: the buttons stand below, half each. So does one where a sentence has no room beside it. */
  .two,
  .tight {
    grid-auto-flow: row;
  }
  .two .send,
  .tight .send {
    flex: 1;
    min-width: 0;
    padding: 0 8px;
    text-align: center;
  }
  kbd {
    color: var(--_text-3);
    font: inherit;
    font-size: 12px;
  }
  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }
`;
