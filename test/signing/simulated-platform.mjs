import { createServer } from 'node:http';

const PATHS = {
  '/cgi-bin/gettoken': 'gettoken',
  '/cgi-bin/ticket/get': 'agentConfigTicket',
  '/cgi-bin/get_jsapi_ticket': 'configTicket',
};

/**
 * A platform on 127.0.0.1 with the three functions that signing needs. It counts calls, knows one secret, and refuses
 * tokens that it did not give. `answerNext(name, answer)` makes the next call of a function answer otherwise: an
 * object is sent as JSON, a function gets `(request, response)`.
 */
export const startPlatform = async ({ secret = 'the-secret', expiresIn = 7200 } = {}) => {
  const calls = { gettoken: 0, agentConfigTicket: 0, configTicket: 0 };
  const queries = [];
  const others = { gettoken: [], agentConfigTicket: [], configTicket: [] };
  const tokens = new Set();
  const platform = { calls, queries, expiresIn, latency: 0 };

  const own = {
    gettoken: query => {
      if (query.get('corpsecret') !== secret) return { errcode: 40001, errmsg: 'invalid credential' };
      const access_token = `token-${calls.gettoken}`;
      tokens.add(access_token);
      return { errcode: 0, errmsg: 'ok', access_token, expires_in: platform.expiresIn };
    },
    agentConfigTicket: query => ticket(query, `app-ticket-${calls.agentConfigTicket}`),
    configTicket: query => ticket(query, `corp-ticket-${calls.configTicket}`),
  };
  const ticket = (query, value) =>
    tokens.has(query.get('access_token'))
      ? { errcode: 0, errmsg: 'ok', ticket: value, expires_in: platform.expiresIn }
      : { errcode: 40014, errmsg: 'invalid access_token' };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const name = PATHS[pathname];
    calls[name]++;
    queries.push({ name, ...Object.fromEntries(searchParams) });
    const answer = others[name].shift() ?? own[name](searchParams);
    if (typeof answer === 'function') return answer(request, response);
    setTimeout(() => response.end(JSON.stringify(answer)), platform.latency);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

  return Object.assign(platform, {
    base: `http://127.0.0.1:${server.address().port}`,
    answerNext: (name, ...answers) => others[name].push(...answers),
    /** From now on no token that was given is known. */
    forgetTokens: () => tokens.clear(),
    stop: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  });
};
