// A folder outside the repository with the packed package in its node_modules, and frameworks from demo/frameworks.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FRAMEWORKS = join(ROOT, 'demo/frameworks/node_modules');
const NAME = 'wecom-kf-elements';

/** What the packed package needs of its own. */
const OWN = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

export class Project {
  frameworks = FRAMEWORKS;
  folder = mkdtempSync(join(tmpdir(), 'kf-types-'));

  constructor() {
    const modules = join(this.folder, 'node_modules');
    mkdirSync(join(modules, NAME), { recursive: true });
    const options = { cwd: ROOT, encoding: 'utf8' };
    const pack = ['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', this.folder];
    const [{ filename }] = JSON.parse(execFileSync('npm', pack, options));
    execFileSync('tar', ['-xzf', join(this.folder, filename), '-C', join(modules, NAME), '--strip-components=1']);
    for (const name of OWN) this.link(name, join(ROOT, 'node_modules', name));
  }

  /** Puts a package where an install would. */
  link(name, target = join(FRAMEWORKS, name)) {
    const place = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    rmSync(place, { force: true });
    symlinkSync(target, place, 'dir');
  }

  unlink(name) {
    rmSync(join(this.folder, 'node_modules', name), { force: true });
  }

  write(file, text) {
    writeFileSync(join(this.folder, file), text);
  }

  /** Runs one of the type checkers over some fixtures: what it says, '' if nothing is wrong. */
  checkFixtures(checker, files, compilerOptions) {
    for (const file of files) cpSync(new URL(`fixtures/${file}`, import.meta.url), join(this.folder, file));
    return this.check(checker, files, compilerOptions);
  }

  /** The same over files of this folder. */
  check(checker, files, compilerOptions = {}) {
    const options = {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      verbatimModuleSyntax: true,
      types: [],
      ...compilerOptions,
    };
    const templates = { strictTemplates: true };
    const config = {
      compilerOptions: options,
      files,
      vueCompilerOptions: templates,
      angularCompilerOptions: templates,
    };
    this.write('tsconfig.json', JSON.stringify(config));
    const binary = join(FRAMEWORKS, '.bin', checker);
    const args = checker === 'svelte-check' ? ['--tsconfig', 'tsconfig.json', '--output', 'machine'] : ['-p', '.'];
    const { status, stdout, stderr } = spawnSync(binary, args, { cwd: this.folder, encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
