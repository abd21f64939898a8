import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill, twoLines, type Words } from '../../locales/words.js';
import { wordsOf } from '../shared/lang.js';
import { termsOf } from './catalog.js';
import type { ListControls } from './list-controls.js';
import { HEAD } from './plan.js';
import { productRow, type RowView } from './row.js';
import { searchField } from './search-field.js';
import { failure, message, retryButton, skeleton, tail, type ListError } from './states.js';
import { styled } from './styled.js';

/** What the page says about the list. */
export interface ListFacts {
  dark: boolean;
  loading: boolean;
  complete: boolean;
  error: ListError;
  heading: string | null;
  retry: () => void;
  slot: TemplateResult;
}

type Item = { key: string; render: () => TemplateResult };

/** The names of the sections, at their places. */
function heads(controls: ListControls, { heading }: ListFacts, words: Words): (Item & { start: number })[] {
  const { model, deliveries } = controls;
  return model.plan.sections.map(({ name, start }) => {
    const n = { n: model.plan.total };
    const title = {
      recent: deliveries.customer.id ? words.recent : words.recentUnknown,
      all: heading || words.all,
      found: fill(words.found, n),
    }[name];
    const style = styled({ transform: `translateY(${model.top(start) - HEAD}px)` });
    const render = (): TemplateResult =>
      html`<div class="head" part="heading" ${style}>
        <span>${title}</span>${name === 'all' ? html`<span>${fill(words.count, n)}</span>` : nothing}
      </div>`;
    return { key: name, start, render };
  });
}

/** The rows that are seen, and the active one wherever it is: it has the focus, or will get it. */
function items(controls: ListControls, facts: ListFacts, words: Words): Item[] {
  const { model, deliveries, range, broken, breaks, press, act } = controls;
  const { rows } = model.plan;
  const view: RowView = { words, broken, breaks, press, act, terms: termsOf(model.query) };
  const now = Date.now();
  const places = Array.from({ length: Math.max(0, range.to - range.from) }, (_, index) => range.from + index);
  if (model.at >= 0 && !places.includes(model.at)) places.push(model.at);
  const sectionHeads = heads(controls, facts, words);
  const all: Item[] = [];
  for (const index of places.sort((a, b) => a - b)) {
    const row = rows[index];
    if (!row) continue;
    const sent = { ...deliveries.of(row.entry.id), now };
    all.push(...sectionHeads.filter(({ start }) => start === index), {
      key: row.key,
      render: () =>
        productRow(
          {
            row,
            index,
            sent,
            total: rows.length,
            top: model.top(index),
            active: index === model.at,
            asked: index === model.open.at ? controls.strip : null,
          },
          view,
        ),
    });
  }
  return all;
}

function body(controls: ListControls, facts: ListFacts, words: Words): TemplateResult {
  const { model } = controls;
  const { plan, query, entries, showAll } = model;
  const { loading, error } = facts;
  if (!entries.length && loading) return skeleton(words);
  if (!entries.length && error) return message(failure(error, words), retryButton(words, facts.retry));
  if (!entries.length) return message(twoLines(words.noProducts, {}));
  return html`${
    plan.total
      ? html`<div
          class="rows"
          part="rows"
          role="feed"
          aria-busy=${loading}
          aria-label=${facts.heading || words.all}
          ${styled({ height: `${model.height}px` })}
          @focusin=${controls.onFocusin}
        >
          ${repeat(
            items(controls, facts, words),
            ({ key }) => key,
            ({ render }) => render(),
          )}
        </div>`
      : query
        ? message(twoLines(words.notFound, { text: query.trim() }))
        : nothing
  }${tail({ ...facts, total: plan.total, showAll, searching: !!query, incomplete: plan.incomplete }, words, {
    retry: facts.retry,
    toggle: controls.toggle,
  })}`;
}

/** The whole list, top to bottom. */
export function listView(controls: ListControls, facts: ListFacts): TemplateResult {
  const { model, host, scroller } = controls;
  const words = wordsOf(host);
  const { entries, query, plan } = model;
  const found = plan.sections.some(({ name }) => name === 'found');
  return html`<div class="root ${facts.dark ? 'dark' : ''}" part="root" @keydown=${controls.onKeydown}>
    ${entries.length || query || facts.loading ? searchField(query, words, controls.search) : nothing}
    <div class="body ${entries.length ? '' : 'still'}" part="body" @scroll=${scroller.onScroll}>
      ${body(controls, facts, words)}
    </div>
    <div class="sr" role="status">${found ? fill(words.found, { n: plan.total }) : ''}</div>
    <div class="sr" role="status">${controls.deliveries.announcement}</div>
    ${facts.slot}
  </div>`;
}
