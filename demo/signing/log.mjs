/** Long runs of letters are tokens, tickets and secrets; long numbers are the hints that the platform asks for. */
const TOKEN_LIKE = /\b(?!\d+\b)[\w-]{20,}/g;

/**
 * Writes one line per event: a sentence of ours, and `detail` from outside, without line breaks, without the secret
 * and without what looks like one.
 * @param write takes a whole line
 */
export const createLog =
  (write, { appSecret }) =>
  (sentence, detail = '') => {
    const safe = detail
      .replaceAll(appSecret, '***')
      .replace(TOKEN_LIKE, match => `${match.slice(0, 3)}***`)
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, 300);
    write(safe ? `${sentence} (${safe})` : sentence);
  };
