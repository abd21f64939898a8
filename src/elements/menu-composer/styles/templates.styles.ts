import { css } from 'lit';

/** 模板 in the header, the list that pops up under it, and the first templates of an empty composer. */
export const templateStyles = css`
  .templates {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    padding: 0 8px;
  }
  .templates:hover:not(:disabled),
  .templates[aria-expanded='true'] {
    background: var(--_hover);
  }
  .templates .icon {
    width: 16px;
    height: 16px;
    margin-inline-start: 4px;
    color: var(--_text-2);
    transform: rotate(90deg);
  }
  .pick .name,
  .pick .about,
  .first .name,
  .first .about {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .count,
  .pick .about,
  .first .about,
  .heading {
    color: var(--_text-3);
    font-size: 12px;
    line-height: 16px;
  }
  .count,
  .pick .about,
  .first .about {
    white-space: nowrap;
  }
  /* Name and count on one line, the first line of the text below: flex, as a button is no grid before Chrome 83. */
  .pick,
  .first {
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    align-items: center;
  }
  .pick > :first-child:not(.icon),
  .first > :first-child {
    flex: 1 1 0;
  }
  .count,
  .first > .icon {
    flex: none;
    unicode-bidi: plaintext;
    margin-inline-start: 12px;
  }
  .pick .about,
  .first .about {
    flex: 0 0 100%;
  }
  .from-template .label {
    padding: 12px 16px 0;
  }
  .first {
    position: relative;
    width: 100%;
    min-height: 56px;
    padding: 4px 16px;
    border-radius: 0;
  }
  @media (hover: hover) {
    .first:hover {
      background-color: var(--_hover);
    }
  }
  .first + .first::before {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    left: 16px;
    inset-inline: 16px 0;
    border-top: 1px solid var(--_line);
  }
  .first .name {
    font-size: var(--_input);
    line-height: var(--_input-line);
  }
  .first.all {
    min-height: var(--_target);
    color: var(--_text-2);
  }
  .find {
    display: flex;
    flex: none;
    align-items: center;
    padding: 0 12px;
    border-bottom: 1px solid var(--_line);
    color: var(--_text-2);
  }
  .find input {
    flex: 1;
    min-height: calc(var(--_target) + 3px);
    margin-inline-start: 8px;
    color: var(--_text);
  }
  [role='grid'] {
    display: flex;
    flex: auto;
    flex-direction: column;
    min-height: 0;
    outline: 0;
    overflow-y: auto;
  }
  .heading {
    padding: 12px 12px 4px;
    color: var(--_text-2);
  }
  .template {
    display: flex;
    position: relative;
  }
  .pick {
    flex: 1;
    min-width: 0;
    padding: 8px 12px;
    border-radius: 0;
  }
  .pick[aria-selected='true'] {
    outline: 2px solid transparent;
    outline-offset: -2px;
  }
  .active {
    background: var(--_hover);
  }
  .template .tool {
    height: 100%;
    color: var(--_text-2);
  }
  .ends {
    position: sticky;
    bottom: 0;
    margin-top: auto; /* in a sheet, which keeps its height while one searches */
    background: var(--_surface);
  }
  .ends .template {
    border-top: 1px solid var(--_line);
  }
  .pick.save {
    min-height: 44px;
  }
  .save .icon {
    margin-inline-end: 12px;
  }
  .ends [role='gridcell']:first-child:not(.pick) {
    flex: 1;
    align-self: center;
    padding: 8px 12px;
    color: var(--_text-2);
    font-size: 13px;
  }
  .pick.undo {
    display: block;
    flex: none;
    min-height: var(--_target);
    color: var(--_accent);
  }
  .none {
    padding: 12px;
    color: var(--_text-2);
  }
  @media (pointer: fine) {
    .template .tool {
      position: absolute;
      top: 0;
      right: 0;
      inset-inline: auto 0;
      opacity: 0;
    }
    .template:hover .tool,
    .template .tool:focus {
      opacity: 1;
    }
    .template:hover .tool {
      background: var(--_hover);
    }
  }
`;
