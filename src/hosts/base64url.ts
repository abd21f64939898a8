/**
 * A value as JSON, UTF-8 and base64url without `=`. In a mini program's address it survives being percent-decoded any number of
 * times, and parsers that cut a value at `=` or `?`.
 */
export const pack = (value: unknown): string =>
  btoa(unescape(encodeURIComponent(JSON.stringify(value))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** What was packed; an empty object where nothing was. */
export function unpack(text: string): Record<string, unknown> {
  try {
    const utf8 = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Object(JSON.parse(decodeURIComponent(escape(utf8)))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
