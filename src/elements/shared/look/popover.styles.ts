import { css } from 'lit';

/** What opens from a button: menus and dialogs. In a narrow element on a touch screen that is a sheet at its foot. */
export const popoverStyles = css`
  .anchor {
    display: flex;
    position: relative;
    align-items: center;
  }
  .popover {
    position: fixed; /* at its place by script, in the top layer where there is one */
    z-index: 3;
    top: 0;
    right: auto;
    bottom: auto;
    left: 0;
    min-width: 184px;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: 4px;
    overflow: auto;
    border: 0;
    border-radius: 8px;
    outline: 1px solid transparent; /* forced colours show no shadow */
    /* A shade at the lower edge while there is more below; what goes along with the content covers it at the end. */
    background:
      linear-gradient(var(--_surface), var(--_surface)) local 0 100% / 100% 16px no-repeat,
      linear-gradient(var(--_surface), var(--_line-2)) 0 100% / 100% 16px no-repeat,
      var(--_surface);
    color: var(--_text);
    box-shadow:
      0 8px 24px rgba(0, 0, 0, 0.2),
      0 0 0 1px var(--_line);
  }
  .dialog {
    display: flex;
    flex-direction: column;
    width: 336px;
    padding: 0;
    overflow: hidden;
  }
  .sheet {
    max-width: none;
    border-radius: 8px 8px 0 0;
  }
  .sheet::after {
    content: '';
    display: block;
    flex: none;
    height: env(safe-area-inset-bottom);
  }
  .tool {
    display: flex; /* a button is no grid before Chrome 83 */
    align-items: center;
    justify-content: center;
    width: var(--_target);
    height: var(--_target);
  }
  .entry {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: var(--_target);
    padding: 0 8px;
    white-space: nowrap;
  }
  @media (max-width: 280px) {
    .entry {
      white-space: normal;
    }
  }
  .tool:hover:not(:disabled),
  .entry:hover:not(:disabled),
  .entry:focus {
    background: var(--_hover);
  }
  .entry .icon {
    width: 18px;
    margin-inline-end: 12px;
  }
  .entry[aria-checked='false'] .icon {
    visibility: hidden;
  }
  .entry > span {
    display: flex;
    flex: 1;
    justify-content: space-between;
  }
  .entry span span {
    direction: ltr; /* Alt ↑ */
    unicode-bidi: isolate;
    margin-inline-start: 16px;
    color: var(--_text-3);
    font-size: 12px;
  }
  @media (pointer: coarse) {
    .entry span span {
      display: none;
    }
  }
  .entry.danger {
    color: var(--_danger);
  }
  .entry.apart {
    margin-top: 9px;
    border-radius: 0 0 6px 6px;
    box-shadow:
      0 -5px var(--_surface),
      0 -6px var(--_line);
  }
  /* A dialog that asks for one text. */
  .naming {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-gap: 8px;
    padding: 12px;
  }
  .naming > :not(input):not(.send) {
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
    justify-content: flex-start;
    padding: 0;
    border: 0;
  }
  @media (max-width: 280px) {
    .popover {
      min-width: 0;
    }
  }
  @media (forced-colors: active) {
    .popover {
      border: 1px solid;
    }
  }
`;
