import type { Issue } from '../../../core/issue.js';
import { fieldOfIssue, type Draft } from './draft.js';

/** Which problems are on show: those of the fields that were left, and all there are once a send was tried. */
export class Problems {
  private readonly touched = new Set<string>();
  private shown: ReadonlyMap<string, Issue> = new Map();

  /** A field was left: from now on its problem may be shown. */
  touch(field: string): void {
    this.touched.add(field);
  }

  /** From now on these may be shown. */
  touchAll(issues: readonly Issue[], draft: Draft): void {
    for (const issue of issues) this.touched.add(fieldOfIssue(draft, issue));
  }

  clear(): void {
    this.touched.clear();
  }

  /** Shows one problem a field, an error before a warning. Returns the fields that have one. */
  refresh(issues: readonly Issue[], draft: Draft): Iterable<string> {
    const shown = new Map<string, Issue>();
    for (const severity of ['error', 'warning'])
      for (const issue of issues) {
        const field = fieldOfIssue(draft, issue);
        if (issue.severity === severity && this.touched.has(field) && !shown.has(field)) shown.set(field, issue);
      }
    this.shown = shown;
    return shown.keys();
  }

  /** The problem to show at a field. */
  at(field: string): Issue | undefined {
    return this.shown.get(field);
  }

  /** Whether an error is on show. */
  get hasError(): boolean {
    return Array.from(this.shown.values()).some(({ severity }) => severity === 'error');
  }
}
