import { css } from 'lit';
import { dark } from '../shared/look/theme.js';

export const productCardStyles = css`
  /* A column, not a block: in a page without a doctype 100 % of a block without a height is the window's. */
  :host {
    display: flex;
    flex-direction: column;
    min-width: 160px;
    contain: layout style;
  }
  .root {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 8px;
  }
  @media (prefers-color-scheme: dark) {
    .auto {
      ${dark}
      color-scheme: dark;
    }
  }
  .picture {
    position: relative;
    padding-top: 100%;
    background: var(--_subtle);
  }
  .photo,
  .tile {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .tile {
    display: grid;
    place-items: center;
    color: var(--_text-2);
    font-size: 48px;
    line-height: 1;
  }
  img:not([src]) {
    visibility: hidden;
  }
  .facts {
    flex: none;
    padding: 12px 12px 0;
  }
  .title {
    display: -webkit-box;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    height: calc(40em / 14); /* two lines, also where a browser makes only the text larger */
    margin: 0;
    overflow: hidden;
    font: inherit;
    overflow-wrap: break-word;
    text-wrap: wrap; /* each line as full as can be: there are two */
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .price {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    margin: 0 0 8px;
    color: var(--_price);
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
  }
  small {
    font-size: 12px;
    font-weight: 400;
    line-height: 1;
  }
  /* A price is read from the left, also in a page from the right. */
  .before,
  .from {
    margin-left: 4px;
    color: var(--_text-3);
  }
  .before {
    margin-left: 0;
    margin-right: 4px;
  }
  .before:empty {
    display: none;
  }
  .priceless small,
  .still .end {
    display: none;
  }
  .priceless .price {
    color: var(--_text-3);
    font-weight: 400;
  }
  .shop,
  .mark,
  .reason,
  button {
    display: flex;
    align-items: center;
  }
  .shop {
    min-height: 36px;
    border-top: 1px solid var(--_line);
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .avatar {
    flex: none;
    width: 18px;
    height: 18px;
    margin-inline-end: 8px;
    border-radius: 50%;
    background: var(--_subtle);
    object-fit: cover;
  }
  .name {
    flex: 1;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .mark:not(:empty)::before,
  .done .label::before {
    content: '';
    display: inline-block;
    width: 4px;
    height: 9px;
    margin: -3px 8px 2px 4px;
    border: solid;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(42deg);
  }
  /* Two answers stand side by side, or below each other where there is no room. */
  .end {
    display: flex;
    flex-wrap: wrap;
    flex: 1 0 auto; /* where a neighbour asks, a card grows below its button: that stays where it is */
    align-content: flex-start;
    border-top: 1px solid var(--_line);
  }
  .reason {
    align-items: start;
    width: 100%;
    padding: 10px 12px 0;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 18px;
  }
  .warn .reason {
    color: var(--_warn);
  }
  .danger .reason {
    color: var(--_danger);
  }
  .reason::before {
    content: 'i';
    flex: none;
    width: calc(16em / 12);
    margin-top: 1px;
    margin-inline-end: 8px;
    border: 1px solid;
    border-radius: 50%;
    line-height: calc(14em / 12);
    text-align: center;
  }
  .warn .reason::before {
    content: '?';
  }
  .danger .reason::before {
    transform: rotate(0.5turn);
  }
  .reason:empty {
    padding: 0;
  }
  .reason:empty::before,
  .spinner {
    display: none;
  }
  .busy .reason,
  .done .reason {
    position: absolute;
    clip-path: inset(50%);
  }
  button {
    flex: 1 1 9em;
    justify-content: center;
    min-height: 44px;
    border-radius: 0 0 7px 7px;
    color: var(--_accent);
    font-weight: 600;
    text-align: center;
  }
  .asks .reason {
    padding-bottom: 8px;
  }
  .reason:focus {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
  }
  .reason:focus:not(:focus-visible) {
    outline: 0;
  }
  .asks button {
    border-top: 1px solid var(--_line);
  }
  .other {
    border-radius: 0;
    box-shadow: 1px 0 var(--_line), -1px 0 var(--_line);
  }
  @media (hover: hover) {
    button:hover {
      background: var(--_hover);
    }
  }
  button:focus {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  button[aria-disabled='true'] {
    background: none;
    color: var(--_text-3);
    font-weight: 400;
    cursor: default;
  }
  .busy .spinner {
    display: block;
    margin-inline-end: 8px;
  }
  .done button {
    color: var(--_ok);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
  }
`;
