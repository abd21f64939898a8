import { Problem, problemOfErrcode } from './problems.mjs';

/** An answer of the platform has a few hundred bytes. What is longer comes from somebody else. */
const MAX_ANSWER_BYTES = 64 * 1024;

const readText = async response => {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Problem('platform-garbage', { detail: 'the answer is too long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parse = (text, status) => {
  try {
    const answer = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer;
  } catch {
    // Said below, with the status.
  }
  throw new Problem('platform-garbage', { detail: `HTTP ${status}, not a JSON object` });
};

/**
 * One call to the API of the platform.
 * @returns {Promise<object>} the answer, whose `errcode` is 0
 * @throws {Problem} what went wrong, never with the address: it has the secret or the token in it
 */
const call = async ({ apiBase, timeout }, path, query) => {
  const address = new URL(path, apiBase);
  address.search = new URLSearchParams(query).toString();
  let answer;
  try {
    // Followed, a redirect would hand the secret to another server.
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeout) });
    answer = parse(await readText(response), response.status);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error.name === 'TimeoutError') throw new Problem('platform-timeout');
    throw new Problem('platform-unreachable', { detail: error.cause?.code ?? error.name });
  }
  // gettoken and the ticket calls send `errcode: 0` with a success.
  if (answer.errcode !== undefined && answer.errcode !== 0) throw problemOfErrcode(answer.errcode, answer.errmsg);
  return answer;
};

/** A text and the seconds for which it is valid, or the answer is none of the platform's. */
const lasting = (answer, field) => {
  const { [field]: value, expires_in: seconds } = answer;
  if (typeof value === 'string' && value !== '' && Number.isFinite(seconds) && seconds > 0) return { value, seconds };
  throw new Problem('platform-garbage', { detail: `an answer without ${field} and expires_in` });
};

/** The three functions of the platform that signing needs. Each resolves with `{ value, seconds }`. */
export const createPlatform = settings => ({
  accessToken: async () => {
    const { corpId: corpid, appSecret: corpsecret } = settings;
    return lasting(await call(settings, '/cgi-bin/gettoken', { corpid, corpsecret }), 'access_token');
  },
  /** The ticket of the app, for `agentConfig`. */
  agentConfigTicket: async access_token =>
    lasting(await call(settings, '/cgi-bin/ticket/get', { access_token, type: 'agent_config' }), 'ticket'),
  /** The ticket of the company, for `config`. */
  configTicket: async access_token =>
    lasting(await call(settings, '/cgi-bin/get_jsapi_ticket', { access_token }), 'ticket'),
});
