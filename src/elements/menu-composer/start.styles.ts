import { css } from 'lit';

/** What an empty composer begins with: a row for each kind of item, and the first templates. */
export const startStyles = css`
  .start {
    flex-direction: column;
  }
  .start button {
    flex: auto;
    justify-content: flex-start;
    min-height: 56px;
    padding: 4px 16px;
    border-radius: 0;
  }
  .start button,
  .first {
    position: relative;
  }
  .start .about + button::before,
  .first + .first::before {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    left: 48px;
    inset-inline: 48px 0;
    border-top: 1px solid var(--_line);
  }
  .first + .first::before {
    left: 16px;
    inset-inline: 16px 0;
  }
  .start button:hover,
  .first:hover {
    background-color: var(--_hover);
  }
  .start .name {
    flex: 1;
    padding-bottom: 16px;
  }
  /* In its button to look at; a screen reader has it as what describes that. */
  .start .about {
    position: relative;
    margin: -25px 48px 9px;
    pointer-events: none;
    white-space: normal;
  }
  .start .icon {
    width: 20px;
    margin: 0;
    margin-inline-end: 12px;
  }
  .start .plus {
    margin: 0;
    color: var(--_text-2);
  }
  .start .name,
  .first .name {
    font-size: var(--_input);
    line-height: var(--_input-line);
  }
  .from-template .label {
    padding: 12px 16px 0;
  }
  .first {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-column-gap: 12px;
    align-content: center;
    align-items: center;
    width: 100%;
    min-height: 56px;
    padding: 4px 16px;
    border-radius: 0;
  }
  .first .count {
    grid-row: 1 / 3;
    grid-column: 2;
    font-size: 13px;
  }
  .first .about {
    grid-row: 2;
    grid-column: 1;
  }
  .first.all {
    min-height: var(--_target);
    color: var(--_text-2);
  }
`;
