/** A value is renewed this long before it ends, so that nobody signs with a ticket in its last seconds. */
const RENEW_BEFORE_SECONDS = 300;

/** After a failure nobody asks again for this long: the platform counts calls, those of a wrong secret as well. */
const PAUSE_AFTER_FAILURE_MS = 3000;

/**
 * Keeps what `load` resolves with, `{ value, seconds }`, until shortly before it ends. Many askers at once share one
 * call of `load`.
 *
 * `now` counts milliseconds and never jumps. With `Date.now()` a clock that is set back would keep a dead ticket.
 */
export const createCached = (load, now) => {
  let current; // { value, until }
  let pending; // the promise of a `load` under way
  let failure; // { error, until }

  const renew = async () => {
    const startedAt = now();
    try {
      const { value, seconds } = await load();
      // Counted from before the call; of a short life a tenth is left out, not all of it.
      const lifetime = seconds - Math.min(RENEW_BEFORE_SECONDS, seconds / 10);
      current = { value, until: startedAt + lifetime * 1000 };
      return value;
    } catch (error) {
      failure = { error, until: now() + PAUSE_AFTER_FAILURE_MS };
      throw error;
    } finally {
      pending = undefined;
    }
  };

  return {
    get: async () => {
      if (current && now() < current.until) return current.value;
      if (failure && now() < failure.until) throw failure.error;
      pending ??= renew();
      return pending;
    },
    /** Forgets `value` if it is still the one: of many whose token was refused only the first makes a new one. */
    forget: value => {
      if (current?.value === value) current = undefined;
    },
  };
};
