import { css } from 'lit';

/** A section's name, a row of 88 px, and the mark at its right. The heights stand in `list-model.ts` too. */
export const rowStyles = css`
  .rows {
    position: relative;
    overflow: hidden;
  }
  .head,
  .row {
    position: absolute;
    top: 0;
    right: 0;
    left: 0;
  }
  .head {
    display: flex;
    align-items: flex-end;
    justify-content: space-between;
    height: calc(32em / 12);
    padding: 12px 16px 4px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .head span {
    unicode-bidi: plaintext;
  }
  .head span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row {
    border-radius: 8px;
  }
  .row:focus {
    outline: 2px solid transparent;
    box-shadow: inset 0 0 0 2px var(--_accent);
    outline-offset: -2px;
  }
  .row:focus:not(:focus-visible) {
    box-shadow: none;
  }
  .row.asked {
    border-radius: 0;
    background: var(--_subtle);
  }
  .main {
    display: flex;
    height: calc(88em / 14); /* in em: grows where only the text is made larger */
    padding: 12px 0 0;
    padding-inline-start: 16px;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .stuck .main {
    cursor: default;
  }
  .thumb {
    position: relative;
    flex: none;
    width: 64px;
    height: 64px;
    margin-inline-end: 12px;
    overflow: hidden;
    border-radius: 6px;
    background: var(--_subtle);
  }
  .thumb img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .narrow .thumb {
    width: 48px;
    height: 48px;
    margin-inline-end: 8px;
  }
  .narrow .next {
    display: none;
  }
  .asked .thumb {
    background: var(--_surface);
  }
  .tile {
    display: grid;
    height: 100%;
    place-items: center;
    color: var(--_text-2);
    font-size: 24px;
    line-height: 1;
  }
  .facts {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: space-between;
    min-width: 0;
    padding-bottom: 11px;
    padding-inline-end: 16px;
    border-bottom: 1px solid var(--_line);
  }
  .row:focus .facts {
    border-bottom-color: transparent;
  }
  .row:focus:not(:focus-visible) .facts {
    border-bottom-color: var(--_line);
  }
  .asked .facts {
    margin-inline-end: 16px;
    padding-inline-end: 0;
  }
  .title {
    display: -webkit-box;
    flex: none;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    max-height: calc(40em / 14);
    overflow: hidden;
    overflow-wrap: break-word;
    text-wrap: wrap; /* each line as full as can be: there are two */
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .title mark {
    background: none;
    color: var(--_accent);
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .price {
    flex: none;
    unicode-bidi: plaintext;
    margin-inline-end: 12px;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .price small {
    font-size: 12px;
    font-weight: 400;
    line-height: 1; /* on the line of the larger figures, a line of its own would make that higher */
  }
  .price small:first-child {
    margin-inline-end: 2px;
  }
  .price .from {
    color: var(--_text-3);
  }
  .price.none,
  .stuck .title,
  .stuck .price,
  .stuck .tile {
    color: var(--_text-3);
    font-weight: 400;
  }
  .head span + span {
    margin-inline-start: 8px;
  }
  .right {
    min-width: 0;
    overflow: hidden;
  }
  @media (hover: hover) and (pointer: fine) {
    .row:hover {
      background: var(--_hover);
    }
    .row.stuck:hover {
      background: none;
    }
    .row.asked:hover {
      background: var(--_subtle);
    }
    .row:hover .go {
      visibility: visible;
    }
    .row:hover:not(:focus) kbd {
      display: none;
    }
  }
  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  .mark {
    display: flex;
    align-items: center;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .mark .icon,
  .mark .spinner {
    width: 14px;
    height: 14px;
    margin-inline-end: 4px;
  }
  .cut {
    unicode-bidi: plaintext;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .mark.ok {
    color: var(--_ok);
  }
  .mark.danger {
    color: var(--_danger);
  }
  .mark.warn {
    color: var(--_warn);
  }
  .next {
    flex: none;
    margin-inline-start: 8px;
    color: var(--_accent);
    font-weight: 400;
  }
  .mark.go {
    visibility: hidden;
    color: var(--_accent);
    font-size: 14px;
  }
  .mark.go b {
    font-weight: 600;
  }
  kbd {
    margin-inline-end: 8px;
    color: var(--_text-3);
    font: inherit;
    font-size: 12px;
  }
  .row:focus .go {
    visibility: visible;
  }
  .row:focus:not(:focus-visible):not(:hover) .go {
    visibility: hidden;
  }
  .asked .go.go {
    visibility: hidden;
  }
  .asked .next {
    display: none;
  }
`;
