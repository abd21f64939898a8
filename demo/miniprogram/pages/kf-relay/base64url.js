// JSON, UTF-8, base64url without "=". By hand, because a mini program has neither atob nor TextDecoder on every client and
// wx.base64ToArrayBuffer is deprecated.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Pours numbers of `from` bits into numbers of `to` bits; returns what is left over, too. */
function pour(numbers, from, to) {
  const poured = [];
  let [bits, count] = [0, 0];
  for (const number of numbers) {
    bits = ((bits << from) | number) & 0xffff;
    for (count += from; count >= to;) poured.push((bits >> (count -= to)) & ((1 << to) - 1));
  }
  return { poured, rest: (bits << (to - count)) & ((1 << to) - 1), count };
}

function pack(value) {
  const bytes = [];
  encodeURIComponent(JSON.stringify(value)).replace(/%(..)|./g, (character, hex) => {
    bytes.push(hex ? parseInt(hex, 16) : character.charCodeAt(0));
    return '';
  });
  const { poured, rest, count } = pour(bytes, 8, 6);
  return (count ? poured.concat(rest) : poured).map(digit => DIGITS[digit]).join('');
}

/** What was packed; null where nothing was. */
function unpack(text) {
  try {
    const { poured } = pour(
      Array.from(text, digit => DIGITS.indexOf(digit)),
      6,
      8,
    );
    const hex = poured.map(byte => `%${byte < 16 ? '0' : ''}${byte.toString(16)}`);
    return JSON.parse(decodeURIComponent(hex.join('')));
  } catch {
    return null;
  }
}

module.exports = { pack, unpack };
