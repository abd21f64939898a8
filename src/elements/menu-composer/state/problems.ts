import type { Problem } from '../reading/field-problems.js';
import { fieldOfIssue, type Draft } from './draft.js';

const NONE: ReadonlyMap<string, Problem> = new Map();

/** Which problems are on show: those of the fields that were left, and all there are once a send was tried. */
export class Problems {
  private readonly touched = new Set<string>();
  private shown = NONE;
  /** A send was tried. */
  private isTried = false;

  /** A field was left: from now on its problem may be shown. */
  touch(field: string): void {
    this.touched.add(field);
  }

  /** From now on these may be shown. */
  touchAll(issues: readonly Problem[], draft: Draft): void {
    this.isTried = true;
    for (const issue of issues) this.touched.add(fieldOfIssue(draft, issue));
  }

  clear(): void {
    this.touched.clear();
    this.isTried = false;
  }

  /**
   * Shows one problem a field, an error before a warning. Returns the fields that have one. That a variable has no value is said by
   * its own field and by the foot, until a send was tried.
   */
  refresh(issues: readonly Problem[], draft: Draft): Iterable<string> {
    const found = issues
      .filter(({ code }) => this.isTried || code !== 'variable-missing')
      .map(issue => [fieldOfIssue(draft, issue), issue] as const)
      .filter(([field]) => this.touched.has(field));
    const inSeverity = (wanted: Problem['severity']): typeof found =>
      found.filter(([, { severity }]) => severity === wanted).reverse(); // of one field, the first issue counts
    this.shown = found.length ? new Map([...inSeverity('warning'), ...inSeverity('error')]) : NONE;
    return this.shown.keys();
  }

  /** The problem to show at a field. */
  at(field: string): Problem | undefined {
    return this.shown.get(field);
  }

  /** Whether an error is on show. */
  get hasError(): boolean {
    return Array.from(this.shown.values()).some(({ severity }) => severity === 'error');
  }
}
