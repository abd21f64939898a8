const encoder = new TextEncoder();

/** UTF-8 bytes, as the engine itself counts them. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** A text of exactly so many bytes, made of `alphabet` in turn and of ASCII where nothing else fits. */
export function textOfBytes(bytes: number, alphabet: readonly string[] = ['a']): string {
  const characters: string[] = [];
  for (let room = bytes, turn = 0; room > 0; turn++) {
    const wanted = alphabet[turn % alphabet.length] ?? 'a';
    const character = bytesOf(wanted) <= room ? wanted : 'a';
    characters.push(character);
    room -= bytesOf(character);
  }
  return characters.join('');
}
