import { css } from 'lit';

/** The question below a row, as high as it has to be; and the line above the rows about what is not in sight. */
export const stripStyles = css`
  .strip {
    display: flex;
    align-items: center;
    min-height: calc(60em / 14);
    padding: 8px 16px;
  }
  /* Below the picture; in a narrow list the words take this room first. */
  .strip::before {
    content: '';
    flex: 0 99999 76px; /* the words lose not a fraction of a pixel: they would be cut */
  }
  .said {
    min-width: 0;
    margin-inline-end: 4px; /* for the ring of the button beside it */
  }
  .said span {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .strip:not(.tall) .hint {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .strip .hint {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .answers {
    display: flex;
    flex: none;
    margin-inline-start: auto;
  }
  .strip button {
    min-width: 72px;
    min-height: var(--_target);
    padding: 0 12px;
    text-align: center;
  }
  .strip .plain {
    min-width: 52px;
    color: var(--_text-2);
  }
  @media (hover: hover) {
    .strip .plain:hover {
      background: var(--_hover);
    }
  }
  .strip .fill {
    margin-inline-start: 8px;
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 600;
  }
  .strip .fill:focus {
    box-shadow: 0 0 0 2px var(--_subtle), 0 0 0 4px var(--_accent);
  }
  .strip .fill:focus:not(:focus-visible) {
    box-shadow: none;
  }
  .tall {
    flex-direction: column;
    align-items: stretch;
    padding-bottom: 12px;
    padding-inline-start: max(16px, min(92px, (100% - 340px) * 9)); /* below the picture, where there is room */
  }
  .tall::before {
    display: none;
  }
  .tall .answers {
    flex-wrap: wrap;
    justify-content: flex-end;
    margin-top: 4px;
    margin-inline-start: -8px;
  }
  .tall button {
    margin-top: 8px;
    margin-inline-start: 8px;
    word-break: keep-all;
  }
  .narrow .tall button {
    flex: auto;
  }
  .tall .plain {
    border: 1px solid var(--_line-2);
    color: var(--_text);
  }
  .news {
    display: flex;
    flex: none;
    align-items: center;
    padding: 2px 16px;
    border-bottom: 1px solid var(--_line);
    font-size: 13px;
  }
  .news p {
    flex: auto;
    min-width: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .news .icon {
    width: 16px;
    height: 16px;
    margin-inline-end: 8px;
  }
  .news.danger .icon {
    color: var(--_danger);
  }
  .news.warn .icon {
    color: var(--_warn);
  }
  .news .link {
    flex: none;
    padding: 0 8px;
    margin-inline-end: -8px;
  }
  /* The keys are for those who have some. */
  @media (pointer: coarse) {
    .said .keys {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .strip button,
    .news .link {
      border: 1px solid ButtonText;
    }
  }
`;
