import { createServer } from 'node:http';
import { Problem } from './problems.mjs';
import { readRequest } from './request.mjs';
import { sign } from './signature.mjs';

const PATH = '/kf-signature';
const METHODS = ['GET', 'POST', 'OPTIONS'];

const answer = (response, status, body) => {
  // A signature is for one address and one moment.
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

/** Lets pages of the allowed origins read the answer, and no others. */
const allowOrigin = (request, response, allowedOrigins) => {
  response.setHeader('Vary', 'Origin, Accept-Language');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const { origin } = request.headers;
  if (origin === undefined) return; // a page of this very origin, or no browser
  if (!allowedOrigins.includes(origin)) throw new Problem('origin-not-allowed', { detail: `Origin: ${origin}` });
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Methods', METHODS.join(', '));
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
};

/**
 * The server that signs addresses of pages.
 * @param tickets what `createTickets` gives: an asynchronous function for each kind of ticket
 * @param log takes a sentence, and a detail from outside that may have to be masked
 */
export const createSigningServer = ({ allowedOrigins, tickets, log }) => {
  const handle = async (request, response) => {
    const address = `http://localhost${request.url}`;
    if (!URL.canParse(address)) throw new Problem('not-found');
    const { pathname, searchParams } = new URL(address);
    if (pathname !== PATH) throw new Problem('not-found');
    if (!METHODS.includes(request.method)) {
      response.setHeader('Allow', METHODS.join(', '));
      throw new Problem('method-not-allowed');
    }
    allowOrigin(request, response, allowedOrigins);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const { url, kind } = await readRequest(request, searchParams, allowedOrigins);
    const ticket = await tickets[kind]();
    return answer(response, 200, sign(ticket, url));
  };

  const refuse = (request, response, error) => {
    if (response.destroyed) return; // the page went away
    const problem = error instanceof Problem ? error : new Problem('internal-error', { detail: String(error?.stack) });
    log(`${problem.status} ${problem.code}: ${problem.sentence()} ${problem.sentence('zh')}`, problem.detail);
    // What is left of a body that is too long is not read.
    if (!request.complete) response.setHeader('Connection', 'close');
    answer(response, problem.status, {
      code: problem.code,
      message: problem.sentence(request.headers['accept-language']),
    });
  };

  const server = createServer({ maxHeaderSize: 16 * 1024 }, (request, response) => {
    handle(request, response).catch(error => refuse(request, response, error));
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 10_000;
  return server;
};
