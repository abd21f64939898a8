import { createCached } from './cached.mjs';
import { Problem } from './problems.mjs';

/** The platform no longer knows the access token. 40001 means a wrong secret in `gettoken`, a wrong token elsewhere. */
const TOKEN_REFUSED = [40001, 40014, 42001];

const isTokenRefused = error => TOKEN_REFUSED.includes(error.errcode);

/**
 * The two tickets that signatures are made with, each from an access token, all three cached.
 * @param platform what `createPlatform` gives
 * @param now milliseconds of a clock that does not jump
 */
export const createTickets = (platform, now = () => performance.now()) => {
  const token = createCached(platform.accessToken, now);

  /** Tries once more with a new token where the platform refuses the old one. */
  const withToken = askFor => async () => {
    const first = await token.get();
    try {
      return await askFor(first);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      token.forget(first);
    }
    const second = await token.get();
    try {
      return await askFor(second);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      // The next asker begins with a new token, too.
      token.forget(second);
      throw new Problem('token-refused', error);
    }
  };

  const agentConfig = createCached(withToken(platform.agentConfigTicket), now);
  const config = createCached(withToken(platform.configTicket), now);
  return { agentConfig: agentConfig.get, config: config.get };
};
