import { css } from 'lit';

export const productCardStyles = css`
  :host {
    display: block;
    min-width: 160px;
    contain: layout style;
  }
  .root {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 8px;
  }
  .picture {
    position: relative;
    padding-top: 100%;
    background: var(--_subtle);
  }
  .picture > * {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
  }
  img {
    object-fit: cover;
  }
  .tile {
    display: grid;
    place-items: center;
    color: var(--_text-2);
    font-size: 48px;
  }
  .facts {
    flex: 1;
    padding: 12px 12px 0;
  }
  h3 {
    display: -webkit-box;
    height: 40px;
    margin: 0;
    overflow: hidden;
    font-size: 14px;
    font-weight: 400;
    overflow-wrap: break-word;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .price {
    margin: 0 0 8px;
    color: var(--_price);
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
  }
  small {
    font-size: 12px;
    font-weight: 400;
  }
  .from {
    margin-inline-start: 4px;
    color: var(--_text-3);
  }
  .none small,
  .picture img:not([src]),
  [src] + .tile {
    display: none;
  }
  .none {
    color: var(--_text-3);
    font-weight: 400;
  }
  .shop {
    display: flex;
    align-items: center;
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
    border-radius: 50%;
    background: var(--_subtle);
  }
  .avatar + span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .avatar,
  .icon,
  .spinner {
    margin-inline-end: 8px;
  }
  .mark {
    display: flex;
    flex: none;
    align-items: center;
    margin-inline-start: 8px;
  }
  .mark .icon {
    width: 14px;
    height: 14px;
    margin-inline-end: 4px;
  }
  .end {
    border-top: 1px solid var(--_line);
  }
  .reason {
    display: flex;
    padding: 10px 12px 0;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 18px;
  }
  .error {
    color: var(--_danger);
  }
  .reason .icon {
    width: 16px;
    height: 16px;
    margin-top: 1px;
  }
  .send {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 44px;
    border-radius: 0 0 7px 7px;
    color: var(--_accent);
    font-weight: 600;
    text-align: center;
  }
  .send:hover {
    background: var(--_hover);
  }
  .send:focus {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .send[aria-disabled='true'] {
    background: none;
    color: var(--_text-3);
    font-weight: 400;
    cursor: default;
  }
  .send.sending {
    color: var(--_text-2);
  }
  .send.sent {
    color: var(--_ok);
    font-weight: 600;
  }
`;
