import { css } from 'lit';

/** What the customer sees, in WeChat's look; it has its own light and dark. */
export const previewStyles = css`
  .preview {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    min-width: 0;
    padding: 0 16px 16px;
    background: var(--_chat);
    color: var(--_text-2);
  }
  .preview-head {
    display: flex;
    align-items: center;
    min-height: 44px;
    margin-inline-end: calc((20px - var(--_target)) / 2);
  }
  @media (max-width: 280px) {
    .preview-head {
      flex-wrap: wrap;
    }
  }
  h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 400;
  }
  .sample {
    margin-inline-start: 8px;
    margin-inline-end: auto;
    padding: 0 4px;
    border: 1px solid var(--_line-2);
    border-radius: 4px;
    font-size: 12px;
    line-height: 16px;
  }
  .chat {
    display: grid;
    grid-template-columns: 40px minmax(0, auto);
    grid-column-gap: 12px;
    justify-content: start;
    padding-inline-end: 40px;
    direction: ltr; /* WeChat's bubbles, also in a page that is written from the right */
  }
  .avatar {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 4px;
    background: #6f819d;
    color: #fff;
  }
  .bubble {
    position: relative;
    padding: 8px 12px;
    border-radius: 4px;
    background: var(--_bubble);
    color: var(--_bubble-text);
    font-size: 17px;
    line-height: 25px;
    text-wrap: wrap; /* as WeChat does */
    word-break: break-word;
  }
  .bubble::before {
    content: '';
    position: absolute;
    top: 14px;
    left: -5px;
    border: 6px solid transparent;
    border-left-width: 0;
    border-right-color: var(--_bubble);
  }
  .bubble > * {
    display: block;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  .link,
  .address {
    color: var(--_bubble-link);
  }
  .bubble > .link {
    cursor: pointer;
  }
  .disabled .link {
    cursor: auto;
  }
  .bubble > .chosen {
    width: fit-content;
    max-width: calc(100% + 8px);
    margin: 0 -4px;
    padding: 0 4px;
    border-radius: 4px;
    background: var(--_hover);
  }
  .preview.dark .chosen {
    background: var(--_surface);
  }
  .chip {
    display: inline-block;
    max-width: 100%;
    padding: 0 4px;
    border-radius: 4px;
    outline: 1px solid transparent;
    background: var(--_weak);
    color: var(--_accent);
    font-size: 16px;
    line-height: 22px;
    position: relative;
    white-space: pre-wrap;
  }
  .link:focus,
  .chip:focus {
    outline: 2px solid transparent;
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .link:focus:not(:focus-visible),
  .chip:focus:not(:focus-visible) {
    box-shadow: none;
  }
  .chip:hover::after,
  .chip:focus::after {
    content: attr(data-about);
    position: absolute;
    z-index: 1;
    top: calc(100% + 2px);
    left: 0;
    padding: 4px 8px;
    border-radius: 4px;
    background: var(--_text);
    color: var(--_surface);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
    pointer-events: none;
  }
  .chip.blank {
    background: var(--_warn-weak);
    color: var(--_warn);
  }
  .preview p {
    margin: 12px 0 0;
    font-size: 13px;
    line-height: 18px;
    unicode-bidi: plaintext;
    word-break: break-word;
  }
  .left-out {
    padding-inline-start: 56px;
  }
  .tabs {
    align-self: stretch;
    display: flex;
    margin-inline-start: -12px;
    margin-inline-end: auto;
  }
  [role='tab'] {
    position: relative;
    min-width: var(--_target);
    padding: 0 12px;
    font-size: 13px;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--_text);
    font-weight: 600;
  }
  [role='tab'][aria-selected='true']::after {
    content: '';
    position: absolute;
    right: 11px;
    bottom: 4px;
    left: 11px;
    border-bottom: 2px solid var(--_accent);
  }
  [role='tab']:focus {
    outline-offset: -2px;
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .rehearsal {
    display: flex;
    flex-direction: column;
    align-items: center;
  }
  .customer {
    align-self: stretch;
    grid-template-columns: minmax(0, auto) 40px;
    justify-content: end;
    margin: 16px 0 8px;
    padding: 0 0 0 40px;
  }
  .customer .bubble {
    background: var(--_customer);
    color: var(--_customer-text);
  }
  .customer .bubble::before {
    right: -5px;
    left: auto;
    border-width: 6px 0 6px 6px;
    border-left-color: var(--_customer);
  }
  .customer .avatar {
    background: #6f6558;
  }
  .rehearsal p {
    font-size: 12px;
    line-height: 16px;
    text-align: center;
  }
  .rehearsal b {
    color: var(--_text);
    font-weight: 400;
  }
  .again {
    min-width: var(--_target);
    min-height: var(--_target);
    margin-top: -4px;
    color: var(--_accent);
    font-size: 12px;
    text-align: center;
  }
  .side .preview {
    border-inline-start: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid;
    }
    .bubble::before {
      display: none;
    }
    .chosen {
      outline: 1px solid;
    }
    .again {
      text-decoration: underline;
    }
  }
`;
