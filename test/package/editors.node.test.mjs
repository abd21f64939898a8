// What editors are given is the manifest's: VS Code's data and the web-types of JetBrains.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = path => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const elements = read('custom-elements.json').modules.flatMap(({ declarations }) => declarations);
const named = (entries = []) => entries.map(({ name }) => name).sort();

/** The attributes that take one of some texts, and those; an attribute that can stand alone has no further one. */
const CHOICES = {
  'kf-bridge': {
    state: ['connecting', 'ready', 'blocked', 'absent'],
    channel: ['relay', 'wx.qy', 'ww', 'wx.invoke', 'WeixinJSBridge', 'auto'],
    scope: ['page'],
    'check-customer': ['strict', 'off'],
  },
  'kf-menu-composer': { preview: ['auto', 'side', 'below', 'none', 'only'], theme: ['auto', 'light', 'dark'] },
  'kf-product-card': { theme: ['auto', 'light', 'dark'] },
  'kf-product-list': { theme: ['auto', 'light', 'dark'] },
};

test('VS Code offers the tags, their attributes, and the texts that those take', () => {
  const { tags } = read('vscode.html-custom-data.json');
  assert.deepEqual(
    tags.map(({ name, attributes }) => [name, named(attributes)]),
    elements.map(({ tagName, attributes }) => [tagName, named(attributes)]),
  );
  for (const { name, attributes } of tags) {
    const offered = attributes.filter(({ values = [] }) => values.length);
    const choices = offered.map(({ name: attribute, values }) => [attribute, values.map(({ name: text }) => text)]);
    assert.deepEqual(Object.fromEntries(choices), CHOICES[name]);
    for (const { name: attribute, description } of attributes) assert.ok(description, `${name} ${attribute}`);
  }
});

test('JetBrains knows the tags, their attributes, properties, events and slots, the parts and custom properties', () => {
  const { name, version, contributions } = read('web-types.json');
  assert.deepEqual({ name, version }, { name: read('package.json').name, version: read('package.json').version });
  assert.deepEqual(
    contributions.html.elements.map(({ name: tag, attributes, slots, js }) => ({
      tag,
      attributes: named(attributes),
      slots: named(slots),
      properties: named(js.properties),
      events: named(js.events),
    })),
    elements.map(({ tagName, attributes, slots, members, events }) => ({
      tag: tagName,
      attributes: named(attributes),
      slots: named(slots),
      properties: named(members.filter(member => member.kind === 'field' && !member.static)),
      events: named(events),
    })),
  );
  const { properties, 'pseudo-elements': parts } = contributions.css;
  const declared = entry => new Set(elements.flatMap(element => named(element[entry])));
  assert.deepEqual(new Set(named(properties)), declared('cssProperties'));
  assert.deepEqual(new Set(named(parts).map(name => name.slice('part('.length, -1))), declared('cssParts'));
});
