import { html, render, type TemplateResult } from 'lit';
import type { Words } from '../../locales/words.js';

/** A card that can be sent, without its product. */
const drawn = ({ priceFrom, send }: Words, scheme: string): TemplateResult =>
  html`<article class="root ${scheme} idle send" part="card" aria-labelledby="title">
    <div class="picture" part="image">
      <span class="tile" aria-hidden="true"></span>
      <img class="photo" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    </div>
    <div class="facts">
      <h3 class="title" part="title" id="title"></h3>
      <p class="price" part="price"
        ><small>¥</small><span class="yuan"></span><small class="from" .textContent=${priceFrom}></small
      ></p>
      <div class="shop" part="shop">
        <img class="avatar" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" /><span class="name"></span
        ><span class="mark" part="mark"></span>
      </div>
    </div>
    <div class="end" role="status"><div class="reason" part="reason"></div></div>
    <button part="send idle" aria-disabled="false" aria-describedby="title"
      ><span class="spinner"></span><span class="label" .textContent=${send}></span
    ></button>
  </article>`;

let first: DocumentFragment | undefined;
let made: readonly unknown[] = [];

/**
 * What every card begins as, in these words and colours: drawn by lit once, then cloned. A page has hundreds of cards, and parts of
 * its own for each of them would take longer than all the rest. A clone stands in a template's document until it is filled: no
 * address begins to load there.
 */
export function newFace(words: Words, scheme: string): Element {
  if (!first) first = document.createElement('template').content;
  if (made[0] !== words || made[1] !== scheme) render(drawn(words, scheme), first);
  made = [words, scheme];
  return (first.lastElementChild as Element).cloneNode(true) as Element;
}

const find = (face: Element, name: string): Element => face.querySelector(`.${name}`) as Element;

/** Writes a text into its place; the same one again costs nothing, and leaves what a user has selected. */
export function write(face: Element, name: string, text: string): void {
  const element = find(face, name);
  if (element.textContent !== text) element.textContent = text;
}

/** Shows the picture at this address, or none. The same address again would be loaded again. */
export function picture(face: Element, name: string, source: string | null): void {
  const image = find(face, name);
  if (!source) image.removeAttribute('src');
  else if (image.getAttribute('src') !== source) image.setAttribute('src', source);
}
