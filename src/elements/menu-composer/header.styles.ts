import { css } from 'lit';

/** What the full composer has in its header, and what pops up from there; in a narrow element that is a sheet at its foot. */
export const headerStyles = css`
  .root {
    position: relative;
  }
  .tools {
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .popover {
    outline: 1px solid transparent; /* forced colours show no shadow */
  }
  .tools .anchor {
    height: auto;
    margin: 0;
  }
  .tools .anchor > .popover {
    margin-top: 2px;
  }
  .entry[aria-checked='false'] .icon {
    visibility: hidden;
  }
  .dialog {
    width: 336px;
    padding: 0;
    overflow: hidden;
  }
  .sheet {
    top: auto;
    left: 0;
    inset-inline: 0;
    width: auto;
    border-radius: 8px 8px 0 0;
    overflow-y: auto;
  }
  .sheet::after {
    content: '';
    display: block;
    flex: none;
    height: env(safe-area-inset-bottom);
  }
  .naming {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-gap: 8px;
    padding: 12px;
  }
  .naming > :not(input):not(.send),
  .wide > input {
    grid-column: 1 / 3;
  }
  .naming label {
    color: var(--_text-2);
    font-size: 13px;
  }
  .naming input {
    min-height: var(--_target);
    padding: 0 8px;
    border: 1px solid var(--_line-2);
    border-radius: 6px;
  }
  .naming input:focus {
    box-shadow: 0 0 0 2px var(--_accent);
    outline: 2px solid transparent;
  }
  .naming .problem {
    padding: 0;
    border: 0;
  }
`;
