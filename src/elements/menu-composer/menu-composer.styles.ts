import { css } from 'lit';

/** The frame: header, body in one or two columns, the foot that stays in view, and the menus. */
export const composerStyles = css`
  :host {
    display: block;
  }
  .root {
    display: flex;
    flex-direction: column;
    height: 100%;
    border-radius: inherit;
  }
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
  .tools,
  .status,
  .buttons {
    display: flex;
  }
  .tool {
    display: grid;
    place-items: center;
    width: var(--_target);
    height: var(--_target);
  }
  .body {
    display: flex;
    flex: auto;
    flex-direction: column;
    min-height: 0;
    overflow-y: auto;
  }
  .side .body {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(280px, 3fr);
  }
  .side .preview {
    border-inline-start: 1px solid var(--_line);
  }
  .popover {
    position: absolute;
    z-index: 3;
    top: 100%;
    right: 0;
    inset-inline: auto 0;
    min-width: 184px;
    padding: 4px;
    border-radius: 8px;
    background: var(--_surface);
    box-shadow:
      0 8px 24px rgba(0, 0, 0, 0.2),
      0 0 0 1px var(--_line);
  }
  .entry {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: var(--_target);
    padding: 0 8px;
    white-space: nowrap;
  }
  .entry .icon {
    width: 18px;
    margin-inline-end: 12px;
  }
  .tool:hover:not(:disabled),
  .entry:hover:not(:disabled),
  .add button:hover,
  .entry:focus {
    background: var(--_hover);
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
  .status > .icon,
  .status > .spinner {
    margin-inline-end: 12px;
  }
  .title,
  .hint {
    display: block;
  }
  .hint {
    color: var(--_text-3);
    font-size: 12px;
    line-height: 16px;
  }
  .row,
  .cell,
  .said,
  .mend {
    position: relative;
  }
  .said::after,
  .mend::after {
    content: '';
    position: absolute;
    top: -9px;
    right: 0;
    bottom: -9px;
    left: 0;
  }
  .said .hint {
    color: var(--_accent);
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
  .fill {
    background: var(--_fill);
    color: var(--_on-fill);
  }
  .quiet {
    background: var(--_weak);
    color: var(--_accent);
  }
  .plain {
    border-color: var(--_line-2);
  }
  .send .spinner {
    margin-inline-end: 8px;
  }
  .fill:focus-visible {
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 4px var(--_accent);
  }
  .two {
    grid-auto-flow: row;
  }
  .two .send {
    flex: 1;
  }
  .send + .send {
    margin-inline-start: 12px;
  }
`;
