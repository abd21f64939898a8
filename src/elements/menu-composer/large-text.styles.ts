import { css } from 'lit';

/** Text or page at twice the size: what stands side by side makes room or wraps. */
export const largeTextStyles = css`
  .row,
  .detail {
    grid-template-columns: minmax(64px, auto) minmax(0, 1fr) auto;
  }
  .problem {
    flex-wrap: wrap;
    row-gap: 10px;
  }
  .problem > span {
    flex-basis: 6em;
  }
  @media (max-width: 280px) {
    .detail {
      display: block;
    }
    footer {
      grid-auto-flow: row;
    }
  }
`;
