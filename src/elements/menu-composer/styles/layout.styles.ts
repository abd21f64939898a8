import { css } from 'lit';

/** The frame: header, body in one or two columns, the foot that stays in view. */
export const layoutStyles = css`
  /* A column, not a block: in a page without a doctype 100 % of a block without a height is the window's. */
  :host {
    display: flex;
    flex-direction: column;
  }
  .root {
    display: flex;
    flex: auto;
    position: relative;
    flex-direction: column;
    height: 100%;
    border-radius: inherit;
  }
  .body {
    display: flex;
    flex: auto;
    flex-direction: column;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* The sticky foot lies over the page: what a focus scrolls to stays clear of it. */
  .body button,
  .body input,
  .body textarea {
    scroll-margin-top: 8px;
    scroll-margin-bottom: calc(var(--_target) + 32px);
  }
  /* A window at 200 % has no height to spare: the header scrolls away. */
  @media (max-width: 280px) {
    .root {
      overflow-y: auto;
    }
    .body {
      flex: none;
      overflow: visible;
    }
  }
  .side .body {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(280px, 3fr);
  }
`;
