import { isKfError } from '../../src/core/index.js';

/** The code of the `KfError` that a call throws; what else it throws, as text. */
export function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return isKfError(error) ? error.code : String(error);
  }
  return 'nothing thrown';
}
