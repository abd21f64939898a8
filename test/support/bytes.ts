const encoder = new TextEncoder();

/** UTF-8 bytes, as the engine itself counts them. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** A text of exactly so many bytes, made of `alphabet` in turn and of ASCII where nothing else fits. */
export function textOfBytes(bytes: number, alphabet: readonly string[] = ['a']): string {
  const sizes = alphabet.map(bytesOf); // once: the longest texts have 100,000 characters
  const characters: string[] = [];
  for (let room = bytes, turn = 0; room > 0; turn++) {
    const at = turn % alphabet.length;
    const [character = 'a', size = 1] = [alphabet[at], sizes[at]];
    const fits = size <= room;
    characters.push(fits ? character : 'a');
    room -= fits ? size : 1;
  }
  return characters.join('');
}
