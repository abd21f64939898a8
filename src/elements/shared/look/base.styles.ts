import { css } from 'lit';
import { dark, light } from './theme.js';

/**
 * The look that all elements share: tokens, type, icons, buttons, the focus ring. A page sets `--kf-*`; the names with an
 * underscore are ours and only pass them on.
 */
export const baseStyles = css`
  :host([hidden]) {
    display: none !important;
  }
  .root,
  .light {
    ${light}
  }
  .root {
    --_row: 40px;
    --_target: 36px;
    --_input: 14px;
    --_input-line: 20px;
    --_pad: 4px;
    background: var(--_surface);
    color: var(--_text);
    /* On one line: the build leaves the spaces inside var() as they are. */
    font-family: var(--kf-font, -apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
    font-size: 14px;
    line-height: 20px;
    font-variant-numeric: tabular-nums;
    text-align: start;
    /* What a page sets on its body comes in through the host: nothing of that may change what is read here. */
    -webkit-text-fill-color: currentColor;
    cursor: auto;
    font-stretch: normal;
    font-style: normal;
    font-weight: 400;
    hyphens: manual;
    letter-spacing: normal;
    line-break: auto;
    overflow-wrap: normal;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    text-wrap: wrap;
    text-wrap: pretty; /* no character alone on the last line */
    white-space: normal;
    word-break: normal;
    word-spacing: 0;
  }
  .disabled {
    color: var(--_text-3);
  }
  .dark {
    ${dark}
    color-scheme: dark;
  }
  @media (pointer: coarse) {
    .root {
      --_row: 48px;
      --_target: 44px;
      --_input: 16px;
      --_input-line: 24px;
      --_pad: 10px;
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button {
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  button:focus {
    outline: 2px solid transparent;
    box-shadow: 0 0 0 2px var(--_accent);
  }
  button:focus:not(:focus-visible) {
    box-shadow: none;
  }
  button:disabled {
    opacity: 0.3;
    cursor: default;
  }
  /* A question is read before it is answered: for as long as READING says, its answers take no press, and look like it. */
  .answer {
    animation: reading 1s;
    transition: color 0s 1s;
  }
  .answer:active {
    color: var(--_text-3);
    transition: none;
  }
  @keyframes reading {
    from,
    to {
      color: var(--_text-3);
    }
  }
  .icon {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .more {
    stroke-width: 2.25;
  }
  .redo {
    transform: scaleX(-1);
  }
  .down {
    transform: scaleY(-1);
  }
  .spinner {
    flex: none;
    width: 16px;
    height: 16px;
    border: 1.5px solid var(--_line-2);
    border-top-color: currentColor;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: pulse 1.6s ease-in-out infinite;
    }
    @keyframes pulse {
      50% {
        opacity: 0.4;
      }
    }
  }
  /* A drawing would keep its own colour: this one has that of the text that it stands in. */
  @media (forced-colors: active) {
    .icon {
      forced-color-adjust: auto;
    }
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
