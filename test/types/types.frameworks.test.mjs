// The types of the packed package in the frameworks' own checkers. `npm run test:frameworks`
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Project } from './packed.mjs';

let project;
before(() => (project = new Project()));
after(() => project.remove());

/** The lines of a fixture in which a checker found something. */
const linesIn = (output, file) =>
  [...new Set([...output.matchAll(new RegExp(`${file}["']?[( :]+(\\d+)`, 'g'))].map(([, line]) => Number(line)))].sort(
    (a, b) => a - b,
  );

describe('TypeScript', () => {
  it('knows the tags, the events and the messages', () => assert.equal(project.checkFixtures('tsc', ['dom.ts']), ''));

  it('does so without skipLibCheck, where no framework is installed', () =>
    assert.equal(
      project.checkFixtures('tsc', ['dom.ts'], { skipLibCheck: false, lib: ['ES2022', 'DOM', 'DOM.Iterable'] }),
      '',
    ));

  it('does so with node16 and nodenext, in a project of modules', () => {
    project.write('package.json', '{ "type": "module" }');
    for (const resolution of ['node16', 'nodenext']) {
      const options = { module: resolution, moduleResolution: resolution };
      assert.equal(project.checkFixtures('tsc', ['dom.ts'], options), '');
    }
  });

  it('finds nothing with node10, which docs/frameworks.md says', () =>
    assert.match(
      project.checkFixtures('tsc', ['dom.ts'], { moduleResolution: 'node10' }),
      /dom\.ts\(1,.*Cannot find module 'wecom-kf-elements'/,
    ));
});

describe('TSX', () => {
  const jsx = importSource => ({ jsx: 'react-jsx', jsxImportSource: importSource });

  it('of React 19', () => {
    for (const name of ['react', '@types/react']) project.link(name);
    assert.equal(project.checkFixtures('tsc', ['jsx.tsx'], jsx('react')), '');
  });

  it('of React 19, without skipLibCheck', () =>
    assert.equal(project.checkFixtures('tsc', ['jsx.tsx'], { ...jsx('react'), skipLibCheck: false }), ''));

  it('of React 18', () => {
    const types = fileURLToPath(new URL('../../demo/frameworks/node_modules/types-react18', import.meta.url));
    project.link('@types/react', types);
    assert.equal(project.checkFixtures('tsc', ['jsx.tsx'], jsx('react')), '');
    for (const name of ['react', '@types/react']) project.unlink(name);
  });

  it('of Preact', () => {
    project.link('preact');
    assert.equal(project.checkFixtures('tsc', ['jsx.tsx'], jsx('preact')), '');
  });

  it('of Solid', () => {
    project.link('solid-js');
    assert.equal(project.checkFixtures('tsc', ['solid.tsx'], { jsx: 'preserve', jsxImportSource: 'solid-js' }), '');
  });
});

describe("Vue's templates, strict", () => {
  before(() => project.link('vue'));

  it('let pass what is right', () => assert.equal(project.checkFixtures('vue-tsc', ['Right.vue']), ''));

  it('find what is wrong', () =>
    assert.deepEqual(linesIn(project.checkFixtures('vue-tsc', ['Wrong.vue']), 'Wrong.vue'), [6, 7, 8, 9]));
});

describe('Svelte', () => {
  before(() => project.link('svelte'));

  it('lets pass what is right', () => assert.equal(project.checkFixtures('svelte-check', ['Right.svelte']), ''));

  it('finds what is wrong', () => {
    const output = project.checkFixtures('svelte-check', ['Right.svelte', 'Wrong.svelte']);
    assert.deepEqual(linesIn(output, 'Wrong.svelte'), [5, 6, 7, 8]);
  });
});
