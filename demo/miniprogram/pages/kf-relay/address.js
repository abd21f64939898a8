const { pack } = require('./base64url.js');

/** Where the H5 page is now, if it says so: a page that moves does not change the `src` of its web-view. */
function movedTo(src, at) {
  const [origin] = /^https?:\/\/[^/?#]+/.exec(src) || [''];
  return /^\//.test(at) ? origin + at : src.split('#')[0];
}

/**
 * `address` with a value behind its #, so that the web-view does not load it again. A router's own place stays in front: it is
 * read as the path, and the value as its query. A second # would be no address.
 */
function behindHash(address, name, value) {
  const [path, place] = address.split('#');
  const start = place ? `${path}#${place}${place.indexOf('?') < 0 ? '?' : '&'}` : `${path}#`;
  return `${start}${name}=${pack(value)}`;
}

module.exports = { behindHash, movedTo };
