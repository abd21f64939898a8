import type { Issue } from '../../src/core/index.js';

/** A message, and all that `validate` must say of it. */
export interface Vector {
  name: string;
  message: unknown;
  ok: boolean;
  issues: Issue[];
}

/** Every JSON file of this folder. A browser can't list one: the test server answers with this module. */
export const vectors: [file: string, vector: Vector][];
