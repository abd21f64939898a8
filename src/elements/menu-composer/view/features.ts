import type { Drag } from '../drag.js';
import type { Paste } from '../paste.js';
import type { Rehearsal } from '../preview/rehearsal.js';
import type { Variables } from '../variables/variables.js';

/** The features that show something in the fields and rows of the editor. */
export interface EditorFeatures {
  readonly drag: Drag;
  readonly paste: Paste;
  readonly rehearsal: Rehearsal;
  readonly variables: Variables;
}
