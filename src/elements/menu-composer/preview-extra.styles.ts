import { css } from 'lit';

/** In the preview and the foot: the tabs, the rehearsal, the keys. */
export const previewExtraStyles = css`
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
  .tabs + .sample {
    display: none;
  }
  [role='tab']:focus {
    outline-offset: -2px;
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .chat {
    direction: ltr; /* WeChat's bubbles, also in a page that is written from the right */
  }
  .address {
    color: var(--_bubble-link);
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
  .bubble > .link {
    cursor: pointer;
  }
  .link:focus {
    outline: 2px solid transparent;
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .link:focus:not(:focus-visible) {
    box-shadow: none;
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
  .disabled .link {
    cursor: auto;
  }
  .rehearsal {
    display: flex;
    flex-direction: column;
    align-items: center;
    scroll-margin-bottom: calc(var(--_target) + 32px);
  }
  .customer {
    align-self: stretch;
    grid-template-columns: minmax(0, auto) 40px;
    justify-content: end;
    margin: 16px 0 8px;
    padding: 0 0 0 40px;
  }
  .customer .bubble {
    background: var(--kf-customer, #95ec69);
    color: var(--kf-customer-text, #0b1a05);
  }
  .preview.dark .customer .bubble {
    background: var(--kf-customer, #3eb575);
    color: var(--kf-customer-text, #04140b);
  }
  .customer .bubble::before {
    right: -5px;
    left: auto;
    border-width: 6px 0 6px 6px;
    border-left-color: var(--kf-customer, #95ec69);
  }
  .preview.dark .customer .bubble::before {
    border-left-color: var(--kf-customer, #3eb575);
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
  .status > .info,
  .status > .spinner {
    color: var(--_text-2);
  }
  kbd {
    color: var(--_text-3);
    font: inherit;
    font-size: 12px;
  }
  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bubble,
    .popover {
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
