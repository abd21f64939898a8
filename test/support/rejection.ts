import { isKfError, type KfError, type KfErrorCode } from '../../src/core/index.js';

/** The `KfError` that `promise` rejects with; anything else fails the test. */
export async function rejection(promise: Promise<unknown>, code?: KfErrorCode): Promise<KfError> {
  const reason: unknown = await promise.then(
    value => {
      throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
  if (!isKfError(reason)) throw reason;
  if (code !== undefined && reason.code !== code) throw new Error(`expected the code ${code}, got ${reason.message}`);
  return reason;
}

/** The `KfError` that `call` throws; anything else fails the test. */
export const thrown = (call: () => unknown, code: KfErrorCode): Promise<KfError> =>
  rejection(new Promise(resolve => resolve(call())), code);
