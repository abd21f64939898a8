import { css } from 'lit';

/** The frame, the search field, and what stands where there are no rows. */
export const productListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 160px;
    contain: layout style;
  }
  .root {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    height: 100%;
    min-height: 100%; /* wins over the greatest height where the page gives one; where it gives none, it is nothing */
    max-height: 560px;
  }
  .body {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    -webkit-overflow-scrolling: touch;
  }
  .body.still {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  p {
    margin: 0;
  }
  div.search {
    display: flex;
    flex: none;
    align-items: center;
    min-height: 52px;
    padding-inline-start: 16px;
    padding-inline-end: 8px;
    border-bottom: 1px solid var(--_line);
    color: var(--_text-2);
  }
  div.search:focus-within {
    outline: 2px solid transparent;
    outline-offset: -2px;
    box-shadow: inset 0 -1px 0 0 var(--_accent);
    border-bottom-color: var(--_accent);
  }
  input {
    flex: 1;
    align-self: stretch;
    min-width: 0;
    margin: 0;
    padding: 0;
    padding-inline-start: 8px;
    border: 0;
    border-radius: 0;
    outline: 0;
    background: none;
    color: var(--_text);
    caret-color: var(--_accent);
    font: inherit;
    font-size: var(--_input);
    line-height: var(--_input-line);
    -webkit-appearance: none;
    appearance: none;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  ::placeholder {
    color: var(--_text-3);
    opacity: 1;
  }
  .clear {
    display: flex; /* a button is no grid before Chrome 83 */
    flex: none;
    align-items: center;
    justify-content: center;
    width: var(--_target);
    height: var(--_target);
    color: var(--_text);
  }
  .clear .icon {
    width: 16px;
    height: 16px;
  }
  .middle {
    margin: auto 0;
    padding: 36px 16px;
    text-align: center;
    overflow-wrap: break-word;
  }
  .middle .hint {
    margin-top: 2px;
    color: var(--_text-2);
    font-size: 13px;
  }
  .retry {
    min-width: 88px;
    min-height: var(--_target);
    margin-top: 12px;
    padding: 0 16px;
    border: 1px solid var(--_line-2);
    font-weight: 600;
    text-align: center;
  }
  .retry:hover,
  .clear:hover {
    background: var(--_hover);
  }
  .tail {
    padding: 0 16px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 20px;
    text-align: center;
  }
  .tail p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    min-height: 52px;
  }
  .tail .retry {
    margin: 0 0 16px;
    font-size: 14px;
  }
  .tail .spinner {
    margin-inline-end: 8px;
  }
  .link {
    min-height: var(--_target);
    margin-inline-start: 2px;
    padding: 0 4px;
    color: var(--_accent);
  }
  .skeleton {
    height: 528px;
    overflow: hidden;
  }
  .row-to-be {
    display: flex;
    height: 88px;
    padding: 12px 0 0;
    padding-inline-start: 16px;
  }
  .row-to-be .thumb,
  .bar {
    background: var(--_hover);
    animation: breathe 1.6s ease-in-out infinite;
  }
  .bar {
    display: block;
    height: 14px;
    margin-top: 3px;
    border-radius: 4px;
  }
  .long {
    width: 80%;
  }
  .middling {
    width: 69%;
  }
  .short {
    width: 58%;
  }
  .price-to-be {
    width: 64px;
    margin: 0 0 6px;
  }
  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row-to-be .thumb,
    .bar {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .clear,
    .retry {
      border: 1px solid ButtonText;
    }
  }
`;
