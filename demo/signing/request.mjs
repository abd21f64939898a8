import { Problem } from './problems.mjs';

const MAX_URL_CHARACTERS = 4096;
const MAX_BODY_BYTES = 8 * 1024;
const SIGNATURES = ['agentConfig', 'config'];

/** `_` is what jQuery adds against caches. Any other name is a piece of a `url` that was not percent-encoded. */
const QUERY_NAMES = ['url', 'for', '_'];

const readBody = async request => {
  const chunks = [];
  let bytes = 0;
  // Left early, the plain iterator would close the connection before the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Problem('bad-request');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** The JSON object of a POST; an empty body leaves it to the query. */
const readFields = async request => {
  const text = request.method === 'POST' ? await readBody(request) : '';
  if (text === '') return {};
  try {
    const fields = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null) return fields;
  } catch {
    // Not JSON: said below.
  }
  throw new Problem('bad-request');
};

/**
 * The address that is signed: as the page sent it, since the client compares it with its own letter by letter, but
 * without the part behind `#`.
 */
const addressToSign = (url, allowedOrigins) => {
  // A browser escapes these in `location.href`; parsers disagree on them.
  const isAddress = typeof url === 'string' && url.length <= MAX_URL_CHARACTERS && !/[\s\\\p{Cc}]/u.test(url);
  if (!isAddress || !/^https?:/.test(url) || !URL.canParse(url)) throw new Problem('bad-request');
  const { origin } = new URL(url);
  // The second half refuses https://name:password@tools.example.com/, which has the same origin.
  const isAllowed = allowedOrigins.includes(origin) && /^[/?#]|^$/.test(url.slice(origin.length));
  if (!isAllowed || !url.startsWith(origin)) throw new Problem('origin-not-allowed');
  return url.split('#')[0];
};

/**
 * What a request for a signature asks for.
 * @returns {Promise<{ url: string, kind: 'agentConfig' | 'config' }>}
 * @throws {Problem} `bad-request` or `origin-not-allowed`
 */
export const readRequest = async (request, query, allowedOrigins) => {
  if (![...query.keys()].every(name => QUERY_NAMES.includes(name))) throw new Problem('bad-request');
  const fields = await readFields(request);
  const kind = fields.for ?? query.get('for') ?? 'agentConfig';
  if (!SIGNATURES.includes(kind)) throw new Problem('bad-request');
  return { url: addressToSign(fields.url ?? query.get('url'), allowedOrigins), kind };
};
