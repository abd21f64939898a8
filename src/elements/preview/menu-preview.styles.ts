import { css } from 'lit';

/** What the customer sees, in WeChat's look; it has its own light and dark. */
export const menuPreviewStyles = css`
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
  .link {
    color: var(--_bubble-link);
  }
`;
